"""What the server takes."""

from dataclasses import dataclass

MIN_S = 0.5
"""Seconds of sound; from less, no voice is told."""


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """Bounds of one request, and of all at a time.

    max_bytes: of a request's body. max_s: seconds of sound. upload_s: seconds that sending it may take. waiting:
    requests held beside those that are worked on. retry_s: when to come again, told to those who are sent away.
    """

    max_bytes: int = 32 << 20
    max_s: float = 120.0
    upload_s: float = 30.0
    waiting: int = 64
    retry_s: int = 1
