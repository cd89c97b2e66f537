"""Turns split, joined, deleted, given to others; borders moved."""

import pytest
from talking import TALK, of, texts

from desktop_app.core.editing import turn_acts
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.editing.turn_edits import GiveTurns
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Transcript


def after(edit: Edit | None) -> Transcript:
    assert edit is not None
    return edit.apply(TALK)


def test_a_turn_is_split_and_its_second_half_given_away_at_once() -> None:
    found = after(turn_acts.split(TALK, 0, 2, speaker="S2"))
    assert (texts(found)[:2], of(found, 0), of(found, 1)) == (["we met", "at the harbour"], "Anna", "Ben")


def test_before_its_first_word_the_whole_turn_is_given() -> None:
    found = after(turn_acts.split(TALK, 0, 0, speaker="S2"))
    assert (texts(found), of(found, 0)) == (texts(TALK), "Ben")


@pytest.mark.parametrize("word", [0, 5, 9])
def test_nothing_is_split_where_one_part_would_have_no_words(word: int) -> None:
    assert turn_acts.split(TALK, 0, word) is None


def test_words_within_a_turn_become_a_turn_of_another_speaker() -> None:
    found = after(turn_acts.give(TALK, WordStretch(0, 1, 0, 3), "S2"))
    assert texts(found)[:3] == ["we", "met at", "the harbour"]
    assert [of(found, place) for place in range(3)] == ["Anna", "Ben", "Anna"]


def test_words_from_one_turn_to_another_are_given_with_all_between() -> None:
    found = after(turn_acts.give(TALK, WordStretch(0, 3, 3, 1), "S2"))
    assert texts(found) == ["we met at", "the harbour", "and then it rained", "nobody", "else"]
    assert [of(found, place) for place in range(5)] == ["Anna", "Ben", "Ben", "Ben", "Anna"]


def test_whole_turns_are_given_in_an_edit_that_names_them_only() -> None:
    edit = turn_acts.give(TALK, WordStretch(0, 0, 3, 2), "S2")
    assert edit == GiveTurns(edit.act, (0, 2, 3), ("S1", "S2", "S1"), (0.2, 0.2, 0.2), "S2")


def test_from_here_on_all_turns_of_the_speaker_go() -> None:
    found = after(turn_acts.give_from_here(TALK, 0, "S2"))
    assert {of(found, place) for place in range(3)} == {"Ben"}
    decided = turn_acts.give_from_here(TALK, 3, "S1")
    assert decided is not None  # whose it is already is theirs for certain now
    assert turn_acts.give_from_here(decided.apply(TALK), 3, "S1") is None


def test_a_new_speaker_has_a_number_and_a_colour_of_their_own() -> None:
    found = after(turn_acts.give_to_new_speaker(TALK, WordStretch.of_turn(TALK, 2)))
    assert of(found, 1) == "Speaker 3"
    assert found.speakers[-1].colour == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (4, ["we met at the", "harbour and then it rained", "nobody else"]),
        (6, ["we met at the harbour and", "then it rained", "nobody else"]),
        (0, ["we met at the harbour and then it rained", "nobody else"]),
        (9, ["we met at the harbour and then it rained", "nobody else"]),
    ],
)
def test_a_border_is_moved_by_words(words: int, expected: list[str]) -> None:
    assert texts(after(turn_acts.set_border(TALK, 0, 2, words))) == expected


def test_a_turn_that_lost_all_its_words_to_a_moved_border_is_gone() -> None:
    assert of(after(turn_acts.set_border(TALK, 0, 2, 0)), 0) == "Ben"
    assert of(after(turn_acts.set_border(TALK, 0, 2, 9)), 0) == "Anna"


def test_joined_turns_keep_what_lies_between_them() -> None:
    found = after(turn_acts.join_turns(TALK, [0, 2]))
    assert texts(found) == ["we met at the harbour and then it rained", "nobody else"]
    assert [turn.words == () for turn in found.turns] == [False, True, False]


def test_a_deleted_turn_takes_its_words_with_it() -> None:
    assert texts(after(turn_acts.delete(TALK, [0, 3]))) == ["and then it rained"]
