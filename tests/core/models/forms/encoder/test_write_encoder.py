"""The eight-bit form of whole encoders: what it does, and that nothing that happens to it while it is made shows."""

import errno
import shutil
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import numpy_helper

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.encoder import channel_weights, weight_file
from desktop_app.core.models.forms.encoder import write_encoder as module
from desktop_app.core.models.forms.encoder.encoder_check import EncoderCheck, encoder_outputs
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource
from desktop_app.core.models.forms.encoder.write_encoder import ENCODER, write_encoder
from desktop_app.core.models.forms.model_forms import Form
from desktop_app.core.models.forms.processor import multiplies_eight_bits
from models.forms.encoder.built_encoder import Blocks, EncoderBuilder

EIGHT_BITS = {onnx.TensorProto.UINT8, onnx.TensorProto.INT8}
FORMS = [Form.EIGHT_BIT, Form.SEVEN_BIT]


@pytest.fixture(
    autouse=True,
    params=[
        pytest.param(False, id="unsigned"),
        pytest.param(
            True, id="signed", marks=pytest.mark.skipif(not multiplies_eight_bits(), reason="they would be cut off")
        ),
    ],
)
def _processor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel_weights, "multiplies_eight_bits", lambda: request.param)


def source_at(path: Path) -> EncoderSource:
    return EncoderSource("ears", "Ears", path, "ab" * 32)


def written(path: Path, form: Form = Form.EIGHT_BIT) -> Path:
    folder = path.parent.parent / form
    write_encoder(source_at(path), form, folder, on_progress=lambda _: None)
    return folder / ENCODER


def error_of(form: Path, source: Path, speech: list[NDArray[np.float32]]) -> float:
    return EncoderCheck(source, speech, "Ears")(form).difference


@pytest.mark.parametrize("form", FORMS)
def test_the_form_is_valid_onnx_of_two_files_a_fourth_as_large_and_hears_nearly_the_same(
    built: Path, form: Form, speech: list[NDArray[np.float32]]
) -> None:
    made = written(built, form)
    assert sorted(path.name for path in made.parent.iterdir()) == ["encoder.onnx", "encoder.onnx.data"]
    onnx.checker.check_model(made, full_check=True)
    assert 0.001 < error_of(made, built, speech) < 0.035
    table = 5000 * 64 * 4
    sizes = [path.with_name(f"{path.name}.data").stat().st_size - table for path in (made, built)]
    assert sizes[0] < 0.3 * sizes[1]


def test_products_and_convolutions_over_single_moments_are_in_eight_bits_and_nothing_else(built: Path) -> None:
    model, source = onnx.load(written(built)), onnx.load(built)
    kinds, before = (Counter(node.op_type for node in each.graph.node) for each in (model, source))
    assert kinds["MatMulInteger"] == 1 + 2 * (5 + 2 + 4)
    assert kinds["MatMul"] == 2 * 2  # of attention: both sides are computed
    assert kinds["Conv"] == 2  # over nine moments
    assert kinds["DynamicQuantizeLinear"] == kinds["MatMulInteger"] - 2 * 2 - 1  # query, key, value; places
    assert kinds["LayerNormalization"] == before["LayerNormalization"]
    eight_bits = {tensor.name for tensor in model.graph.initializer if tensor.data_type in EIGHT_BITS}
    assert len(eight_bits) == 2 * kinds["MatMulInteger"]
    names = {tensor.name for tensor in model.graph.initializer}
    assert {"places", "0.2.depthwise"} <= names
    assert "pre_encode" not in names


def test_what_stays_in_float32_is_the_same_to_the_bit(built: Path) -> None:
    arrays = [
        {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(path).graph.initializer}
        for path in (built, written(built))
    ]
    kept = set(arrays[0]) & set(arrays[1])
    assert len(kept) > 10
    assert all(np.array_equal(arrays[0][name], arrays[1][name]) for name in kept)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("beside", [False, True], ids=["in one file", "beside it"])
@pytest.mark.parametrize("blocks", [Blocks(32), Blocks(64, True), Blocks(128), Blocks(32, True)], ids=repr)
def test_blocks_of_eight_bits_are_taken_apart(
    tmp_path: Path, form: Form, blocks: Blocks, beside: bool, speech: list[NDArray[np.float32]]
) -> None:
    """The width is no multiple of the greater blocks."""
    path = EncoderBuilder(tmp_path / "built", blocks=blocks, beside=beside, width=96).write()
    made = written(path, form)
    assert "MatMulNBits" not in {node.op_type for node in onnx.load(made).graph.node}
    assert error_of(made, path, speech) < 0.035


