from collections.abc import Iterator

import numpy as np
import pytest

from desktop_app.core.models.trial import (
    embedding_agreement,
    relative_speed,
    segmentation_agreement,
    speed_fault,
)


def unit(degrees: float) -> list[float]:
    return [float(np.cos(np.radians(degrees))), float(np.sin(np.radians(degrees)))]


def turned(*degrees: float) -> tuple[np.ndarray, np.ndarray]:
    """Twelve embeddings and the same ones, the first few turned by some degrees."""
    original = np.array([unit(30 * index) for index in range(12)], np.float32)
    given = [*degrees, *[0.0] * (12 - len(degrees))]
    return original, np.array([unit(30 * index + turn) for index, turn in enumerate(given)], np.float32)


def test_the_same_embeddings_agree_whatever_their_lengths() -> None:
    original, other = turned()
    agreement = embedding_agreement(original, other * 3)
    assert agreement.fault is None
    assert agreement.least_cosine == pytest.approx(1.0, abs=1e-6)


def test_one_clip_that_is_too_different_is_enough_to_refuse() -> None:
    agreement = embedding_agreement(*turned(12))
    assert agreement.least_cosine == pytest.approx(np.cos(np.radians(12)), abs=1e-5)
    assert agreement.fault == "its embeddings are too different (cosine 0.978 at the least, 0.998 on average)"


def test_many_clips_that_are_somewhat_different_are_too() -> None:
    agreement = embedding_agreement(*turned(*[9.0] * 12))
    assert agreement.least_cosine is not None
    assert agreement.least_cosine > 0.985
    assert agreement.fault is not None


def test_embeddings_that_are_not_numbers_are_refused() -> None:
    original, other = turned()
    other[3] = np.nan
    assert embedding_agreement(original, other).fault is not None


def test_eleven_clips_are_too_few_to_tell() -> None:
    original, other = turned()
    assert embedding_agreement(original[:11], other[:11]).fault == (
        "there are 11 clips of speech to check it on, and 12 are needed"
    )


@pytest.mark.parametrize(("frames", "fault"), [(20, None), (21, "it hears 2.1% of the frames otherwise")])
def test_two_in_a_hundred_frames_may_come_out_otherwise(frames: int, fault: str | None) -> None:
    original = np.zeros((10, 100, 3), np.float32)
    other = original.copy()
    other.reshape(-1, 3)[:frames, 1] = 1.0
    agreement = segmentation_agreement(original, other)
    assert (agreement.changed, agreement.fault) == (pytest.approx(frames / 1000), fault)


def test_without_any_window_nothing_agrees() -> None:
    nothing = np.zeros((0, 589, 3), np.float32)
    assert segmentation_agreement(nothing, nothing).fault is not None


@pytest.mark.parametrize(("speed", "is_enough"), [(0.5, False), (1.09, False), (1.1, True), (3.0, True)])
def test_a_form_has_to_be_a_tenth_faster(speed: float, is_enough: bool) -> None:
    assert (speed_fault(speed) is None) is is_enough


class Work:
    """Work that takes as long as it is told, by a clock of its own."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.runs = 0

    def lasting(self, *seconds: float) -> Iterator[None]:
        for each in seconds:
            self.now_s += each
            self.runs += 1
            yield


def test_speed_is_told_by_the_best_of_two_rounds_after_one_to_warm_up() -> None:
    work = Work()
    original, other = work.lasting(90, 4, 6), work.lasting(50, 3, 2)
    assert relative_speed(lambda: next(original), lambda: next(other), lambda: work.now_s) == pytest.approx(2.0)


def test_what_is_not_faster_in_the_first_round_gets_no_second() -> None:
    work = Work()
    original, other = work.lasting(90, 4), work.lasting(50, 4)
    assert relative_speed(lambda: next(original), lambda: next(other), lambda: work.now_s) == pytest.approx(1.0)
    assert work.runs == 4
