"""Texts in the place of turns."""

from talking import TALK, at, of, texts

from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_edits import Act, ChangeTurns, ChangeWords
from desktop_app.core.transcript.values import Transcript


def after(places: list[int], new: list[str], transcript: Transcript = TALK) -> Transcript:
    edit = rewrite(transcript, places, new)
    assert edit is not None
    return edit.apply(transcript)


def test_a_typed_word_is_one_small_edit() -> None:
    edit = rewrite(TALK, [0], ["we sailed at the harbour"])
    assert isinstance(edit, ChangeWords)
    assert (edit.turn, edit.first, [word.text for word in edit.new]) == (0, 1, ["sailed"])


def test_the_same_text_is_no_edit() -> None:
    assert rewrite(TALK, [0], ["  we met   at the harbour "]) is None
    assert rewrite(TALK, [0, 2], ["we met at the harbour", "and then it rained"]) is None


def test_two_texts_split_a_turn_where_the_words_part() -> None:
    found = after([0], ["we met", "at the harbour"])
    assert texts(found)[:2] == ["we met", "at the harbour"]
    assert [of(found, place) for place in (0, 1)] == ["Anna", "Anna"]
    assert (found.turns[0].end_ms, found.turns[1].start_ms, found.turns[1].end_ms) == (180, 200, 1000)
    assert found.turns[0].words + found.turns[1].words == TALK.turns[0].words


def test_one_text_joins_turns_and_is_the_first_ones() -> None:
    found = after([0, 2], ["we met at the harbour and then it rained"])
    assert (texts(found), of(found, 0)) == (["we met at the harbour and then it rained", "nobody else"], "Anna")
    assert [word.start_ms for word in found.turns[0].words] == sorted(
        word.start_ms for place in (0, 2) for word in TALK.turns[place].words
    )


def test_a_stretch_that_is_deleted_over_a_border_leaves_what_is_around_it_as_it_was() -> None:
    found = after([0, 2], ["we met it rained"])
    assert found.turns[0].words == (*TALK.turns[0].words[:2], *TALK.turns[2].words[2:])


def test_where_nothing_is_left_of_the_first_turn_the_second_ones_speaker_speaks() -> None:
    assert of(after([0, 2], ["then it rained"]), 0) == "Ben"


def test_many_lines_are_many_turns() -> None:
    found = after([0], ["we met", "somewhere", "at the harbour"])
    assert texts(found)[:3] == ["we met", "somewhere", "at the harbour"]
    assert found.turns[1].words[0].estimated


def test_a_turn_that_is_split_stands_around_what_was_said_meanwhile() -> None:
    overlapped = at(TALK, 1, start_ms=150, words=["yes"], speaker="Ben")
    found = after([0], ["we met", "at the harbour"], overlapped)
    assert texts(found)[:3] == ["we met", "yes", "at the harbour"]


def test_a_new_turn_has_the_pause_that_it_was_put_into() -> None:
    edit = inserted(TALK, ["hm yes"], speaker="S2", after=0)
    assert isinstance(edit, ChangeTurns)
    assert edit.act is Act.TYPE
    found = edit.apply(TALK)
    assert texts(found)[:2] == ["we met at the harbour", "hm yes"]
    assert 480 <= found.turns[1].start_ms < found.turns[1].end_ms <= 3000
