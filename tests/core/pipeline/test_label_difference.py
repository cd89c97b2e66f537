import pytest

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.label_difference import label_difference

TALK = (Segment(0, 0, 4_000), Segment(1, 5_000, 10_000), Segment(0, 10_000, 11_000))


def test_the_same_people_under_other_numbers_are_the_same() -> None:
    renamed = tuple(Segment(7 - segment.speaker, segment.start_ms, segment.end_ms) for segment in TALK)
    assert label_difference(TALK, TALK) == 0.0
    assert label_difference(TALK, renamed) == 0.0


def test_borders_a_frame_or_two_away_are_the_same_borders() -> None:
    moved = tuple(Segment(segment.speaker, segment.start_ms + 30, segment.end_ms - 30) for segment in TALK)
    assert label_difference(TALK, moved) == 0.0


def test_a_second_that_goes_to_somebody_else_counts() -> None:
    other = (*TALK[:2], Segment(1, 10_000, 11_000))
    assert label_difference(TALK, other) == pytest.approx(0.1, abs=0.015)


def test_a_third_person_counts_for_what_it_takes() -> None:
    other = (*TALK[:2], Segment(2, 10_000, 11_000))
    assert label_difference(TALK, other) == pytest.approx(0.1, abs=0.015)
    assert label_difference(other, TALK) == pytest.approx(0.1, abs=0.015)


def test_speech_that_is_lost_or_new_counts() -> None:
    assert label_difference(TALK, TALK[:2]) == pytest.approx(0.1, abs=0.015)
    assert label_difference(TALK[:2], TALK) == pytest.approx(0.1, abs=0.015)
    assert label_difference(TALK, ()) == 1.0
    assert label_difference((), TALK) == 1.0


def test_without_speech_in_either_nothing_is_relabelled() -> None:
    assert label_difference((), ()) == 0.0
