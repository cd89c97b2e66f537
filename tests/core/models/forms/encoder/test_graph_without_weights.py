from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.encoder.graph_without_weights import graph_without_weights
from desktop_app.core.models.forms.encoder.stored_weights import StoredWeights
from models.forms.encoder.built_encoder import EncoderBuilder


@pytest.fixture(params=[False, True], ids=["in one file", "beside it"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return EncoderBuilder(tmp_path, width=128, layers=1, beside=request.param).write()


def test_the_graph_is_the_same_and_every_weight_is_read_from_where_it_lies(path: Path) -> None:
    model, expected = graph_without_weights(path, "Ears"), onnx.load(path)
    assert list(model.graph.node) == list(expected.graph.node)
    assert model.opset_import == expected.opset_import
    weights = StoredWeights(model, path.parent, "Ears")
    for tensor in expected.graph.initializer:
        array = numpy_helper.to_array(tensor)
        assert weights.shape(tensor.name) == array.shape
        assert weights.dtype(tensor.name) == array.dtype
        assert np.array_equal(weights.array(tensor.name), array)


def test_large_weights_are_not_taken_into_memory(tmp_path: Path) -> None:
    path = EncoderBuilder(tmp_path, width=256, beside=False).write()
    assert path.stat().st_size > 10_000_000
    assert len(graph_without_weights(path, "Ears").SerializeToString()) < 200_000


@pytest.mark.parametrize("kept", [0.0, 0.001, 0.5, 0.999])
def test_a_file_that_was_cut_short_is_refused(tmp_path: Path, kept: float) -> None:
    path = EncoderBuilder(tmp_path, beside=False).write()
    data = path.read_bytes()
    path.write_bytes(data[: round(kept * len(data))])
    with pytest.raises(ModelUnavailable, match=r"Ears: .*encoder-model.onnx is no whole ONNX model"):
        graph_without_weights(path, "Ears")


@pytest.mark.parametrize("data", [b"\xff" * 40, b"not a model at all", b"<html>", bytes(100)])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "encoder-model.onnx"
    path.write_bytes(data)
    with pytest.raises(ModelUnavailable, match="is no whole ONNX model"):
        graph_without_weights(path, "Ears")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        graph_without_weights(tmp_path / "none.onnx", "Ears")


def weights_of(path: Path, **entries: str) -> StoredWeights:
    model = onnx.load(path, load_external_data=False)
    for entry in model.graph.initializer[3].external_data:
        entry.value = entries.get(entry.key, entry.value)
    return StoredWeights(model, path.parent, "Ears")


@pytest.mark.parametrize(
    "entries",
    [
        {"location": "../built/encoder-model.onnx.data"},
        {"location": "/etc/passwd"},
        {"location": ""},
        {"location": ".."},
        {"offset": "-4"},
        {"offset": "much"},
        {"length": "4"},
    ],
)
def test_weights_that_lie_elsewhere_or_are_of_another_size_are_refused(built: Path, entries: dict[str, str]) -> None:
    with pytest.raises(ModelUnavailable, match="does not say where its weight"):
        weights_of(built, **entries)


def test_a_file_of_weights_that_was_cut_short_is_told_with_its_size(built: Path) -> None:
    data = built.with_name("encoder-model.onnx.data")
    size = data.stat().st_size
    with data.open("r+b") as file:
        file.truncate(size - 1)
    with pytest.raises(ModelUnavailable, match=f"was cut short: it has {size - 1} of {size} bytes"):
        weights_of(built)
    data.unlink()
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        weights_of(built)
