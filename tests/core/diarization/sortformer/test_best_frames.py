import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.diarization.sortformer.best_frames import SILENCE, best_frames


def said(*voices: int | None) -> NDArray[np.float32]:
    """Two voices: who speaks in each frame, float32 [frames, 2]."""
    likely = np.full((len(voices), 2), 0.02, np.float32)
    for frame, voice in enumerate(voices):
        if voice is not None:
            likely[frame, voice] = 0.9 + frame / 1000
    return likely


def test_each_voice_has_its_places_in_order_of_time_and_silence_behind() -> None:
    found = best_frames(said(1, 0, 1, 0, None, 0, 1, 1, 0, 0), places=8, silences=1)
    assert found.tolist() == [3, 5, 8, 9, SILENCE, 6, 7, SILENCE]  # the first was heard lately: it has one more


def test_who_speaks_seldom_is_not_pushed_out_by_who_speaks_much() -> None:
    found = best_frames(said(1, *[0] * 30), places=8, silences=1)
    assert 0 in found.tolist()
    assert found.tolist()[-2:] == [0, SILENCE]


def test_where_nobody_spoke_there_is_silence_alone() -> None:
    assert best_frames(said(*[None] * 20), places=8, silences=1).tolist() == [SILENCE] * 8


def test_of_equals_the_newer_counts_more_and_then_the_earlier() -> None:
    likely = np.tile(np.array([[0.9, 0.02]], np.float32), (12, 1))
    assert best_frames(likely, places=8, silences=0).tolist() == [0, 1, 2, 3, 8, 9, 10, 11]


@pytest.mark.parametrize(("together", "kept"), [(0.3, True), (0.9, False)])
def test_what_somebody_talks_over_is_not_remembered_where_enough_is_clear(together: float, kept: bool) -> None:
    likely = said(*[0] * 4, *[1] * 3, *[None] * 5)
    likely[0, 1] = together
    likely[0, 0] = 0.99
    assert (0 in best_frames(likely, places=10, silences=1).tolist()) is kept
