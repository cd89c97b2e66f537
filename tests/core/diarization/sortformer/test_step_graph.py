"""Which files are taken for a streaming Sortformer, and which are refused with a reason."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.core.diarization.sortformer.step_graph import StepGraph
from desktop_app.core.models.errors import ModelUnavailable
from diarization.sortformer.conftest import Pair

if TYPE_CHECKING:
    from onnx import ModelProto

WITHOUT_TORCH = """
import sys
from pathlib import Path
import numpy as np
from desktop_app.core.diarization.sortformer.engine import Sortformer
Sortformer(Path(sys.argv[1]), sha256="0" * 64, label="Tiny").active(np.ones(16_000, np.float32), on_progress=id)
print(*({"torch", "nemo", "scipy"} & set(sys.modules)))
"""


def refused(path: Path) -> str:
    with pytest.raises(ModelUnavailable) as caught:
        StepGraph(path, "Ours")
    assert caught.value.model == "Ours"
    return caught.value.reason


def changed(file: Path, folder: Path, change: Callable[["ModelProto"], None]) -> Path:
    import onnx

    model = onnx.load(file)
    change(model)
    path = folder / "changed.onnx"
    onnx.save(model, path)
    return path


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"RIFF" * 100)
    assert refused(path).startswith("onnxruntime refuses the model")


@pytest.mark.slow
def test_a_model_says_its_sizes(pair_of: Callable[[int], Pair]) -> None:
    graph = StepGraph(pair_of(1).file, "Ours")
    assert (graph.bands, graph.width, graph.voices) == (128, 32, 8)


@pytest.mark.slow
def test_another_model_is_refused_by_what_is_missing(pair_of: Callable[[int], Pair], tmp_path: Path) -> None:
    def rename(model: "ModelProto") -> None:
        for each in model.graph.input:
            each.name = "sound" if each.name == "chunk" else each.name
        for node in model.graph.node:
            node.input[:] = ["sound" if name == "chunk" else name for name in node.input]

    path = changed(pair_of(1).file, tmp_path, rename)
    assert refused(path) == "its parts are those of another model: chunk"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["chunk", "spkcache", "fifo"])
def test_a_model_for_portions_of_one_length_is_refused(
    pair_of: Callable[[int], Pair], tmp_path: Path, name: str
) -> None:
    def fix(model: "ModelProto") -> None:
        (found,) = (each for each in model.graph.input if each.name == name)
        found.type.tensor_type.shape.dim[1].dim_value = 120

    assert refused(changed(pair_of(1).file, tmp_path, fix)) == "it takes portions of one length alone"


@pytest.mark.slow
def test_a_failure_at_work_is_told_with_what_onnxruntime_says(pair_of: Callable[[int], Pair]) -> None:
    graph = StepGraph(pair_of(1).file, "Ours")
    rows = np.zeros((8, 128), np.float32)
    with pytest.raises(ModelUnavailable, match="it fails at its work"):
        graph.step(rows, np.zeros((4, 7), np.float32), np.zeros((0, 32), np.float32))


@pytest.mark.slow
def test_it_needs_neither_torch_nor_nemo(pair_of: Callable[[int], Pair]) -> None:
    command = [sys.executable, "-c", WITHOUT_TORCH, str(pair_of(1).file)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    assert found.stdout.strip() == ""
