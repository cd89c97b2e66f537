import math

import numpy as np
import pytest
from numpy.typing import NDArray
from synthesis import voice

from desktop_app.core.audio.alignment import align

RATE_HZ = 16_000
HISS = 0.001


def two_recorders(
    duration_s: float, *, late_s: float = 0.0, drift: float = 0.0, bleed: float = 0.1, noise: float = HISS
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """A talk of two people, each before a recorder that hears the other faintly; the second begins so much later, and
    its clock is faster by the drift."""
    import soxr

    one, two = turns(duration_s, 0, 4, seed=1), turns(duration_s, 3.5, 7, seed=2)
    random = np.random.default_rng(0)
    first, second = (np.float32(noise) * random.standard_normal(len(one), np.float32) for _ in range(2))
    first += one + np.float32(bleed) * two
    second += two + np.float32(bleed) * one
    second = second[round(late_s * RATE_HZ) :]
    if drift:
        second = soxr.resample(second, RATE_HZ, RATE_HZ * (1 + drift))
    return first, second


def turns(duration_s: float, from_s: float, to_s: float, *, seed: int) -> NDArray[np.float32]:
    """A voice that is heard from one moment to another of every seven seconds."""
    sound = voice(math.ceil(duration_s / 7) * 7, seed=seed)
    rounds = sound.reshape(-1, 7 * RATE_HZ)
    rounds[:, : round(from_s * RATE_HZ)] = 0
    rounds[:, round(to_s * RATE_HZ) :] = 0
    return sound[: round(duration_s * RATE_HZ)]


@pytest.mark.parametrize("late_s", [0.0, 7.3, 41.25])
def test_a_recorder_that_began_later_is_found_to_the_millisecond(late_s: float) -> None:
    found = align(*two_recorders(90, late_s=late_s))
    assert found is not None
    assert found.by_waves
    assert found.start_s == pytest.approx(late_s, abs=0.001)
    assert found.at(30) == pytest.approx(late_s + 30, abs=0.001)


def test_one_that_began_earlier_begins_before_the_first() -> None:
    first, second = two_recorders(90, late_s=20.5)
    found = align(second, first)
    assert found is not None
    assert found.start_s == pytest.approx(-20.5, abs=0.001)


@pytest.mark.parametrize("drift", [-100e-6, 40e-6, 100e-6])
def test_clocks_that_drift_are_followed(drift: float) -> None:
    found = align(*two_recorders(400, late_s=130.5, drift=drift))
    assert found is not None
    assert found.at(0) == pytest.approx(130.5, abs=0.002)
    assert found.at(260 * (1 + drift)) == pytest.approx(390.5, abs=0.002)


def test_one_in_a_noise_of_its_own_is_found_by_its_rhythm_at_least() -> None:
    found = align(*two_recorders(180, late_s=12.0, bleed=0.1, noise=0.01))
    assert found is not None
    assert found.start_s == pytest.approx(12.0, abs=0.03)


@pytest.mark.parametrize("seed", range(3))
def test_recordings_of_two_talks_are_not_of_one(seed: int) -> None:
    assert align(voice(120, seed=10 + seed), voice(90, seed=20 + seed)) is None


def test_silence_lies_nowhere() -> None:
    nothing = np.zeros(30 * RATE_HZ, np.float32)
    assert align(voice(60, seed=1), nothing) is None
    assert align(nothing, voice(60, seed=1)) is None
    assert align(nothing[:100], nothing[:0]) is None


@pytest.mark.slow
def test_an_hour_apart_by_the_worst_of_clocks() -> None:
    found = align(*two_recorders(3600, late_s=301.5, drift=100e-6))
    assert found is not None
    assert found.at(3200 * (1 + 100e-6)) == pytest.approx(3501.5, abs=0.003)
