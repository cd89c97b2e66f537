"""The forms of WeSpeaker on the disk: written, read, and what happens when they cannot be."""

from pathlib import Path
from typing import Never

import numpy as np
import pytest

from desktop_app import translation
from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import trunk_forms
from desktop_app.core.models.forms.model_forms import NOT_TRIED, Choice, Form, note_in_words, original
from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.forms.trunk_forms import load_trunk, preferred_forms, read_trunk, write_trunk
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.packaged_models import packed_model
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


@pytest.mark.parametrize("form", [Form.NCNN, Form.EIGHT_BIT])
def test_a_trunk_that_does_not_load_gives_way_to_the_original_which_says_why(form: Form, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        read_trunk(form, tmp_path)
    trunk = load_trunk(Choice(form, tmp_path))
    assert trunk.note is not None
    assert trunk.note.startswith(f"original form; its prepared {form} form cannot be read")
    assert trunk.features(CLIP).shape == (2560, 13)


def test_an_original_tells_the_reason_for_which_it_was_chosen() -> None:
    assert load_trunk(original("nothing is faster")).note == "original form; nothing is faster"


def test_a_note_is_kept_in_english_and_shown_in_the_language_of_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [Form.NCNN.note, original(NOT_TRIED).note, "bfloat16", None]
    assert [note_in_words(note) for note in notes] == notes
    german = {
        ("float32 by ncnn, prepared here", ""): ("float32 mit ncnn, hier vorbereitet",),
        ("original form; no other form has been tried here yet", ""): ("Originalform; sonst nichts",),
    }
    monkeypatch.setattr(translation._Spoken, "catalogue", german)
    assert [Form.NCNN.note, original(NOT_TRIED).note] == notes[:2]
    shown = ["float32 mit ncnn, hier vorbereitet", "Originalform; sonst nichts", "bfloat16", None]
    assert [note_in_words(note) for note in notes] == shown


def test_a_prepared_form_does_not_hide_that_the_carried_model_is_not_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(spec: ModelSpec) -> Never:
        raise ModelUnavailable(spec.label, "its bytes have changed", "")

    monkeypatch.setattr(trunk_forms, "packed_model", missing)
    with pytest.raises(ModelUnavailable, match="its bytes have changed"):
        load_trunk(Choice(Form.NCNN, tmp_path))


@pytest.mark.parametrize(("has_products", "forms"), [(True, (Form.EIGHT_BIT, Form.NCNN)), (False, (Form.NCNN,))])
def test_eight_bits_are_tried_only_where_the_processor_multiplies_them_and_then_first(
    monkeypatch: pytest.MonkeyPatch, has_products: bool, forms: tuple[Form, ...]
) -> None:
    monkeypatch.setattr(trunk_forms, "multiplies_eight_bits", lambda: has_products)
    assert preferred_forms() == forms
    assert [form for form in Form if not form.is_exact] == [
        Form.EIGHT_BIT,
        Form.SEVEN_BIT,
        Form.BFLOAT16,
        Form.FLOAT16,
    ]
