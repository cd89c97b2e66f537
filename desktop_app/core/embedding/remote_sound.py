"""What of a clip is sent to a remote diarizer: the sound of its clean stretches, and nothing else."""

import io
import wave
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

_FULL_SCALE = 32768.0


def clean_sound(
    samples: NDArray[np.float32], clean: Sequence[tuple[int, int]], first: int, last: int
) -> NDArray[np.float32]:
    """The samples float32 [n] of the clean stretches (start, end) between first and last, one after the other."""
    stretches = [samples[max(start, first) : min(end, last)] for start, end in clean if start < last and first < end]
    return np.concatenate([np.zeros(0, np.float32), *stretches])


def wav_bytes(samples: NDArray[np.float32]) -> bytes:
    """Samples float32 [n] in [-1, 1], 16 kHz mono, as a WAV file of 16 bits."""
    pcm = np.clip(np.rint(samples * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2")
    with io.BytesIO() as file:
        with wave.open(file, "wb") as writer:
            writer.setnchannels(1)
            writer.setsampwidth(pcm.itemsize)
            writer.setframerate(SAMPLE_RATE_HZ)
            writer.writeframes(pcm.tobytes())
        return file.getvalue()
