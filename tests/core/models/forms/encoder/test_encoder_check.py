"""Whether the check sees a form that says something else."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx.reference import ReferenceEvaluator

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.encoder.channel_weights import (
    SEVEN_BIT,
    SIGNED,
    UNSIGNED,
    ChannelWeights,
    Quantizer,
    signed,
)
from desktop_app.core.models.forms.encoder.encoder_check import (
    MAX_ERROR,
    EncoderCheck,
    encoder_outputs,
    output_agreement,
)
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource
from desktop_app.core.models.forms.encoder.write_encoder import ENCODER, write_quantized
from desktop_app.core.models.forms.form_trial import Agreement
from models.forms.encoder.built_encoder import MELS
from models.forms.encoder.conftest import speech_features
from models.forms.encoder.sixteen_bit_sums import outputs_in_sixteen_bits


def form_of(source: Path, quantizer: Quantizer, folder: Path) -> Path:
    given = EncoderSource("ears", "Ears", source, "ab" * 32)
    write_quantized(given, quantizer, folder, whose="a test's", on_progress=lambda _: None)
    return folder / ENCODER


def in_sixteen_bits(source: Path, form: Path, speech: list[NDArray[np.float32]]) -> Agreement:
    """How far the form agrees with its source where a processor adds products in 16 bits."""
    return output_agreement(encoder_outputs(source, speech, "Ears"), outputs_in_sixteen_bits(form, speech, "Ears"))


def _exactly(path: Path, clips: list[NDArray[np.float32]], label: str) -> list[NDArray[np.float32]]:
    """In onnx's own evaluator, where this processor may itself add in 16 bits."""
    evaluator = ReferenceEvaluator(onnx.load(path))
    return [
        evaluator.run(["outputs"], {"audio_signal": clip[None], "length": np.array([clip.shape[1]])})[0][0]
        for clip in clips
    ]


@pytest.mark.parametrize("quantizer", [UNSIGNED, SEVEN_BIT], ids=["8-bit", "7-bit"])
def test_both_forms_are_good_enough_also_where_products_are_added_in_sixteen_bits(
    built: Path, tmp_path: Path, quantizer: Quantizer, speech: list[NDArray[np.float32]]
) -> None:
    made = form_of(built, quantizer, tmp_path / "form")
    exact, cut = EncoderCheck(built, speech, "Ears")(made), in_sixteen_bits(built, made, speech)
    assert exact.fault is None
    assert cut.fault is None
    assert cut.difference == pytest.approx(exact.difference, rel=0.05)


def test_signed_weights_are_refused_where_products_are_added_in_sixteen_bits(
    built: Path, tmp_path: Path, speech: list[NDArray[np.float32]]
) -> None:
    made = form_of(built, SIGNED, tmp_path / "form")
    assert EncoderCheck(built, speech, "Ears", _exactly)(made).fault is None
    agreement = in_sixteen_bits(built, made, speech)
    assert agreement.difference > 2 * MAX_ERROR
    assert agreement.fault == f"what it puts out is too different (off by {agreement.difference:.1%})"


def test_weights_that_are_cut_off_by_a_fourth_are_refused(
    built: Path, tmp_path: Path, speech: list[NDArray[np.float32]]
) -> None:
    def cut(weight: NDArray[np.float32]) -> ChannelWeights:
        made = signed(weight)
        return ChannelWeights(np.clip(made.values, -95, 95), made.scales, made.zeros)

    made = form_of(built, Quantizer(SIGNED.dtype, cut), tmp_path / "form")
    assert EncoderCheck(built, speech, "Ears", _exactly)(made).fault


def test_the_source_is_run_once_for_all_forms(built: Path, speech: list[NDArray[np.float32]]) -> None:
    ran: list[Path] = []

    def run(path: Path, clips: list[NDArray[np.float32]], label: str) -> list[NDArray[np.float32]]:
        ran.append(path)
        return clips

    check = EncoderCheck(built, speech, "Ears", run)
    assert ran == []
    first, second = built.with_name("a"), built.with_name("b")
    assert check(first) == check(second)
    assert check(first).difference == 0.0
    assert ran == [built, first, second, first]


def outputs(*clips: float) -> list[NDArray[np.float32]]:
    return [np.full((2, 3), value, np.float32) for value in clips]


def test_the_worst_clip_decides() -> None:
    agreement = output_agreement(outputs(1, 1, 1), outputs(1, 1.1, 1.01))
    assert agreement.difference == pytest.approx(0.1, abs=1e-6)
    assert agreement.fault == "what it puts out is too different (off by 10.0%)"
    assert output_agreement(outputs(1, 1), outputs(1.05, 1)).fault is None


@pytest.mark.parametrize("found", [outputs(np.nan, 1), outputs(np.inf, 1), outputs(1), [], [np.ones((2, 4))] * 2])
def test_what_is_no_number_or_has_another_shape_is_refused(found: list[NDArray[np.float32]]) -> None:
    assert output_agreement(outputs(1, 1), found).fault


def test_silence_from_the_source_tells_nothing() -> None:
    assert output_agreement(outputs(0), outputs(0)).fault
    assert output_agreement([], []).fault == "there is no speech to check it on"


def test_a_form_that_does_not_load_is_told(built: Path, tmp_path: Path, speech: list[NDArray[np.float32]]) -> None:
    check = EncoderCheck(built, speech, "Ears")
    with pytest.raises(ModelUnavailable, match="onnxruntime refuses the model"):
        check(tmp_path / "none.onnx")
    made = form_of(built, SIGNED, tmp_path / "form")
    made.with_name(f"{ENCODER}.data").unlink()
    with pytest.raises(ModelUnavailable, match="onnxruntime refuses the model"):
        check(made)


def test_features_are_of_speech() -> None:
    assert [clip.shape for clip in speech_features(MELS)] == [(MELS, 198)] * 2
