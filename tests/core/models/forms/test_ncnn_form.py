from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnx
import pytest

from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.ncnn_form import ncnn_form
from desktop_app.core.models.forms.ncnn_trunk import NcnnTrunk
from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.forms.wespeaker_trunk import original_trunk, projection_of, trunk_model
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.packaged_models import packed_model
from models.packaged_recordings import DIALOGUE, READER, packaged_samples


@pytest.fixture(scope="module")
def model() -> onnx.ModelProto:
    return standard_onnx(packed_model(WESPEAKER), WESPEAKER.label)


@pytest.fixture(scope="module")
def trunk(model: onnx.ModelProto, tmp_path_factory: pytest.TempPathFactory) -> NcnnTrunk:
    folder = tmp_path_factory.mktemp("ncnn")
    layers, weights = ncnn_form(trunk_model(model))
    (folder / "trunk.param").write_text(layers)
    (folder / "trunk.bin").write_bytes(weights)
    return NcnnTrunk(folder / "trunk.param", folder / "trunk.bin", projection_of(model))


@pytest.mark.parametrize(("name", "frames"), [(READER, 200), (READER, 103), (DIALOGUE, 61), (DIALOGUE, 8)])
def test_ncnn_computes_what_the_carried_model_computes(trunk: NcnnTrunk, name: str, frames: int) -> None:
    clip = fbank(packaged_samples(name)[16_000 : 16_000 + frames * 160 + 240])
    assert len(clip) == frames
    expected, found = original_trunk().features(clip), trunk.features(clip)
    assert (found.shape, found.dtype) == (expected.shape, np.float32)
    assert np.allclose(found, expected, atol=5e-5)


def test_threads_get_what_one_alone_gets(trunk: NcnnTrunk) -> None:
    clips = [fbank(packaged_samples(READER)[at : at + 12_000]) for at in range(0, 96_000, 12_000)]
    alone = [trunk.features(clip) for clip in clips]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(trunk.features, clips))
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


def test_every_blob_is_written_once_and_read_once(model: onnx.ModelProto) -> None:
    magic, counts, *lines = ncnn_form(trunk_model(model))[0].splitlines()
    reads, writes = [], []
    for line in lines:
        _, _, taken, given, *rest = line.split()
        reads += rest[: int(taken)]
        writes += rest[int(taken) : int(taken) + int(given)]
    assert magic == "7767517"
    assert counts == f"{len(lines)} {len(writes)}"
    assert len(set(writes)) == len(writes)
    assert sorted(reads) == sorted(set(writes) - {"out0"})


def test_an_operator_without_a_form_for_ncnn_is_refused_by_name() -> None:
    node = onnx.helper.make_node("Erf", ["x"], ["y"])
    ends = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1]) for name in ("x", "y")]
    graph = onnx.helper.make_graph([node], "graph", ends[:1], ends[1:])
    with pytest.raises(ModelUnavailable, match="its operator Erf is not written for ncnn"):
        ncnn_form(onnx.helper.make_model(graph))


def test_files_that_are_not_there_are_refused(model: onnx.ModelProto, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="ncnn refuses"):
        NcnnTrunk(tmp_path / "no.param", tmp_path / "no.bin", projection_of(model))
