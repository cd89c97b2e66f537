"""Embedders that break in the replica that runs them, when a file says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.voice_frames import VoiceFrames
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.first_usable import Preferred


class Breaking:
    """The carried model; the first that finds the file takes it away, and has nothing but NaN to tell from then on."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._model = WespeakerOnnx()
        self._is_broken = False
        self.use, self.dimension, self.callers, self.requests = self._model.use, 256, 1, 0

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        self._look()
        if self._is_broken:
            raise RuntimeError("CUDA error: an illegal memory access was encountered")
        return self._model.frames(clip, skim=skim)

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        self._look()
        return np.full((len(clips), 256), np.nan, np.float32) if self._is_broken else self._model.embed(clips)

    def _look(self) -> None:
        try:
            self._file.unlink()
            self._is_broken = True
        except FileNotFoundError:
            pass


@dataclass(frozen=True)
class MakeBreaking:
    """What the replicas are started with. broken, gone: files; while `gone` is there, no model is."""

    folder: Path
    broken: Path = field(init=False)
    gone: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "broken", self.folder / "broken")
        object.__setattr__(self, "gone", self.folder / "gone")

    def __call__(self) -> Preferred[Breaking]:
        if self.gone.exists():
            raise ModelUnavailable("WeSpeaker", "the model is not installed", "Fetch it")
        return Preferred(Breaking(self.broken))
