from collections.abc import Iterator

import numpy as np
import pytest

from desktop_app.core.models.forms.form_trial import ROUNDS, embedding_agreement, relative_speed, speed_fault
from desktop_app.core.models.forms.model_forms import Form


def unit(degrees: float) -> list[float]:
    return [float(np.cos(np.radians(degrees))), float(np.sin(np.radians(degrees)))]


def turned(*degrees: float) -> tuple[np.ndarray, np.ndarray]:
    """Twelve embeddings and the same ones, the first few turned by some degrees."""
    original = np.array([unit(30 * index) for index in range(12)], np.float32)
    given = [*degrees, *[0.0] * (12 - len(degrees))]
    return original, np.array([unit(30 * index + turn) for index, turn in enumerate(given)], np.float32)


@pytest.mark.parametrize("exact", [True, False])
def test_the_same_embeddings_agree_whatever_their_lengths(exact: bool) -> None:
    original, other = turned()
    agreement = embedding_agreement(original, other * 3, exact=exact)
    assert agreement.fault is None
    assert agreement.least_cosine == pytest.approx(1.0, abs=1e-6)
    assert agreement.difference < 1e-7


@pytest.mark.parametrize(("off_by", "is_exact"), [(5e-7, True), (2e-6, False), (1e-4, False)])
def test_what_is_called_exact_is_the_original_to_a_millionth(off_by: float, is_exact: bool) -> None:
    original = np.random.default_rng(0).normal(size=(12, 256))
    original /= np.linalg.norm(original, axis=1, keepdims=True)
    other = original + off_by * np.random.default_rng(1).normal(size=original.shape)
    agreement = embedding_agreement(original, other, exact=True)
    assert agreement.difference == pytest.approx(off_by, rel=0.1)
    assert (agreement.fault is None) is is_exact
    assert embedding_agreement(original, other, exact=False).fault is None


def test_one_clip_that_is_too_different_is_enough_to_refuse() -> None:
    agreement = embedding_agreement(*turned(12), exact=False)
    assert agreement.least_cosine == pytest.approx(np.cos(np.radians(12)), abs=1e-5)
    assert agreement.fault == "its embeddings are too different (cosine 0.978 at the least, 0.998 on average)"


def test_many_clips_that_are_somewhat_different_are_too() -> None:
    agreement = embedding_agreement(*turned(*[9.0] * 12), exact=False)
    assert agreement.least_cosine > 0.985
    assert agreement.fault is not None


@pytest.mark.parametrize("exact", [True, False])
def test_embeddings_that_are_not_numbers_are_refused(exact: bool) -> None:
    original, other = turned()
    other[3] = np.nan
    assert embedding_agreement(original, other, exact=exact).fault is not None


@pytest.mark.parametrize("clips", [0, 11])
def test_fewer_than_twelve_clips_are_too_few_to_tell(clips: int) -> None:
    original, other = turned()
    assert embedding_agreement(original[:clips], other[:clips], exact=False).fault == (
        f"there are {clips} clips of speech to check it on, and 12 are needed"
    )


@pytest.mark.parametrize(("speed", "is_enough"), [(0.5, False), (0.66, False), (0.67, True), (3.0, True)])
def test_only_a_form_that_is_out_of_the_question_is_too_slow(speed: float, is_enough: bool) -> None:
    assert (speed_fault(Form.NCNN, speed) is None) is is_enough
    assert speed_fault(Form.EIGHT_BIT, speed) is None


@pytest.mark.parametrize(("speed", "is_enough"), [(0.02, False), (1.4, False), (1.6, True), (8.0, True)])
def test_half_precision_must_be_worth_other_results(speed: float, is_enough: bool) -> None:
    assert (speed_fault(Form.BFLOAT16, speed) is None) is is_enough
    assert (speed_fault(Form.FLOAT16, speed) is None) is is_enough


class Work:
    """Work that takes as long as it is told, by a clock of its own."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.order = ""

    def lasting(self, name: str, *seconds: float) -> Iterator[None]:
        for each in seconds:
            self.now_s += each
            self.order += name
            yield


def test_speed_is_told_by_the_best_of_rounds_that_take_turns_after_one_to_warm_up() -> None:
    work = Work()
    original, other = work.lasting("a", 90, 4, 6, 5, 7, 8), work.lasting("b", 50, 3, 2, 9, 3, 3)
    assert relative_speed(lambda: next(original), lambda: next(other), lambda: work.now_s) == pytest.approx(2.0)
    assert work.order == "ab" * (1 + ROUNDS)
