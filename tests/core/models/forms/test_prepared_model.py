import json

import pytest

from desktop_app.core.models.forms.form_trial import Agreement, FormTrial
from desktop_app.core.models.forms.model_forms import Choice, Form, original
from desktop_app.core.models.forms.prepared_model import Circumstances, Record, circumstances, read_record, record_text
from desktop_app.core.models.manifest import SEGMENTATION, WESPEAKER
from desktop_app.core.models.model_spec import FileSpec

RECORD = Record(
    Circumstances("ab" * 32, "ncnn 1", "a processor"),
    Form.NCNN,
    None,
    (
        FormTrial(Form.NCNN, 1.6, Agreement(2e-7, 0.999, 1.0)),
        FormTrial(Form.EIGHT_BIT, None, None, "it cannot be made"),
    ),
    (FileSpec("trunk.bin", 12, "cd" * 32),),
)


def test_a_record_reads_back_as_it_was_written() -> None:
    assert read_record(record_text(RECORD)) == RECORD


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '{"format": 1}', '{"format": 1, "circumstances": 3}'])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_record(text)


@pytest.mark.parametrize(
    ("field", "value"), [("format", 2), ("form", "abacus"), ("trials", [{}]), ("files", [3]), ("circumstances", {})]
)
def test_a_record_of_another_kind_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_record(json.dumps({**json.loads(record_text(RECORD)), field: value}))


def test_a_preparation_holds_for_one_model_with_these_tools_on_this_processor() -> None:
    here = circumstances(WESPEAKER.files[0].sha256)
    assert here == circumstances(WESPEAKER.files[0].sha256)
    assert here != circumstances(SEGMENTATION.files[0].sha256)
    assert all(f"{tool} " in here.tools for tool in ("ncnn", "onnx", "onnxruntime"))
    assert here.processor


def test_every_form_but_the_original_has_a_note_and_the_original_says_why_it_is_used() -> None:
    assert Form.ORIGINAL.note is None
    assert all(form.note for form in Form if form is not Form.ORIGINAL)
    assert original().note is None
    assert original("nothing is faster").note == "original form; nothing is faster"
    assert Choice(Form.NCNN).note == "float32 by ncnn, prepared here"
