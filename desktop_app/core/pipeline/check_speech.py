"""The speech on which prepared forms of the models are checked: recordings that come with the models."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.models.packaged_models import speech_recordings

_CLIP_SAMPLES = 2 * SAMPLE_RATE_HZ
_CLIPS = 26


@dataclass(frozen=True, slots=True, eq=False)
class CheckSpeech:
    """Speech in some shapes.

    dialogue: a recording of two voices, float32 [n], 16 kHz. ranging, checking: filter banks float32 [frames, 80] of
    two seconds each: to set the ranges of 8-bit forms on, and, of others, to compare forms on. checked: the samples of
    the latter.
    """

    dialogue: NDArray[np.float32]
    ranging: tuple[NDArray[np.float32], ...]
    checking: tuple[NDArray[np.float32], ...]
    checked: tuple[NDArray[np.float32], ...]


def check_speech() -> CheckSpeech:
    """The speech; ModelUnavailable if the sample is not there, AudioError if a recording cannot be read."""
    recordings = []
    for path in speech_recordings():
        with open_recording(path) as recording:
            recordings.append(np.array(recording.samples))
    clips = _loudest([clip for samples in recordings for clip in _cut(samples)])
    ranging, checking = clips[::2], clips[1::2]
    # Speech after digital silence has the widest ranges of all: half of what sets them is of that kind.
    ranging = [*ranging, *(_after_silence(clip) for clip in ranging)]
    return CheckSpeech(recordings[0], tuple(map(fbank, ranging)), tuple(map(fbank, checking)), tuple(checking))


def _cut(samples: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    starts = range(0, len(samples) - _CLIP_SAMPLES + 1, _CLIP_SAMPLES)
    return [samples[start : start + _CLIP_SAMPLES] for start in starts]


def _after_silence(clip: NDArray[np.float32]) -> NDArray[np.float32]:
    """The clip, its first half without any sound."""
    half = len(clip) // 2
    return np.concatenate([np.zeros(half, np.float32), clip[half:]])


def _loudest(clips: list[NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """Those with the least silence, in their order: how loud each is where it is not among its loudest half."""
    levels = [float(np.median(np.abs(clip))) for clip in clips]
    enough = sorted(levels)[-_CLIPS:][0]
    return [clip for clip, level in zip(clips, levels, strict=True) if level >= enough]
