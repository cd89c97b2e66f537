"""A turn as it stands in the text, and where its words stand there."""

from hypothesis import given
from hypothesis import strategies as st
from scripted import ANNA

from desktop_app.core.transcript.values import Turn, Word
from desktop_app.ui.state.shown_turn import shown_turn, word_spans

words = st.lists(st.text(st.sampled_from("aé😀 \n\ufdd0\u2029x"), max_size=4), min_size=1, max_size=8)


def turn_of(*texts: str) -> Turn:
    return Turn(ANNA.id, 0, 1000, tuple(Word(text, 0, 1000) for text in texts))


def test_words_are_counted_as_qt_counts() -> None:
    turn = turn_of("so", "😀😀", "it", "is")
    shown = shown_turn(turn)
    assert shown is not None
    assert word_spans(turn, shown.text) == [(0, 2), (3, 7), (8, 10), (11, 13)]


def test_a_word_of_which_nothing_is_to_be_read_stands_nowhere() -> None:
    turn = turn_of("so", " \n", "it")
    shown = shown_turn(turn)
    assert shown is not None
    assert word_spans(turn, shown.text) == [(0, 2), (2, 2), (3, 5)]


@given(texts=words)
def test_every_word_is_found_where_it_reads_so(texts: list[str]) -> None:
    turn = turn_of(*texts)
    shown = shown_turn(turn)
    if shown is None:
        return
    units = shown.text.encode("utf-16-le")
    read = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in word_spans(turn, shown.text)]
    assert "".join(read).replace(" ", "") == shown.text.replace(" ", "")
