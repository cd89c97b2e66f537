from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.embedding.fbank import fbank
from models.forms.encoder.built_encoder import MELS, EncoderBuilder
from models.packaged_recordings import READER, packaged_samples


def speech_features(mels: int, clips: int = 2) -> list[NDArray[np.float32]]:
    """Of two seconds each, float32 [mels, frames], every row with the mean 0 and the deviation 1."""
    found = []
    for at_s in range(1, 4 * clips, 4):
        rows = fbank(packaged_samples(READER)[16_000 * at_s : 16_000 * (at_s + 2)]).T[-mels:]
        rows = rows - rows.mean(axis=1, keepdims=True)
        found.append(np.asarray(rows / (rows.std(axis=1, keepdims=True) + 1e-5), np.float32))
    return found


@pytest.fixture(scope="session")
def speech() -> list[NDArray[np.float32]]:
    """Features for the built encoders."""
    return speech_features(MELS)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """An encoder in float32, its weights beside it."""
    return EncoderBuilder(tmp_path / "built").write()
