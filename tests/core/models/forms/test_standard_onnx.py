import errno
from typing import Never

import numpy as np
import onnx
import pytest

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.manifest import SEGMENTATION, WESPEAKER
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.packaged_models import packed_model
from desktop_app.core.store import temporary_files as leftovers
from models.packaged_recordings import DIALOGUE, packaged_samples


@pytest.mark.parametrize("spec", [SEGMENTATION, WESPEAKER], ids=lambda spec: spec.role)
def test_a_carried_model_becomes_valid_onnx_of_standard_operators(spec: ModelSpec) -> None:
    model = standard_onnx(packed_model(spec), spec.label)
    onnx.checker.check_model(model, full_check=True)
    assert [(opset.domain, opset.version) for opset in model.opset_import] == [("", 17)]
    assert "DequantizeLinear" not in {node.op_type for node in model.graph.node}


def test_the_converted_segmentation_hears_exactly_what_the_carried_one_hears() -> None:
    packed = packed_model(SEGMENTATION)
    carried = single_threaded_session(packed, SEGMENTATION.label)
    converted = single_threaded_session(
        standard_onnx(packed, SEGMENTATION.label).SerializeToString(), SEGMENTATION.label
    )
    windows = {"waveforms": packaged_samples(DIALOGUE)[:320_000].reshape(2, 1, 160_000)}
    assert np.array_equal(carried.run(None, windows)[0], converted.run(None, windows)[0])


def test_bytes_that_are_no_model_are_refused_by_name() -> None:
    with pytest.raises(ModelUnavailable, match="Ears: onnxruntime refuses the model"):
        standard_onnx(b"not a model", "Ears")


def test_without_room_for_temporary_files_nothing_is_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(leftovers, "mkdtemp", full)
    with pytest.raises(ModelUnavailable, match=r"it cannot be converted \(No space left on device\)"):
        standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label)
