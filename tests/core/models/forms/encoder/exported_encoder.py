"""The tiny Parakeet's encoder as NeMo exports it, and what it hears of the reader."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.parakeet_onnx.model_files import read_settings, transducer_files
from desktop_app.core.audio.log_mel import LogMel
from models.packaged_recordings import READER, packaged_samples


@dataclass(frozen=True)
class ExportedEncoder:
    """path: its graph; speech: features of six seconds each, float32 [mels, frames]."""

    path: Path
    speech: list[NDArray[np.float32]]


def exported_encoder(folder: Path) -> ExportedEncoder:
    """That of the model in a folder."""
    files = transducer_files(folder.iterdir(), "Tiny")
    settings = read_settings(files, "Tiny")
    log_mel = LogMel(settings.bands, is_normalised=settings.is_normalised)
    clips = [packaged_samples(READER)[16_000 * at_s : 16_000 * (at_s + 6)] for at_s in (1, 12, 24)]
    return ExportedEncoder(files.encoder, [log_mel.features(clip)[0] for clip in clips])
