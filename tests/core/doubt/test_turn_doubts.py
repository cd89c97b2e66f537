"""A word of these turns takes 300 ms."""

import pytest
from any_talk import talk, turn

from desktop_app.core.doubt.turn_doubts import Overlaps, TurnDoubts, doubts_of_turns
from desktop_app.core.doubt.values import Reason
from desktop_app.core.transcript.values import Span, Transcript, Turn

LONG = "a b c d e f g h i j"


def doubts(transcript: Transcript, number: int) -> TurnDoubts:
    return next(found for at, _, found in doubts_of_turns(transcript) if at == number)


@pytest.mark.parametrize(("margin", "strength"), [(0.0, 1), (-0.3, 1), (0.1, 0.5), (0.2, 0), (0.9, 0)])
def test_the_thinner_the_margin_the_more_is_doubted(margin: float, strength: float) -> None:
    assert doubts(talk(turn("S1", LONG, margin=margin)), 0).everywhere[Reason.MARGIN] == pytest.approx(strength)


def test_a_voice_is_untold_only_where_others_are_told() -> None:
    untold = turn("S1", LONG, margin=None)
    assert doubts(talk(untold), 0).everywhere[Reason.UNTOLD_VOICE] == 0
    assert doubts(talk(untold, turn("S2", LONG, 4000)), 0).everywhere[Reason.UNTOLD_VOICE] == 1


def test_an_island_lies_between_two_turns_of_one_other_speaker() -> None:
    short = turn("S2", "no", 3500)
    between_one = talk(turn("S1", LONG), short, turn("S1", LONG, 4000))
    between_two = talk(turn("S1", LONG), short, turn("S3", LONG, 4000))
    assert doubts(between_one, 1).everywhere[Reason.ISLAND] == pytest.approx(1 - 300 / 2500)
    assert doubts(between_two, 1).everywhere[Reason.ISLAND] == 0
    assert doubts(between_one, 0).everywhere[Reason.ISLAND] == 0


def test_speech_without_words_does_not_stand_between_turns() -> None:
    heard = talk(turn("S1", LONG), Turn("S3", 3100, 3300), turn("S2", "no", 3500), turn("S1", LONG, 4000))
    assert doubts(heard, 2).everywhere[Reason.ISLAND] > 0


def test_a_change_is_quick_without_a_pause_on_the_side_where_there_is_none() -> None:
    heard = talk(turn("S1", LONG), turn("S2", LONG, 3100), turn("S3", LONG, 6300))
    assert doubts(heard, 1).first[Reason.QUICK_CHANGE] == 0.5
    assert doubts(heard, 1).last[Reason.QUICK_CHANGE] == 0
    assert doubts(heard, 0).first[Reason.QUICK_CHANGE] == 0
    assert doubts(heard, 2).first[Reason.QUICK_CHANGE] == 0


def test_overlap_counts_by_its_length_and_that_it_is_there() -> None:
    overlaps = Overlaps([Span(0, 100), Span(1000, 1500)])
    alone, over = turn("S1", LONG), turn("S1", LONG, overlap=True)
    assert overlaps.strength(alone, 200, 900) == 0
    assert overlaps.strength(over, 200, 900) == pytest.approx(0.35)
    assert overlaps.strength(alone, 1000, 1500) == 1
    assert overlaps.strength(alone, 500, 1500) == pytest.approx(0.35 + 0.65 / 2)
