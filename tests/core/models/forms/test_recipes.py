"""Whether the check sees 8-bit weights that a processor's sums cut off: those without 8-bit dot products do that."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from desktop_app.core.models.forms.form_trial import Agreement
from desktop_app.core.models.forms.model_forms import Form
from desktop_app.core.models.forms.recipes import TrunkRecipe
from desktop_app.core.models.forms.wespeaker_trunk import OnnxTrunk
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.pipeline.check_speech import check_speech

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def recipe() -> TrunkRecipe:
    speech = check_speech()
    return TrunkRecipe(speech.ranging, speech.checking)


@pytest.fixture(scope="module")
def written(recipe: TrunkRecipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("form")
    recipe.write(Form.EIGHT_BIT, folder)
    (model,) = folder.glob("*.onnx")
    return model


@pytest.fixture(scope="module")
def eight_bits(written: Path) -> onnx.ModelProto:
    return onnx.load(written)


def weights(model: onnx.ModelProto) -> list[onnx.TensorProto]:
    """Those of the convolutions with 8-bit weights, in their order."""
    return [each for each in model.graph.initializer if each.data_type == onnx.TensorProto.INT8 and len(each.dims) == 4]


def agreement_of(recipe: TrunkRecipe, model: onnx.ModelProto) -> Agreement:
    original = recipe.original()
    return recipe.agreement(original, Form.EIGHT_BIT, OnnxTrunk(model.SerializeToString(), original.projection))


def cut_off(model: onnx.ModelProto, at: int, convolutions: slice) -> onnx.ModelProto:
    """A copy whose weights, -127 to 127, go no further than so far."""
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    for tensor in weights(copy)[convolutions]:
        limited = np.clip(numpy_helper.to_array(tensor), -at, at)
        tensor.CopyFrom(numpy_helper.from_array(limited, tensor.name))
    return copy


def test_the_eight_bit_form_is_good_enough(recipe: TrunkRecipe, eight_bits: onnx.ModelProto) -> None:
    assert len(weights(eight_bits)) > 30
    assert max(np.abs(numpy_helper.to_array(each).astype(int)).max() for each in weights(eight_bits)) == 127
    assert agreement_of(recipe, eight_bits).fault is None


def test_it_is_the_same_to_the_byte_whenever_it_is_made(written: Path, prepared_models: Path) -> None:
    prepared = prepared_models / WESPEAKER.name / written.name
    if not prepared.is_file():
        pytest.skip("this processor has no 8-bit dot products: another form was prepared")
    assert written.read_bytes() == prepared.read_bytes()


@pytest.mark.parametrize(
    ("at", "convolutions"),
    [(118, slice(None)), (64, slice(30, 31))],
    ids=["all by a fourteenth", "a single convolution's by half"],
)
def test_one_whose_weights_are_cut_off_is_refused(
    recipe: TrunkRecipe, eight_bits: onnx.ModelProto, at: int, convolutions: slice
) -> None:
    fault = agreement_of(recipe, cut_off(eight_bits, at, convolutions)).fault
    assert fault is not None
    assert "too different" in fault
