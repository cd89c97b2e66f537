"""Matches replaced in words and names, as one edit; and words that are the same."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talking import TALK, texts
from transcripts import require_sound, transcripts

from desktop_app.core.editing.finding import Found
from desktop_app.core.editing.replacing import (
    WordPlace,
    bare,
    equal_words,
    replace_everywhere,
    replace_words,
    replaced,
)
from desktop_app.core.editing.turn_edits import Act, Several
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Transcript


def after(edit: Edit | None, transcript: Transcript = TALK) -> Transcript:
    assert edit is not None
    return edit.apply(transcript)


@given(
    st.lists(st.tuples(st.text("ab ", max_size=3), st.text("cd", min_size=1, max_size=3), st.text("ef ")), max_size=5)
)
def test_every_stretch_gives_way_and_the_rest_stays(parts: list[tuple[str, str, str]]) -> None:
    text = "".join(kept + old for kept, old, _ in parts)
    ends = accumulate(len(kept) + len(old) for kept, old, _ in parts)
    found = [Found(end - len(old), end, new) for end, (_, old, new) in zip(ends, parts, strict=True)]
    assert replaced(text, found) == "".join(kept + new for kept, _, new in parts)


def test_words_and_names_are_one_edit() -> None:
    edit = replace_everywhere(TALK, {0: "we sat at the port", 2: ""}, {"S1": "Hanna"})
    assert isinstance(edit, Several)
    assert edit.act is Act.REPLACE
    found = after(edit)
    assert texts(found) == ["we sat at the port", "nobody else"]
    assert [each.name for each in found.speakers] == ["Hanna", "Ben"]
    assert edit.revert(found) == TALK


def test_words_that_were_not_replaced_keep_their_times() -> None:
    words = after(replace_everywhere(TALK, {0: "we sat together at the harbour"}, {})).turns[0].words
    old = TALK.turns[0].words
    assert (words[0], *words[3:]) == (old[0], *old[2:])
    assert (words[1].start_ms, words[2].end_ms) == (old[1].start_ms, old[1].end_ms)


@pytest.mark.parametrize("names", [{"S1": "  "}, {"S1": "Anna"}, {"S9": "Otto"}, {}])
def test_a_name_that_is_blank_the_same_or_nobodys_changes_nothing(names: dict[str, str]) -> None:
    assert replace_everywhere(TALK, {}, names) is None


def test_equal_words_are_found_whatever_their_case_and_punctuation() -> None:
    talk = after(replace_everywhere(TALK, {0: "Mosly, we said “mosly”", 2: "mostly (MOSLY) moslys"}, {}))
    assert equal_words(talk, "mosly.") == [WordPlace(0, 0), WordPlace(0, 3), WordPlace(2, 1)]


def test_a_word_without_letters_has_none_that_are_equal() -> None:
    talk = after(replace_everywhere(TALK, {0: "so – – what"}, {}))
    assert equal_words(talk, "–") == []


@pytest.mark.parametrize(
    ("word", "core"),
    [("“Mosly”,", "Mosly"), ("it's", "it's"), ("...", ""), ("e\u0301te\u0301!", "e\u0301te\u0301"), ("7%", "7")],
)
def test_a_word_without_what_is_around_it(word: str, core: str) -> None:
    assert bare(word) == core


def test_punctuation_around_a_word_stays_when_it_is_replaced() -> None:
    talk = after(replace_everywhere(TALK, {0: "Mosly, we said “mosly”"}, {}))
    found = after(replace_words(talk, equal_words(talk, "mosly"), "Moss Lea"), talk)
    assert texts(found)[0] == "Moss Lea, we said “Moss Lea”"


def test_words_replaced_by_nothing_go_and_with_the_last_of_them_their_turn() -> None:
    talk = after(replace_everywhere(TALK, {0: "Mosly, here", 2: "Mosly."}, {}))
    found = after(replace_words(talk, equal_words(talk, "mosly"), " "), talk)
    assert texts(found) == ["here", "nobody else"]


@given(transcripts(least=1), st.sampled_from(["so", "the", "harbour", "日本"]), st.sampled_from(["x", "x y", ""]))
def test_replaced_words_leave_all_others_as_they_were(talk: Transcript, word: str, new: str) -> None:
    places = equal_words(talk, word)
    edit = replace_words(talk, places, new)
    if edit is None:
        assert not places
        return
    found = edit.apply(talk)
    require_sound(found)
    assert edit.revert(found) == talk
    assert equal_words(found, word) == []
    gone = set(places)
    stayed = {
        each for at, turn in enumerate(talk.turns) for number, each in enumerate(turn.words) if (at, number) not in gone
    }
    assert stayed <= {each for turn in found.turns for each in turn.words}