def test_the_bias_of_a_convolution_is_added(tmp_path: Path, speech: list[NDArray[np.float32]]) -> None:
    path = EncoderBuilder(tmp_path / "built", has_bias=True).write()
    made = written(path)
    assert "0.2.pointwise1.bias" in {name for node in onnx.load(made).graph.node for name in node.input}
    assert error_of(made, path, speech) < 0.035
    without = EncoderBuilder(tmp_path / "without").write()
    assert error_of(without, path, speech) > 0.035


def test_weights_that_two_products_share_are_written_once(tmp_path: Path, speech: list[NDArray[np.float32]]) -> None:
    path = EncoderBuilder(tmp_path / "built", beside=False).write()
    model = onnx.load(path)
    next(node for node in model.graph.node if "0.1.k" in node.input).input[1] = "0.1.q"
    onnx.save(model, path)
    made = written(path)
    assert sum(tensor.name.startswith("0.1.q") for tensor in onnx.load(made).graph.initializer) == 3
    assert error_of(made, path, speech) < 0.035


def test_a_model_without_weights_for_it_is_refused(tmp_path: Path, built: Path) -> None:
    again = shutil.copytree(written(built).parent, tmp_path / "again" / "built") / ENCODER
    with pytest.raises(ModelUnavailable, match="it has no weights in float32, nor in blocks of 8 bits"):
        write_encoder(source_at(again), Form.EIGHT_BIT, tmp_path / "new", on_progress=lambda _: None)
    assert not (tmp_path / "new" / ENCODER).exists()


def test_operators_that_are_too_old_are_refused(built: Path) -> None:
    model = onnx.load(built, load_external_data=False)
    model.opset_import[0].version = 9
    onnx.save(model, built)
    with pytest.raises(ModelUnavailable, match="operators of version 9 know no products in 8 bits"):
        written(built)


class Stop(Exception):
    pass


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("after", [0, 1, 7, 20])
def test_a_form_that_was_stopped_after_some_weights_comes_out_the_same(
    built: Path, tmp_path: Path, form: Form, after: int
) -> None:
    expected = written(built, form)
    progress: list[float] = []

    def stop(part: float) -> None:
        progress.append(part)
        if len(progress) > after:
            raise Stop

    folder = tmp_path / "stopped"
    with pytest.raises(Stop):
        write_encoder(source_at(built), form, folder, on_progress=stop)
    assert not (folder / ENCODER).exists()
    later: list[float] = []
    write_encoder(source_at(built), form, folder, on_progress=later.append)
    assert later[0] == progress[-1]
    for name in (ENCODER, f"{ENCODER}.data"):
        assert (folder / name).read_bytes() == expected.with_name(name).read_bytes()


def test_another_form_or_source_is_not_gone_on_with(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "form"
    write_encoder(source_at(built), Form.EIGHT_BIT, folder, on_progress=lambda _: None)
    for source, form in (
        (source_at(built), Form.SEVEN_BIT),
        (EncoderSource("ears", "Ears", built, "cd" * 32), Form.SEVEN_BIT),
    ):
        progress: list[float] = []
        write_encoder(source, form, folder, on_progress=progress.append)
        assert progress[0] == 0.0
        assert len(progress) > 20


def test_a_full_disk_is_told_before_anything_is_written(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: SimpleNamespace(free=50_000_000))
    with pytest.raises(OSError, match="50 MB are free, and 51 MB are needed") as caught:
        write_encoder(source_at(built), Form.EIGHT_BIT, tmp_path / "form", on_progress=lambda _: None)
    assert caught.value.errno == errno.ENOSPC
    assert list((tmp_path / "form").iterdir()) == []


def test_a_disk_that_fills_up_meanwhile_leaves_no_encoder(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(weight_file, "_write", full)
    with pytest.raises(OSError, match="No space left"):
        write_encoder(source_at(built), Form.EIGHT_BIT, tmp_path / "form", on_progress=lambda _: None)
    assert not (tmp_path / "form" / ENCODER).exists()


def test_a_cut_source_is_told_before_anything_is_written(built: Path, tmp_path: Path) -> None:
    with built.with_name("encoder-model.onnx.data").open("r+b") as data:
        data.truncate(1000)
    with pytest.raises(ModelUnavailable, match="was cut short: it has 1000 of"):
        write_encoder(source_at(built), Form.EIGHT_BIT, tmp_path / "form", on_progress=lambda _: None)
    assert not (tmp_path / "form").exists()


def test_frames_behind_the_end_are_left_out(built: Path, speech: list[NDArray[np.float32]]) -> None:
    outputs = encoder_outputs(built, speech, "Ears")
    assert [output.shape for output in outputs] == [(64, clip.shape[1]) for clip in speech]
