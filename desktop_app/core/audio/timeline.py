"""Where decoded sound belongs in time, by its timestamps."""

from dataclasses import dataclass

# Containers round timestamps (to milliseconds, to frames) and recorders' clocks wander: up to here the sound is taken
# to run on. More is allowed backwards, where putting it right costs sound that was heard.
_JITTER_S = 0.02
_OVERLAP_S = 0.06
# Beyond these a timestamp is taken to be broken or to have started anew, as where files were joined.
_REWIND_S = 1.0
_GAP_S = 60.0
_GAP_OF_UNKNOWN_DURATION_S = 3600.0


@dataclass(frozen=True, slots=True)
class Placement:
    """How a piece of sound joins on: samples of silence to put before it, samples to drop from its start."""

    silence_samples: int
    dropped_samples: int


class Timeline:
    """Keeps sound at its time: tells what to put between the pieces as they come.

    duration_s: of the whole recording, None if not known.
    """

    def __init__(self, duration_s: float | None) -> None:
        self._duration_s = duration_s
        self._shift_s = 0.0
        self._earlier_s = 0.0
        self._samples = 0
        self._rate_hz = 1

    @property
    def position_s(self) -> float:
        """Where the sound placed so far ends."""
        return self._earlier_s + self._samples / self._rate_hz

    def place(self, start_s: float | None, length_samples: int, rate_hz: int) -> Placement:
        """Place the next piece of sound.

        start_s: its time from the recording's start; None where it follows on from the piece before.
        """
        self._earlier_s, self._samples = self._at_rate(rate_hz)
        self._rate_hz = rate_hz
        offset_samples = 0 if start_s is None else round(self._offset_s(start_s) * rate_hz)
        silence_samples = max(0, offset_samples)
        dropped_samples = min(max(0, -offset_samples), length_samples)
        self._samples += silence_samples + length_samples - dropped_samples
        return Placement(silence_samples, dropped_samples)

    def _at_rate(self, rate_hz: int) -> tuple[float, int]:
        return (self._earlier_s, self._samples) if rate_hz == self._rate_hz else (self.position_s, 0)

    def _offset_s(self, start_s: float) -> float:
        """How far after (or, below zero, before) the end of the sound so far the piece belongs."""
        offset_s = start_s + self._shift_s - self.position_s
        if self._is_break(offset_s):
            self._shift_s -= offset_s
            return 0.0
        is_first = self.position_s == 0
        return 0.0 if -_OVERLAP_S < offset_s < _JITTER_S and not is_first else offset_s

    def _is_break(self, offset_s: float) -> bool:
        if self._duration_s is None:
            return not -_REWIND_S <= offset_s <= _GAP_OF_UNKNOWN_DURATION_S
        ends_too_late = self.position_s + offset_s > self._duration_s
        return offset_s < -_REWIND_S or (offset_s > _GAP_S and ends_too_late)
