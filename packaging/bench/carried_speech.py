"""The recordings of speech that come with the models, as long as is wanted."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.packaged_models import speech_recordings


def carried_speech(minutes: float) -> NDArray[np.float32]:
    """So many minutes of them, again and again: samples float32 [n], 16 kHz."""
    found = []
    for path in speech_recordings():
        with open_recording(path) as recording:
            found.append(np.array(recording.samples))
    length = int(60 * minutes * SAMPLE_RATE_HZ)
    together = np.concatenate(found)
    return np.tile(together, length // len(together) + 1)[:length]
