"""The tiny Parakeet's encoder as NeMo exports it, and what it hears of the reader."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.torch.import_chain import import_nemo
from models.packaged_recordings import READER, packaged_samples


@dataclass(frozen=True)
class ExportedEncoder:
    """path: its graph; speech: features of six seconds each, float32 [mels, frames]."""

    path: Path
    speech: list[NDArray[np.float32]]


def export_encoder(model: Path, folder: Path) -> ExportedEncoder:
    """Export the encoder of a .nemo file into the folder."""
    import_nemo()
    import torch
    from nemo.collections.asr.models import EncDecRNNTBPEModel

    restored = EncDecRNNTBPEModel.restore_from(str(model), map_location="cpu").eval()
    speech = []
    with torch.inference_mode():
        for at_s in (1, 12, 24):
            clip = torch.from_numpy(packaged_samples(READER)[16_000 * at_s : 16_000 * (at_s + 6)].copy())
            features, _ = restored.preprocessor(input_signal=clip[None], length=torch.tensor([len(clip)]))
            speech.append(features[0].numpy())
    restored.export(str(folder / "model.onnx"))
    return ExportedEncoder(folder / "encoder-model.onnx", speech)
