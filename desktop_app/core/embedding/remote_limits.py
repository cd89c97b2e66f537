"""How long a remote diarizer is waited for, and when it is left alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RemoteLimits:
    """The patience of a RemoteEmbedder. Times are in seconds.

    connect_s, read_s, write_s: for one step of one try; budget_s: for a clip with all its tries, from its first byte
    sent. tries: how often a clip is sent at most; backoff_s: the longest wait before the second try, twice as long
    before every further one. failures: so many clips lost in a row, and the host is left alone for rest_s, then tried
    with one clip. in_flight: so many requests at a time.
    """

    connect_s: float = 5.0
    read_s: float = 30.0
    write_s: float = 10.0
    budget_s: float = 45.0
    tries: int = 3
    backoff_s: float = 0.5
    failures: int = 5
    rest_s: float = 30.0
    in_flight: int = 8
