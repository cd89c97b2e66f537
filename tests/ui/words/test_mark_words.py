"""Marks in words."""

from desktop_app.core.transcript.values import Mark
from desktop_app.ui.words.mark_words import mark_names, marked_words


def test_every_mark_has_a_name() -> None:
    assert mark_names(Mark) == "inaudible, uncertain, off the record"
    assert mark_names(()) == ""


def test_the_words_are_told_with_their_mark_and_many_are_cut() -> None:
    marked = marked_words([(Mark.UNCERTAIN, "I have"), (Mark.OFF_RECORD, "my boss " * 20)])
    assert marked == f"uncertain: I have. off the record: {' '.join(['my boss'] * 4)}…"
