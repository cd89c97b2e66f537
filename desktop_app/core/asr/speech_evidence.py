"""A second opinion on what another model took for speech: whether anybody speaks there, and from where on."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_activity import FRAME_SAMPLES, SpeechDetector
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

NOBODY = 0.4
"""Less evidence of speech than this is none."""
SURE = 0.8
"""More is not asked for."""
_SHORTEST_SAMPLES = int(1.5 * SAMPLE_RATE_HZ)
"""A shorter moment is judged by what is around it, too: a murmur alone is too little to go by."""
_LEAD_SAMPLES = 5 * FRAME_SAMPLES
"""A detector must have heard so much before it can tell where speech begins."""
_FRAMES = 3
"""So many frames, a tenth of a second, must be speech."""
_BEGINS = 0.3
"""Where speech begins a frame is as probable as this."""
_SPEECH = 0.5
"""A frame is speech where that is more probable than not."""
_LOUDNESS = 0.4
_LOUD_PERCENTILE = 90
"""Of the frames' peaks: one click counts for nothing."""
_FAINTEST = 1e-4


class SpeechEvidence:
    """What a speech detector says of moments of a recording, samples float32 [n], 16 kHz, however faint they are.

    Any number of threads may ask.
    """

    def __init__(self, detector: SpeechDetector) -> None:
        self._detector = detector

    def is_anybody(self, samples: NDArray[np.float32], first: int, last: int) -> bool:
        """Whether somebody speaks from one place to another."""
        return self.between(samples, first, last) >= NOBODY

    def between(self, samples: NDArray[np.float32], first: int, last: int) -> float:
        """0 to 1: what the frames that must be speech reach at least, from one place to another; never told to be more
        than about SURE, as it is not listened to any further than that."""
        around = max(0, (_SHORTEST_SAMPLES - (last - first)) // 2)
        highest = [0.0] * _FRAMES
        for probability in self._heard(samples, first - around, last + around):
            highest = sorted((*highest, probability))[1:]
            if highest[0] >= SURE:
                break
        return highest[0]

    def onset(self, samples: NDArray[np.float32], first: int, last: int) -> int | None:
        """The place from which on somebody is heard, between two; None if nobody is."""
        start = max(0, first - _LEAD_SAMPLES)
        for frame, probability in enumerate(self._heard(samples, start, last)):
            end = start + (frame + 1) * FRAME_SAMPLES
            if probability >= _BEGINS and end > first:
                return max(first, end - FRAME_SAMPLES)
        return None

    def stretches(self, samples: NDArray[np.float32]) -> list[tuple[int, int]]:
        """Where in a whole recording somebody speaks, from one place to another, ordered and apart; each as loud as it
        is, near or far."""
        whole = len(samples) // FRAME_SAMPLES
        stream = self._detector.stream()
        found: list[tuple[int, int]] = []
        for frame in range(whole):
            clip = np.asarray(samples[frame * FRAME_SAMPLES : (frame + 1) * FRAME_SAMPLES], np.float32)
            if float(stream.hear(clip[np.newaxis])[0]) <= _SPEECH:
                continue
            start = frame * FRAME_SAMPLES
            if found and found[-1][1] == start:
                found[-1] = found[-1][0], start + FRAME_SAMPLES
            else:
                found.append((start, start + FRAME_SAMPLES))
        return found

    def _heard(self, samples: NDArray[np.float32], first: int, last: int) -> Iterator[float]:
        """How probable speech is in each frame of a clip, which is made as loud as speech is usually."""
        clip = np.asarray(samples[max(0, first) : last], np.float32)
        frames = clip[: len(clip) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
        if not len(frames):
            return
        loud = max(float(np.percentile(np.abs(frames).max(axis=1), _LOUD_PERCENTILE)), _FAINTEST)
        stream = self._detector.stream()
        for frame in frames:
            yield float(stream.hear(np.clip(frame[np.newaxis] * np.float32(_LOUDNESS / loud), -1, 1))[0])
