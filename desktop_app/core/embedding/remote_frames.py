"""A clip whose stretches are embedded by a remote diarizer, one request each."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.fbank import FRAME_SAMPLES, HOP_SAMPLES, frame_mask
from desktop_app.core.embedding.remote_sound import clean_sound
from desktop_app.core.embedding.voice_frames import FRAME_S, VoiceFrames, border_samples

_LEAST_S = 0.5
"""Hosts refuse what is shorter, so it is not sent."""
_BANKS_PER_FRAME = round(FRAME_S * SAMPLE_RATE_HZ) // HOP_SAMPLES

EmbedSounds = Callable[[Sequence[NDArray[np.float32]]], NDArray[np.float32]]


class RemoteFrames(VoiceFrames):
    """No stretch is asked for twice. Used by one thread."""

    costly = True

    def __init__(self, clip: Clip, embed_sounds: EmbedSounds, dimension: int) -> None:
        """embed_sounds: the embeddings float32 [sounds, dimension] of sounds float32 [n], 16 kHz."""
        super().__init__(_clean_frames(clip))
        self._clip = clip
        self._embed_sounds = embed_sounds
        self._dimension = dimension
        self._known: dict[tuple[int, int], NDArray[np.float32]] = {}

    def embed(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.float32]:
        """See VoiceFrames.embed; NaN where a stretch is too short for the host."""
        wanted = [(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]
        self._ask([stretch for stretch in dict.fromkeys(wanted) if stretch not in self._known])
        rows = [self._known[stretch] for stretch in wanted]
        return np.stack(rows) if rows else np.zeros((0, self._dimension), np.float32)

    def _ask(self, stretches: list[tuple[int, int]]) -> None:
        untold = np.full(self._dimension, np.nan, np.float32)
        sounds = {stretch: self._sound(*stretch) for stretch in stretches}
        long_enough = [stretch for stretch, sound in sounds.items() if len(sound) >= _LEAST_S * SAMPLE_RATE_HZ]
        rows = self._embed_sounds([sounds[stretch] for stretch in long_enough])
        self._known |= dict.fromkeys(stretches, untold) | dict(zip(long_enough, rows, strict=True))

    def _sound(self, start: int, end: int) -> NDArray[np.float32]:
        samples = self._clip.samples
        first = border_samples(start) if start > 0 else 0
        last = border_samples(end) if end < len(self) else len(samples)
        return clean_sound(samples, self._clip.clean, first, last)


def _clean_frames(clip: Clip) -> NDArray[np.float32]:
    """On the grid of the embedding model, so that a voice changes at the same places whoever embeds."""
    banks = max(0, (len(clip.samples) - FRAME_SAMPLES) // HOP_SAMPLES + 1)
    frames = -(-banks // _BANKS_PER_FRAME)
    return frame_mask(clip.clean, banks)[np.arange(frames) * banks // max(frames, 1)]
