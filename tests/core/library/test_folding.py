"""What counts as a word, and which words are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.folding import composed, placed_tokens, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("STRASSE", "Straße"),
        ("Muller", "MÜLLER"),
        ("Lodz", "Łódź"),
        ("Oresund", "Øresund"),
        ("istanbul", "İSTANBUL"),
        ("ﬁne", "FINE"),
        ("ＡＢＣ１２", "abc12"),
        ("كَتَبَ", "كتب"),
        ("أحمد", "احمد"),
        ("שָׁלוֹם", "שלום"),
        ("Ελλάδα", "ΕΛΛΑΔΑ"),
        ("한국어", "한국어"),
    ],
)
def test_case_accents_and_ways_of_writing_make_no_other_word(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)
    assert len(tokens(one)) == 1


def test_vowels_of_indian_scripts_are_part_of_the_word_and_tell_words_apart() -> None:
    assert len(tokens("की का")) == 2
    assert tokens("की") != tokens("का")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't", ["don", "t"]),
        ("snake_case, 3.5%", ["snake", "case", "3", "5"]),
        ("会議です。", ["会", "議", "で", "す"]),
        ("GPUを2つ", ["gpu", "を", "2", "つ"]),
        ("ก็ได้", ["ก็", "ไ", "ด้"]),
        ("well 👍", ["well", "👍"]),
        ("", []),
        (" … — ! ", []),
    ],
)
def test_words_end_where_readers_see_them_end(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_a_letter_that_is_written_in_two_ways_is_the_same_in_both() -> None:
    assert tokens("が") == tokens("か\u3099")


@given(st.text())
def test_words_and_words_with_their_places_are_the_same_words(text: str) -> None:
    text = composed(text)
    placed = list(placed_tokens(text))
    assert [token.text for token in placed] == tokens(text)
    assert all(0 <= token.start < token.end <= len(text) for token in placed)
    assert all(tokens(text[token.start : token.end]) for token in placed)
