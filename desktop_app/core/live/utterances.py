"""A stream cut into utterances at its pauses, while it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_activity import FRAME_MS, FRAME_SAMPLES, SpeechDetector
from desktop_app.core.audio.quiet_points import quietest_ms
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.automatic_gain import HearingGain
from desktop_app.core.live.stream_sound import StreamSound

BEGINS = 0.35
"""From this probability on a frame is speech: low, for people far from the microphone. Two minutes of noise, hum,
clicks or tones at four levels began one utterance of a tenth of a second at most."""
ENDS = 0.25
"""Below this one it is not, inside an utterance."""
LEAD_IN_SAMPLES = int(0.3 * SAMPLE_RATE_HZ)
TAIL_SAMPLES = int(0.2 * SAMPLE_RATE_HZ)
"""An utterance reaches so far into the silence around it: words are longer than they are loud."""
LEAST_FRAMES = 3
"""Less speech than this, about a tenth of a second, is a click."""
PAUSES_MS = ((6_000, 480), (10_000, 256), (1 << 30, 96))
"""Up to which length of an utterance which pause ends it: the longer, the less it takes."""
_SEARCH_MS = 4000
"""Where speech has no pause at all it is cut where it was quietest in so long."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Speech between pauses. Places are samples from the stream's start. start: with the silence before; speech_start,
    speech_end: of the speech itself; end: with the silence after, or as far as it has come."""

    start: int
    speech_start: int
    speech_end: int
    end: int


class UtteranceCutter:
    """Finds utterances by the pauses that a speech detector hears."""

    def __init__(self, detector: SpeechDetector, *, longest_s: float) -> None:
        """longest_s: an utterance without any pause is cut before it is longer."""
        self._stream = detector.stream()
        self._gain = HearingGain()
        self._longest = int(longest_s * SAMPLE_RATE_HZ)
        self._waiting = np.zeros(0, np.float32)
        self._place = 0
        self._floor = 0
        self._start: int | None = None
        self._speech_end = 0
        self._speech_frames = 0

    @property
    def current(self) -> Utterance | None:
        """The utterance that goes on, if there is certainly one."""
        if self._start is None or self._speech_frames < LEAST_FRAMES:
            return None
        return Utterance(self._lead_in(self._start), self._start, self._speech_end, self._place)

    def hear(self, samples: NDArray[np.float32], sound: StreamSound) -> Iterator[Utterance]:
        """The utterances that end within these samples, float32 [n]. sound: the stream, with them."""
        heard = np.concatenate([self._waiting, samples])
        whole = len(heard) - len(heard) % FRAME_SAMPLES
        frames, self._waiting = heard[:whole].reshape(-1, FRAME_SAMPLES), heard[whole:]
        for probability in self._stream.hear(self._gain.apply(frames)) if len(frames) else ():
            self._place += FRAME_SAMPLES
            yield from self._take(float(probability), sound)

    def finish(self) -> Iterator[Utterance]:
        """The utterance that goes on, ended here: nothing follows, or not for a while."""
        yield from self._end(self._speech_end)

    def cut_at(self, place: int) -> Utterance:
        """End the utterance that goes on at a place within it, where the next one begins; there must be one."""
        if self._start is None:
            raise ValueError("there is no utterance to cut")
        ended = Utterance(self._lead_in(self._start), self._start, place, place)
        self._floor = self._start = place
        return ended

    def _take(self, probability: float, sound: StreamSound) -> Iterator[Utterance]:
        if self._start is None:
            if probability >= BEGINS:
                self._start, self._speech_frames = self._place - FRAME_SAMPLES, 1
                self._speech_end = self._place
            return
        if probability >= ENDS:
            self._speech_end = self._place
            self._speech_frames += probability >= BEGINS
        if self._speech_end - self._start >= self._longest:
            yield self._cut_where_quiet(sound)
        elif self._place - self._speech_end >= self._pause(self._speech_end - self._start):
            yield from self._end(self._speech_end)

    def _pause(self, length: int) -> int:
        length_ms = length * 1000 // SAMPLE_RATE_HZ
        pause_ms = next(pause_ms for longest_ms, pause_ms in PAUSES_MS if length_ms < longest_ms)
        return pause_ms // FRAME_MS * FRAME_SAMPLES

    def _end(self, speech_end: int) -> Iterator[Utterance]:
        start, self._start = self._start, None
        if start is not None and self._speech_frames >= LEAST_FRAMES:
            ended = Utterance(self._lead_in(start), start, speech_end, min(speech_end + TAIL_SAMPLES, self._place))
            self._floor = ended.end
            yield ended

    def _cut_where_quiet(self, sound: StreamSound) -> Utterance:
        search = _SEARCH_MS * SAMPLE_RATE_HZ // 1000
        part = sound.between(self._place - search, self._place)
        return self.cut_at(self._place - search + quietest_ms(part, 0, _SEARCH_MS) * SAMPLE_RATE_HZ // 1000)

    def _lead_in(self, start: int) -> int:
        return max(self._floor, start - LEAD_IN_SAMPLES, 0)
