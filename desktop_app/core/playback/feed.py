"""What is to sound one after the other: from a place on, at a speed, up to an end or round a loop."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.core.playback.fades import faded_in, faded_out
from desktop_app.core.playback.sound_reader import SoundReader
from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.stretch import LEAD_S, Stretch

# A loop shorter than that would be nothing but its fades.
_SHORTEST_LOOP_S = 0.05


@dataclass(frozen=True, slots=True)
class Course:
    """What is played. from_s: where it begins; speed: 0.5 to 2; until_s: where it ends, with the recording if None;
    loop_s: what is played again and again once it is in it, from and to."""

    from_s: float = 0.0
    speed: float = 1.0
    until_s: float | None = None
    loop_s: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Samples that sound behind each other. source_s: where in the recording the first lies; speed: how many seconds of
    the recording one second of them is; is_last: nothing follows."""

    samples: Stereo
    source_s: float
    speed: float
    is_last: bool = False


class Feed:
    """Gives a course chunk by chunk; for one thread. PlaybackError where the recording cannot be read any more."""

    def __init__(self, reader: SoundReader, rate_hz: int, course: Course) -> None:
        """The reader is this feed's from now on, until there is another."""
        self._reader = reader
        self._rate_hz = rate_hz
        self._course = course
        self._stretch: Stretch | None = None
        self._held: Chunk | None = None
        self._has_ended = False
        self._first = 0
        self._given = 0
        self._begin(course.from_s)

    def next(self) -> Chunk | None:
        """The next chunk, of a few hundredths of a second; None behind the last."""
        while not self._has_ended:
            chunk = self._made()
            before, self._held = self._held, chunk or self._held
            if chunk is None:
                return self._closed()
            if before is not None:
                return before
        return None

    def _made(self) -> Chunk | None:
        """The next of what is read without a break; None at its end."""
        while not self._is_drained:
            samples = self._samples()
            if len(samples):
                return self._chunk(samples)
        return None

    def _samples(self) -> Stereo:
        sound = self._up_to_end(self._reader.read())
        if sound is None:
            self._is_drained = True
            return self._stretch.finish() if self._stretch else np.empty((0, 2), np.float32)
        return self._stretch.push(sound) if self._stretch else sound

    def _up_to_end(self, sound: Stereo | None) -> Stereo | None:
        if sound is None or self._ends is None:
            return sound
        beyond = self._reader.position - self._ends
        left = sound[: max(0, len(sound) - max(0, beyond))]
        return left if len(left) else None

    def _chunk(self, samples: Stereo) -> Chunk:
        source_s = (self._first + self._given * self._course.speed) / self._rate_hz
        is_first = self._given == 0
        self._given += len(samples)
        return Chunk(faded_in(samples, self._rate_hz) if is_first else samples, source_s, self._course.speed)

    def _closed(self) -> Chunk | None:
        """The last chunk of what was read without a break; from here on it goes round the loop, or ends."""
        self._has_ended = self._loop is None
        last = self._held or self._nothing()
        last = replace(last, samples=faded_out(last.samples, self._rate_hz), is_last=self._has_ended)
        self._held = None
        if self._loop is not None:
            self._begin(self._loop[0])
        return last

    def _nothing(self) -> Chunk:
        at = min(self._first, self._reader.position)
        return Chunk(np.empty((0, 2), np.float32), at / self._rate_hz, self._course.speed)

    def _begin(self, at_s: float) -> None:
        speed = self._course.speed
        self._first = round(at_s * self._rate_hz)
        self._given = 0
        self._is_drained = False
        self._loop = self._loop_from(at_s)
        ends_s = self._loop[1] if self._loop else self._course.until_s
        self._ends = None if ends_s is None else round(ends_s * self._rate_hz)
        lead = 0 if speed == 1 else round(LEAD_S * self._rate_hz)
        self._reader.seek(max(0, self._first - lead))
        self._stretch = None if speed == 1 else Stretch(speed, self._rate_hz)
        if self._stretch is not None and self._first < lead:
            self._stretch.push(np.zeros((lead - self._first, 2), np.float32))

    def _loop_from(self, at_s: float) -> tuple[float, float] | None:
        """The loop, if that place is in it or before it."""
        loop_s = self._course.loop_s
        is_ahead = loop_s is not None and at_s < loop_s[1] and loop_s[1] - loop_s[0] >= _SHORTEST_LOOP_S
        return loop_s if is_ahead else None
