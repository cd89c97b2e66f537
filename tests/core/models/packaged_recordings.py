"""The recordings that the installed package carries, as 16 kHz mono."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.models.packaged_models import sample_recording

DIALOGUE = "endgame_nagg_nell.wav"
"""Two voices, 28 s: a man until 3.3 s and from 4.8 s to 8.1 s, a woman from 8.8 s to 12.4 s."""
READER = "two_cities.wav"
"""One voice, 44 s."""


@cache
def packaged_samples(name: str) -> NDArray[np.float32]:
    """All samples of the recording, float32 [n], read-only."""
    path = sample_recording().with_name(name)
    with TemporaryDirectory() as folder, open_recording(path, scratch=Path(folder)) as recording:
        samples = np.array(recording.samples)
    samples.flags.writeable = False
    return samples
