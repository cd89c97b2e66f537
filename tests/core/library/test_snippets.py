"""Pieces of text, and what is marked in them."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.folding import composed
from desktop_app.core.library.query import read_query
from desktop_app.core.library.snippets import found_spans, snippet, whole_snippet
from desktop_app.core.library.spoken_text import SpokenTurn


def marked(query: str, text: str) -> list[str]:
    shown = whole_snippet(read_query(query), text)
    return [shown.text[start:end] for start, end in shown.spans]


def test_whole_words_are_marked_as_they_are_written() -> None:
    assert marked("cafe meet", "Meeting in the Café: meet me") == ["Meeting", "Café", "meet"]


def test_a_phrase_is_marked_from_its_first_to_its_last_word() -> None:
    assert marked('"big cat"', "a big, cat in a cat") == ["big, cat"]


def test_terms_that_overlap_are_marked_once() -> None:
    assert marked('"one two" "two three"', "one two three") == ["one two three"]


def test_letters_of_scripts_without_spaces_are_marked_alone() -> None:
    assert marked("会議", "明日の会議は三時です") == ["会議"]


def test_a_long_text_is_cut_at_words_around_the_first_find() -> None:
    text = " ".join(["before"] * 50 + ["needle"] + ["behind"] * 50)
    shown = snippet(text, found_spans(read_query("needle"), text))
    assert shown.text.startswith("…before ")
    assert shown.text.endswith(" behind…")
    assert [shown.text[start:end] for start, end in shown.spans] == ["needle"]
    assert len(shown.text) < 210


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    shown = whole_snippet(read_query("議"), "会" * 1000 + "議" + "会" * 1000)
    assert len(shown.text) < 210
    assert shown.text[shown.spans[0][0]] == "議"


def test_the_word_that_has_a_character_is_told_by_its_number() -> None:
    turn = SpokenTurn("Anna", 0, ("one", "", "three"))
    assert [turn.word_at(offset) for offset in range(10)] == [0, 0, 0, 0, 1, 2, 2, 2, 2, 2]
    turn = SpokenTurn("Anna", 0, ("今日は", "天気が", "good", "です"))
    assert turn.text == "今日は天気が good です"
    assert [turn.word_at(offset) for offset in range(len(turn.text))] == [0] * 3 + [1] * 4 + [2] * 5 + [3] * 2


@given(st.text(), st.text(min_size=1, max_size=5))
def test_spans_lie_in_order_inside_the_snippet(text: str, query: str) -> None:
    shown = whole_snippet(read_query(query), text)
    flat = [place for span in shown.spans for place in span]
    assert flat == sorted(flat)
    assert all(start < end for start, end in shown.spans)
    assert not flat or flat[-1] <= len(shown.text)
    assert composed(shown.text) == shown.text
