import numpy as np
import pytest

from desktop_app.core.diarization.likeness import reliability


@pytest.mark.parametrize(
    ("one_s", "other_s", "cosine"),
    [(0.72, 0.72, 0.44), (0.72, 3.04, 0.57), (1.44, 1.44, 0.57), (1.44, 3.04, 0.65), (3.04, 3.04, 0.73)],
)
def test_it_foretells_the_mean_cosine_that_was_measured_between_stretches_of_one_voice(
    one_s: float, other_s: float, cosine: float
) -> None:
    one, other = reliability(np.array([one_s, other_s]))
    assert one * other == pytest.approx(cosine, abs=0.03)


def test_longer_speech_is_more_reliable_and_never_beyond_one() -> None:
    grown = reliability(np.geomspace(0.01, 1000, 60))
    assert (np.diff(grown) >= 0).all()
    assert 0 < grown[0] < grown[-1] <= 1
