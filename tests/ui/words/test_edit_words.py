"""What Undo and Redo say that they would do."""

from scripted import ANNA, transcript, turn

from desktop_app.core.editing.replacing import replace_everywhere
from desktop_app.core.transcript.values import Transcript
from desktop_app.ui.words.edit_words import edit_name

TALK = transcript(turn("one"), turn("two", 2000))


def name(now: Transcript, texts: dict[int, str], names: dict[str, str]) -> str:
    edit = replace_everywhere(now, texts, names)
    assert edit is not None
    return edit_name(edit, now)


def test_what_was_replaced_is_counted_by_turns_and_names() -> None:
    assert name(TALK, {0: "a", 1: "b"}, {}) == "replace in 2 turns"
    assert name(TALK, {0: "a"}, {ANNA.id: "Anna"}) == "replace in 1 turn and 1 name"
    assert name(TALK, {}, {ANNA.id: "Anna"}) == "replace in 1 name"
