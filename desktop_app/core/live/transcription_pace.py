"""How often an utterance that goes on is written down again: as often as the machine can, and no more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

SHORTEST_S = 0.4
LONGEST_S = 3.0
SHARE = 0.6
"""So much of the time may go into passes over what is not final."""
TOO_FAR_BEHIND_MS = 1500


class TranscriptionPace:
    """Measures passes and spaces them out."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: in seconds."""
        self._clock = clock
        self._took_s = 0.0
        self._last = -(1 << 60)

    def is_due(self, speech_end: int, behind_ms: int) -> bool:
        """Whether there is time for another pass, and speech for it. speech_end: place of the newest speech, so that a
        pause is not heard over and over; behind_ms: how far the captions are."""
        pause_s = min(LONGEST_S, max(SHORTEST_S, self._took_s / SHARE))
        return behind_ms < TOO_FAR_BEHIND_MS and speech_end - self._last >= pause_s * SAMPLE_RATE_HZ

    @contextmanager
    def measured(self, speech_end: int) -> Iterator[None]:
        """Around a pass over speech up to this place."""
        before_s = self._clock()
        yield
        self._took_s, self._last = self._clock() - before_s, speech_end
