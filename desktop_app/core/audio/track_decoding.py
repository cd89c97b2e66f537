"""One sound track on its way from the decoder's frames to 16 kHz, with every sound at its time."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.frames import Sound
from desktop_app.core.audio.resample import Resampler
from desktop_app.core.audio.samples import pcm_to_float
from desktop_app.core.audio.timeline import Placement, Timeline


class TrackDecoding:
    """Takes a track's pieces as they come; gives blocks of about a second, float32 of shape [samples, channels].

    A frame may last a few milliseconds only, and every call costs: so they are gathered first. Pieces with another
    number of channels than the track began with are averaged into all of them.
    """

    def __init__(self, channels: int, duration_s: float | None) -> None:
        """duration_s: as Timeline has it."""
        self.timeline = Timeline(duration_s)
        self._channels = channels
        self._resampler = Resampler(channels)
        self._waiting: list[NDArray[np.float32]] = []
        self._waiting_samples = 0
        self._rate_hz = 0

    def place(self, sound: Sound) -> Placement:
        """Where the next piece belongs."""
        return self.timeline.place(sound.start_s, len(sound.samples), sound.rate_hz)

    def take(self, sound: Sound, placement: Placement) -> Iterator[NDArray[np.float32]]:
        """What can be given with the piece that was placed: silence fills the gap before it, an overlap is cut off."""
        for start in range(0, placement.silence_samples, sound.rate_hz):
            length = min(sound.rate_hz, placement.silence_samples - start)
            yield from self._gather(np.zeros((length, self._channels), np.float32), sound.rate_hz)
        heard = pcm_to_float(sound.samples[placement.dropped_samples :])
        yield from self._gather(_in_channels(heard, self._channels), sound.rate_hz)

    def finish(self) -> Iterator[NDArray[np.float32]]:
        """The last of the track."""
        yield from self._flush()
        yield self._resampler.finish()

    def _gather(self, samples: NDArray[np.float32], rate_hz: int) -> Iterator[NDArray[np.float32]]:
        if self._waiting_samples >= rate_hz or rate_hz != self._rate_hz:
            yield from self._flush()
        self._rate_hz = rate_hz
        self._waiting.append(samples)
        self._waiting_samples += len(samples)

    def _flush(self) -> Iterator[NDArray[np.float32]]:
        if self._waiting:
            yield self._resampler.resample(np.concatenate(self._waiting), self._rate_hz)
            self._waiting, self._waiting_samples = [], 0


def _in_channels(samples: NDArray[np.float32], channels: int) -> NDArray[np.float32]:
    if samples.shape[1] == channels:
        return samples
    return np.repeat(samples.mean(axis=1, keepdims=True), channels, axis=1)
