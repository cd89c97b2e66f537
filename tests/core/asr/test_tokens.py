from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.asr.tokens import Piece, words_of
from desktop_app.core.transcript.values import Word

FRAME_MS = 80.0


def pieces(*texts: str, frames: int = 2, confidence: float = 0.9) -> list[Piece]:
    return [Piece(text, index * frames, frames, confidence) for index, text in enumerate(texts)]


def texts(found: list[Piece]) -> list[str]:
    return [word.text for word in words_of(found, frame_ms=FRAME_MS)]


@pytest.mark.parametrize(
    ("given_pieces", "expected"),
    [
        (["▁It", "▁was", "▁the", "▁be", "st"], ["It", "was", "the", "best"]),
        (["▁ti", "mes", ",", "▁it"], ["times,", "it"]),
        (["▁th", "▁", ".", "▁w"], ["th.", "w"]),
        (["▁th", "▁.", "▁w"], ["th.", "w"]),
        (["▁", "wis", "dom"], ["wisdom"]),
        (["▁", "▁it"], ["it"]),
        (["wis", "dom", "▁it"], ["wisdom", "it"]),
        ([",", "▁it"], ["it"]),
        (["▁don", "'", "t"], ["don't"]),
        (["▁5", "▁%"], ["5%"]),
        (["▁R", "▁&", "▁D"], ["R", "&", "D"]),
        (["▁5", "▁€"], ["5", "€"]),
        (["▁caf", "<0xC3>", "<0xA9>", "<0x20>", "ol", "é"], ["café", "olé"]),
        (["▁<0xE4>"], ["<0xE4>"]),
        (["<|en|>", "▁it", "<unk>", "▁was"], ["it", "was"]),
        (["▁", "▁"], []),
        ([], []),
    ],
)
def test_words_begin_at_word_marks(given_pieces: list[str], expected: list[str]) -> None:
    assert texts(pieces(*given_pieces)) == expected


def test_bytes_that_are_no_character_lose_no_word() -> None:
    assert texts(pieces("▁a", "<0xC3>", "▁b")) == ["a�", "b"]


def test_a_word_is_as_certain_as_its_least_certain_piece_and_punctuation_does_not_count() -> None:
    found = [Piece("▁ti", 0, 1, 0.9), Piece("mes", 1, 1, 0.7), Piece(",", 2, 1, 0.1), Piece("▁it", 4, 1, 0.8)]
    assert [word.confidence for word in words_of(found, frame_ms=FRAME_MS)] == [0.7, 0.8]


def test_times_are_those_of_the_frames_and_punctuation_does_not_stretch_a_word() -> None:
    found = [Piece("▁ti", 3, 2, 1.0), Piece("mes", 5, 2, 1.0), Piece(",", 9, 4, 1.0), Piece("▁it", 20, 4, 1.0)]
    assert words_of(found, frame_ms=FRAME_MS) == (Word("times,", 240, 560, 1.0), Word("it", 1600, 1920, 1.0))


def test_a_word_ends_where_the_next_begins_and_lasts_a_frame_at_least() -> None:
    found = [Piece("▁a", 0, 4, 1.0), Piece("▁b", 1, 0, 1.0), Piece("▁c", 9, 0, 1.0)]
    assert [(w.start_ms, w.end_ms) for w in words_of(found, frame_ms=FRAME_MS)] == [(0, 80), (80, 160), (720, 800)]


def test_words_emitted_on_one_frame_share_the_time_until_the_next() -> None:
    found = [Piece("▁a", 5, 0, 1.0), Piece("▁b", 5, 1, 1.0), Piece("▁c", 6, 4, 1.0)]
    assert [(w.start_ms, w.end_ms) for w in words_of(found, frame_ms=FRAME_MS)] == [(400, 440), (440, 480), (480, 800)]


@st.composite
def emissions(draw: st.DrawFn) -> list[Piece]:
    found, frame = [], 0
    for _ in range(draw(st.integers(0, 25))):
        frame += draw(st.integers(0, 5))
        text = draw(st.sampled_from(["▁", "▁so", "▁it", "s", ",", "▁.", "<0x20>", "<0xC3>", "<unk>", "'", "7"]))
        found.append(Piece(text, frame, draw(st.integers(0, 4)), draw(st.floats(0, 1))))
    return found


@settings(deadline=None)
@given(emissions())
def test_whatever_is_emitted_words_are_in_order_and_do_not_overlap(found: list[Piece]) -> None:
    words = words_of(found, frame_ms=FRAME_MS)
    assert all(word.start_ms < word.end_ms for word in words)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))
    assert all(word.text and not any(letter.isspace() for letter in word.text) for word in words)
    assert all(word.confidence is not None and 0 <= word.confidence <= 1 for word in words)
