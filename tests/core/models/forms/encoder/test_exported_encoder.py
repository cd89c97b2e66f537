"""The forms of a trained encoder, exported by NeMo, beside the encoders that the other tests build."""

from pathlib import Path

import onnx
import pytest
from asr.conftest import tiny_onnx, tiny_parakeet_folder

from desktop_app.core.models.forms.encoder.channel_weights import SEVEN_BIT, SIGNED, UNSIGNED, Quantizer
from desktop_app.core.models.forms.encoder.encoder_check import EncoderCheck, encoder_outputs, output_agreement
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource
from desktop_app.core.models.forms.encoder.write_encoder import ENCODER, write_quantized
from models.forms.encoder.exported_encoder import ExportedEncoder, exported_encoder
from models.forms.encoder.sixteen_bit_sums import outputs_in_sixteen_bits

__all__ = ["tiny_onnx", "tiny_parakeet_folder"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def exported(tiny_onnx: Path) -> ExportedEncoder:
    return exported_encoder(tiny_onnx)


def form_of(exported: ExportedEncoder, quantizer: Quantizer, folder: Path) -> Path:
    source = EncoderSource("ears", "Ears", exported.path, "ab" * 32)
    write_quantized(source, quantizer, folder, whose="a test's", on_progress=lambda _: None)
    return folder / ENCODER


@pytest.mark.parametrize("quantizer", [UNSIGNED, SEVEN_BIT], ids=["8-bit", "7-bit"])
def test_its_forms_are_valid_and_good_enough(exported: ExportedEncoder, quantizer: Quantizer, tmp_path: Path) -> None:
    made = form_of(exported, quantizer, tmp_path / "form")
    onnx.checker.check_model(made, full_check=True)
    kinds = [node.op_type for node in onnx.load(made).graph.node]
    assert kinds.count("MatMulInteger") == 1 + 2 * (5 + 2 + 4)
    agreement = EncoderCheck(exported.path, exported.speech, "Ears")(made)
    assert agreement.fault is None
    assert 0.005 < agreement.difference < 0.04


def test_signed_weights_are_refused_where_products_are_added_in_sixteen_bits(
    exported: ExportedEncoder, tmp_path: Path
) -> None:
    made = form_of(exported, SIGNED, tmp_path / "form")
    expected = encoder_outputs(exported.path, exported.speech, "Ears")
    agreement = output_agreement(expected, outputs_in_sixteen_bits(made, exported.speech, "Ears"))
    assert agreement.fault
    assert "too different" in agreement.fault
