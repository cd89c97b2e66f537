"""One sound track on its way to the ears: stereo at the output's rate, every sample at its place."""

from collections import deque
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.frames import Sound
from desktop_app.core.audio.resample import Resampler
from desktop_app.core.audio.samples import pcm_to_float
from desktop_app.core.audio.timeline import Timeline
from desktop_app.core.playback.channels import Weights
from desktop_app.core.playback.stereo import Stereo

# A frame may last a few milliseconds, and every call costs: so they are gathered first.
_GATHERED_S = 0.1
_SILENCE = np.zeros((1, 2), np.float32)


class Lane:
    """Takes a track's pieces in order; gives its sound by sample numbers of the file, silence where it has none.

    ends: the sample behind the last that can be given; starts_s: where in the file its first piece lies.
    """

    def __init__(self, weights: Weights, rate_hz: int, timeline: Timeline, starts_s: float) -> None:
        self._weights = weights
        self._rate_hz = rate_hz
        self._timeline = timeline
        self._starts_s = starts_s
        self._resampler = Resampler(2, target_hz=rate_hz)
        self._is_stereo = np.array_equal(weights, np.eye(2))
        self._gathered: list[NDArray[Any]] = []
        self._gathered_samples = 0
        self._gathered_kind = (0, 0)
        self._given: deque[Stereo] = deque()
        self._first = self.ends = round(starts_s * rate_hz)

    def add(self, sound: Sound, at_s: float | None) -> None:
        """The next piece. at_s: where in the file it lies, None where it follows on from the piece before."""
        placement = self._timeline.place(
            None if at_s is None else at_s - self._starts_s, len(sound.samples), sound.rate_hz
        )
        heard = sound.samples[placement.dropped_samples :]
        if placement.silence_samples:
            self._silence(until_s=self._timeline.position_s - len(heard) / sound.rate_hz)
        self._gather(heard, sound.rate_hz)

    def finish(self) -> None:
        """No more pieces follow."""
        self._flush()
        self._give(self._resampler.finish())

    def take(self, first: int, count: int) -> Stereo:
        """So many samples from that one on; what lies before them is forgotten."""
        taken = np.zeros((count, 2), np.float32)
        while self._given and self._first < first + count:
            piece = self._given.popleft()
            skipped = max(0, first - self._first)
            part = piece[skipped : first + count - self._first]
            at = max(0, self._first - first)
            taken[at : at + len(part)] = part
            used = min(len(piece), skipped + len(part))
            self._first += used
            if used < len(piece):
                self._given.appendleft(piece[used:])
        return taken

    def _silence(self, until_s: float) -> None:
        """Nothing up to there, which may be an hour and takes no memory."""
        self.finish()
        self._resampler = Resampler(2, target_hz=self._rate_hz)
        count = round((self._starts_s + until_s) * self._rate_hz) - self.ends
        self._give(np.broadcast_to(_SILENCE, (max(0, count), 2)))

    def _gather(self, samples: NDArray[Any], rate_hz: int) -> None:
        kind = (rate_hz, samples.shape[1])
        if kind != self._gathered_kind:
            self._flush()
        self._gathered_kind = kind
        self._gathered.append(samples)
        self._gathered_samples += len(samples)
        if self._gathered_samples >= _GATHERED_S * rate_hz:
            self._flush()

    def _flush(self) -> None:
        if self._gathered:
            rate_hz, _ = self._gathered_kind
            self._give(self._resampler.resample(self._stereo(pcm_to_float(np.concatenate(self._gathered))), rate_hz))
            self._gathered, self._gathered_samples = [], 0

    def _stereo(self, samples: NDArray[np.float32]) -> Stereo:
        if samples.shape[1] != len(self._weights):  # another number of channels than the track began with
            return np.repeat(samples.mean(axis=1, keepdims=True), 2, axis=1)
        if self._is_stereo:
            return samples
        stereo: Stereo = samples @ self._weights
        return stereo

    def _give(self, samples: Stereo) -> None:
        if len(samples):
            self._given.append(samples)
            self.ends += len(samples)
