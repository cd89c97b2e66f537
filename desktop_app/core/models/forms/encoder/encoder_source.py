"""An encoder as it was fetched: the ONNX file, and the file beside it where its weights are too large for one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.models.forms.encoder.graph_without_weights import graph_without_weights
from desktop_app.core.models.forms.encoder.stored_weights import StoredWeights
from desktop_app.core.models.model_spec import FileSpec

if TYPE_CHECKING:
    import onnx


@dataclass(frozen=True, slots=True)
class EncoderSource:
    """name: of its model, as the manifest has it; label: what a person calls that. path: the ONNX file; sha256: of all
    its files, in hex."""

    name: str
    label: str
    path: Path
    sha256: str

    def read(self) -> "tuple[onnx.ModelProto, StoredWeights]":
        """Its graph, and the weights, which stay on the disk. ModelUnavailable if a file is not whole."""
        model = graph_without_weights(self.path, self.label)
        return model, StoredWeights(model, self.path.parent, self.label)


def encoder_source(name: str, label: str, files: Sequence[tuple[Path, FileSpec]]) -> EncoderSource:
    """The encoder that consists of these files, the ONNX file first; their bytes were looked at before."""
    hashes = [file.sha256 for _, file in files]
    both = hashlib.sha256(" ".join(hashes).encode()).hexdigest()
    return EncoderSource(name, label, files[0][0], hashes[0] if len(hashes) == 1 else both)
