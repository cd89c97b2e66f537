import numpy as np
import pytest

from desktop_app.core.models.forms.encoder import channel_weights
from desktop_app.core.models.forms.encoder.channel_weights import (
    SEVEN_BIT,
    SIGNED,
    UNSIGNED,
    ChannelWeights,
    Quantizer,
    seven_bit,
    unsigned,
)
from desktop_app.core.models.forms.model_forms import Form

QUANTIZERS, NAMES = (UNSIGNED, SIGNED, SEVEN_BIT), ("unsigned", "signed", "7-bit")
WEIGHT = np.random.default_rng(0).normal(0, [0.01, 1, 30], (200, 3)).astype(np.float32) + np.float32(0.02)


def restored(made: ChannelWeights) -> np.ndarray:
    return (made.values.astype(np.float32) - made.zeros.astype(np.float32)) * made.scales


@pytest.mark.parametrize("quantizer", QUANTIZERS, ids=NAMES)
def test_each_channel_is_within_half_a_step_of_its_own(quantizer: Quantizer) -> None:
    made = quantizer.quantize(WEIGHT.copy())
    assert made.values.dtype == made.zeros.dtype == quantizer.dtype
    assert made.scales.dtype == np.float32
    assert np.all(np.abs(restored(made) - WEIGHT) <= 0.501 * made.scales)
    assert made.scales[2] > 1000 * made.scales[0]


def test_unsigned_weights_use_all_of_eight_bits_though_they_are_not_even() -> None:
    made = unsigned(np.linspace(-1, 3, 50, dtype=np.float32)[:, None])
    assert (made.values.min(), made.values.max(), made.zeros[0]) == (0, 255, 64)


def test_weights_of_one_sign_still_have_a_zero() -> None:
    made = unsigned(np.array([[2.0], [3.0]], np.float32))
    assert np.allclose(restored(made), [[2], [3]], atol=0.01)
    assert made.zeros[0] == 0


def test_two_products_of_seven_bits_fit_into_sixteen() -> None:
    values = seven_bit(WEIGHT.copy()).values.astype(int)
    assert (values.min(), values.max()) >= (-64, 63)
    assert 2 * 255 * np.abs(values).max() < 1 << 15


@pytest.mark.parametrize("quantizer", QUANTIZERS, ids=NAMES)
@pytest.mark.parametrize("value", [0, 1e-45])
def test_a_channel_of_nothing_stays_nothing(quantizer: Quantizer, value: float) -> None:
    made = quantizer.quantize(np.full((4, 2), value, np.float32))
    assert np.allclose(restored(made), 0)


@pytest.mark.parametrize("quantizer", QUANTIZERS, ids=NAMES)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_refused(quantizer: Quantizer, value: float) -> None:
    weight = WEIGHT.copy()
    weight[3, 1] = value
    with pytest.raises(ValueError, match="no numbers"):
        quantizer.quantize(weight)


@pytest.mark.parametrize(("is_there", "eight_bit"), [(True, SIGNED), (False, UNSIGNED)])
def test_signed_weights_of_eight_bits_are_for_processors_that_add_them_exactly(
    monkeypatch: pytest.MonkeyPatch, is_there: bool, eight_bit: Quantizer
) -> None:
    monkeypatch.setattr(channel_weights, "multiplies_eight_bits", lambda: is_there)
    assert channel_weights.quantizer_of(Form.EIGHT_BIT) is eight_bit
    assert channel_weights.quantizer_of(Form.SEVEN_BIT) is SEVEN_BIT
