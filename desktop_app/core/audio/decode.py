"""Any sound or video file to 16 kHz mono, in blocks, with every sound at its time."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.downmix import Downmix
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.frames import FrameReader, Sound
from desktop_app.core.audio.resample import Resampler
from desktop_app.core.audio.samples import pcm_to_float
from desktop_app.core.audio.source import NO_SOUND, open_source
from desktop_app.core.audio.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Block:
    """The next second or so of a recording.

    samples: 16 kHz mono, float32 of shape [samples] in [-1, 1]; fraction: how much of the file is done, 0 to 1.
    """

    samples: NDArray[np.float32]
    fraction: float


class AudioFile:
    """A sound or video file open for decoding; use it in a `with` statement. AudioError where it cannot be opened.

    rate_hz, channels: of the file's own sound. duration_s: what its container claims, None if unknown.
    """

    def __init__(self, path: Path) -> None:
        self._source = open_source(path)
        self._reader = FrameReader(self._source)
        self.path = path
        self.rate_hz = self._source.stream.codec_context.sample_rate
        self.channels = self._source.stream.codec_context.layout.nb_channels
        self.duration_s = self._source.duration_s

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.container.close()

    @property
    def bad_packets(self) -> int:
        """How many pieces of the file could not be decoded so far; silence stands in their place."""
        return self._reader.bad_packets

    def blocks(self) -> Iterator[Block]:
        """The whole recording, once, in blocks of about a second.

        A sound lies where its timestamp says, counted from the container's start: where the file has a gap there is
        silence, so times hold to the end. AudioError if nothing can be decoded.
        """
        timeline, downmix, resampler = Timeline(self.duration_s), Downmix(), Resampler()
        fraction = 0.0
        for sound in _gathered(_placed(self._reader.sounds(), timeline)):
            mono = downmix.mix(pcm_to_float(sound.samples), sound.rate_hz)
            fraction = max(fraction, self._fraction(timeline.position_s))
            yield _block(resampler.resample(mono, sound.rate_hz), fraction)
        if timeline.position_s == 0:
            raise AudioError(self.path, self._why_nothing())
        yield _block(resampler.finish(), 1.0)

    def _fraction(self, position_s: float) -> float:
        done, whole = position_s, self.duration_s
        if whole is None:
            done, whole = self._reader.read_bytes, self._source.container.size
        return min(1.0, done / whole) if whole > 0 else 0.0

    def _why_nothing(self) -> str:
        if self._reader.packets == 0 and self.bad_packets == 0:
            return NO_SOUND
        return "none of its sound can be decoded: the file is damaged, or protected against copying"


def _block(samples: NDArray[np.float32], fraction: float) -> Block:
    # A resampler swings over where its input is clipped.
    return Block(samples.clip(-1, 1), fraction)


def _placed(sounds: Iterator[Sound], timeline: Timeline) -> Iterator[Sound]:
    """The sounds without their times: silence fills the gaps, what overlaps is cut off."""
    for sound in sounds:
        channels, length_samples = sound.samples.shape
        placement = timeline.place(sound.start_s, length_samples, sound.rate_hz)
        yield from _silence(channels, placement.silence_samples, sound.rate_hz)
        yield Sound(sound.samples[:, placement.dropped_samples :], sound.rate_hz)


def _silence(channels: int, length_samples: int, rate_hz: int) -> Iterator[Sound]:
    for start in range(0, length_samples, rate_hz):
        yield Sound(np.zeros((channels, min(rate_hz, length_samples - start)), np.float32), rate_hz)


def _gathered(sounds: Iterator[Sound]) -> Iterator[Sound]:
    """The sounds joined to about a second each: a frame may last a few milliseconds only, and every call costs."""
    waiting: list[Sound] = []
    gathered_samples = 0
    for sound in sounds:
        if waiting and (gathered_samples >= sound.rate_hz or _kind(waiting[0]) != _kind(sound)):
            yield _joined(waiting)
            waiting, gathered_samples = [], 0
        waiting.append(sound)
        gathered_samples += sound.samples.shape[1]
    if waiting:
        yield _joined(waiting)


def _kind(sound: Sound) -> tuple[int, int, np.dtype[Any]]:
    return sound.rate_hz, len(sound.samples), sound.samples.dtype


def _joined(sounds: list[Sound]) -> Sound:
    return Sound(np.concatenate([sound.samples for sound in sounds], axis=1), sounds[0].rate_hz)
