"""The forms of both models on the disk: written, read, and what happens when they cannot be."""

from pathlib import Path
from typing import Never

import numpy as np
import pytest

from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.models import chosen
from desktop_app.core.models.carried import packed_model
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import Choice, Form, original
from desktop_app.core.models.manifest import SEGMENTATION, WESPEAKER, ModelSpec
from desktop_app.core.models.segmentation_forms import load_segmentation, read_segmentation, write_segmentation
from desktop_app.core.models.standard_onnx import standard_onnx
from desktop_app.core.models.trunk_forms import load_trunk, read_trunk, write_trunk
from models.packaged_recordings import READER, packaged_samples

CLIP = fbank(packaged_samples(READER)[16_000:32_000])


@pytest.mark.parametrize("form", [Form.NCNN, Form.EIGHT_BIT])
def test_a_written_trunk_loads_with_its_projection_and_says_what_it_is(form: Form, tmp_path: Path) -> None:
    write_trunk(form, standard_onnx(packed_model(WESPEAKER), WESPEAKER.label), [CLIP], tmp_path)
    trunk, carried = load_trunk(Choice(form, tmp_path)), load_trunk(original())
    assert trunk.note == form.note
    assert np.array_equal(trunk.projection.weight, carried.projection.weight)
    assert np.array_equal(trunk.projection.bias, carried.projection.bias)
    assert np.corrcoef(trunk.features(CLIP).ravel(), carried.features(CLIP).ravel())[0, 1] > 0.97


def test_a_written_segmentation_loads_and_says_what_it_is(tmp_path: Path) -> None:
    write_segmentation(Form.EIGHT_BIT, standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label), tmp_path)
    model = load_segmentation(Choice(Form.EIGHT_BIT, tmp_path))
    assert model.note == "8-bit form, prepared here"
    assert model.activity(np.zeros((2, 1, 160_000), np.float32)).shape == (2, 589, 3)


def test_the_segmentation_has_no_form_for_ncnn(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="no ncnn form"):
        write_segmentation(Form.NCNN, standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label), tmp_path)


@pytest.mark.parametrize("form", [Form.NCNN, Form.EIGHT_BIT])
def test_a_trunk_that_does_not_load_gives_way_to_the_original_which_says_why(form: Form, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        read_trunk(form, tmp_path)
    trunk = load_trunk(Choice(form, tmp_path))
    assert trunk.note is not None
    assert trunk.note.startswith(f"original form; its prepared {form} form cannot be read")
    assert trunk.features(CLIP).shape == (2560, 13)


def test_a_segmentation_that_does_not_load_gives_way_to_the_original_which_says_why(tmp_path: Path) -> None:
    (tmp_path / "segmentation.onnx").write_bytes(b"no model")
    with pytest.raises(ModelUnavailable):
        read_segmentation(Form.EIGHT_BIT, tmp_path)
    model = load_segmentation(Choice(Form.EIGHT_BIT, tmp_path))
    assert model.note is not None
    assert model.note.startswith("original form; onnxruntime refuses the model")


def test_an_original_tells_the_reason_for_which_it_was_chosen() -> None:
    assert load_segmentation(original("nothing is faster")).note == "original form; nothing is faster"
    assert load_trunk(original("nothing is faster")).note == "original form; nothing is faster"


def test_a_prepared_form_does_not_hide_that_the_carried_model_is_not_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(spec: ModelSpec) -> Never:
        raise ModelUnavailable(spec.label, "its bytes have changed", "")

    write_segmentation(Form.EIGHT_BIT, standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label), tmp_path)
    monkeypatch.setattr(chosen, "packed_model", missing)
    with pytest.raises(ModelUnavailable, match="its bytes have changed"):
        load_segmentation(Choice(Form.EIGHT_BIT, tmp_path))
    with pytest.raises(ModelUnavailable, match="its bytes have changed"):
        load_trunk(Choice(Form.NCNN, tmp_path))
