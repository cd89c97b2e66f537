"""Blocks and turns find each other, and words their places."""

import pytest
from scripted import BEN, transcript, turn

from desktop_app.core.transcript.values import Span
from desktop_app.ui.state.shown_turn import shown_turn
from desktop_app.ui.transcript.turn_places import TurnPlaces

TURNS = (
    turn("good morning", 1000),
    turn("", 1500, BEN),
    turn("yes", 2000),
    turn("no", 2000, BEN),
    turn("yes indeed", 2000),
    turn("and so on", 9000),
)
TALK = transcript(*TURNS)


@pytest.fixture
def places() -> TurnPlaces:
    return TurnPlaces([shown for each in TURNS if (shown := shown_turn(each))])


def test_every_spoken_turn_has_its_block_and_every_block_its_turn(places: TurnPlaces) -> None:
    spoken = list(TALK.spoken_turns())
    assert [places.block_of(each) for each in spoken] == [0, 1, 2, 3, 4]
    assert [places.turn_of(number, TALK) for number in range(5)] == spoken


def test_what_is_not_shown_has_no_block_and_what_is_gone_no_turn(places: TurnPlaces) -> None:
    assert places.block_of(turn("not there", 5000)) is None
    assert places.block_of(turn("not there", 1000, BEN)) is None
    assert places.turn_of(0, transcript()) is None
    assert places.turn_of(99, TALK) is None


@pytest.mark.parametrize(("units", "word"), [(0, "and"), (3, "so"), (4, "so"), (6, "on"), (9, "on")])
def test_a_place_in_a_block_is_a_word_or_between_two_the_next(places: TurnPlaces, units: int, word: str) -> None:
    found = places.word_at(4, units, TALK)
    assert found is not None
    assert found.text == word


def test_what_is_selected_was_said_from_its_first_word_to_its_last(places: TurnPlaces) -> None:
    assert places.time_between((0, 5), (1, 3), TALK) == Span(1300, 2250)
    assert places.time_between((4, 1), (4, 5), TALK) == Span(9000, 9550)
    assert places.time_between((0, 0), (99, 1), TALK) is None


def test_a_turn_written_anew_is_measured_anew(places: TurnPlaces) -> None:
    assert places.spans(TURNS[-1], 4) == [(0, 3), (4, 6), (7, 9)]
    assert places.spans(TURNS[0], 0) == [(0, 4), (5, 12)]
