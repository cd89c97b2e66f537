import numpy as np
import pytest

from desktop_app.core.embedding.embedder import Clip, normalised


def test_clean_speech_is_counted_over_all_its_stretches() -> None:
    assert Clip(np.zeros(48_000, np.float32), ((0, 8000), (16_000, 32_000))).clean_s == pytest.approx(1.5)


def test_vectors_are_scaled_to_length_one() -> None:
    assert np.allclose(normalised(np.array([[3.0, 4.0], [0.0, -2.0]], np.float32)), [[0.6, 0.8], [0.0, -1.0]])


@pytest.mark.parametrize("bad", [[0.0, 0.0], [np.nan, 1.0], [np.inf, 1.0], [1e-12, 0.0]])
def test_a_vector_without_a_usable_length_becomes_nan_and_leaves_the_others_alone(bad: list[float]) -> None:
    rows = normalised(np.array([bad, [0.0, 5.0]], np.float32))
    assert np.isnan(rows[0]).all()
    assert rows[1].tolist() == [0.0, 1.0]
