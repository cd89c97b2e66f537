import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.core.diarization.pauses import BEFORE_SPEECH_FRAMES, MIN_PAUSE_FRAMES, without_pauses
from desktop_app.core.diarization.pieces import Piece, runs

STEP = 270


def spoken(frames: int) -> Piece:
    return Piece(2, 50, np.ones(frames, np.bool_), np.ones(frames, np.bool_))


def sound(frames: int, *quiet: tuple[int, int], level: float = 0.0) -> NDArray[np.float32]:
    """Noise at 0.1 with quiet stretches, in frames, at another level."""
    loud = np.full(frames * STEP, 0.1)
    for start, end in quiet:
        loud[start * STEP : end * STEP] = level
    return (loud * np.random.default_rng(1).standard_normal(len(loud))).astype(np.float32)


def test_a_pause_in_the_middle_is_taken_out_up_to_a_moment_before_speech() -> None:
    found = without_pauses(spoken(200), sound(200, (80, 110)))
    (before, after) = runs(found.active)
    assert before == (0, pytest.approx(81, abs=1))
    assert after == (pytest.approx(110 - BEFORE_SPEECH_FRAMES, abs=1), 200)
    assert np.array_equal(found.active, found.clean)
    assert (found.track, found.start) == (2, 50)


@pytest.mark.parametrize("quiet", [(80, 80 + MIN_PAUSE_FRAMES - 1), (0, 40), (150, 200)])
def test_a_short_pause_and_the_edges_stay(quiet: tuple[int, int]) -> None:
    assert without_pauses(spoken(200), sound(200, quiet)).active.all()


def test_soft_speech_is_no_pause() -> None:
    assert without_pauses(spoken(200), sound(200, (80, 120), level=0.004)).active.all()


def test_what_is_beyond_the_end_of_the_sound_stays() -> None:
    found = without_pauses(spoken(200), sound(120, (60, 90)))
    assert not found.active[62:86].any()
    assert found.active[90:].all()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=4), st.integers(0, 250))
def test_nothing_becomes_speech_that_was_not(stretches: list[tuple[int, int]], length: int) -> None:
    piece = spoken(220)
    piece.active[30:60] = piece.clean[30:90] = False
    found = without_pauses(piece, sound(length, *((start, start + more) for start, more in stretches)))
    assert not (found.active & ~piece.active).any()
    assert not (found.clean & ~piece.clean).any()
    assert len(found.active) == 220
