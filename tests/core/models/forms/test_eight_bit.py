import logging

import numpy as np
import onnx
import pytest

from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.eight_bit import eight_bit_trunk
from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.forms.wespeaker_trunk import OnnxTrunk, original_trunk, projection_of, trunk_model
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.packaged_models import packed_model
from models.packaged_recordings import READER, packaged_samples


def test_the_eight_bit_trunk_gives_nearly_the_same_features(caplog: pytest.LogCaptureFixture) -> None:
    model = standard_onnx(packed_model(WESPEAKER), WESPEAKER.label)
    trunk = trunk_model(model)
    before = trunk.SerializeToString()
    clips = [fbank(packaged_samples(READER)[at : at + 16_000]) for at in (16_000, 48_000, 96_000)]
    with caplog.at_level(logging.WARNING):
        made = eight_bit_trunk(trunk, clips)
    assert trunk.SerializeToString() == before
    assert not caplog.records
    assert len(made) < len(before) / 3
    features, expected = OnnxTrunk(made, projection_of(model)).features(clips[0]), original_trunk().features(clips[0])
    assert np.corrcoef(features.ravel(), expected.ravel())[0, 1] > 0.97


def test_the_first_convolution_stays_float32() -> None:
    model = standard_onnx(packed_model(WESPEAKER), WESPEAKER.label)
    made = onnx.load_from_string(eight_bit_trunk(trunk_model(model), [np.zeros((8, 80), np.float32)]))
    written = {name: node.op_type for node in made.graph.node for name in node.output}
    first, *others = [node for node in made.graph.node if node.op_type == "Conv"]
    assert "DequantizeLinear" not in {written.get(name) for name in first.input}
    assert all(written.get(other.input[1]) == "DequantizeLinear" for other in others)


def test_a_model_that_the_quantizer_does_not_take_is_refused() -> None:
    trunk = trunk_model(standard_onnx(packed_model(WESPEAKER), WESPEAKER.label))
    del trunk.graph.output[:]
    with pytest.raises(ModelUnavailable, match="it cannot be converted"):
        eight_bit_trunk(trunk, [])
