"""What a screen reader is told of the turn that the caret is in, by the keys that people press."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, transcript, turn

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.transcript.edits import RenameSpeaker
from desktop_app.core.transcript.values import Mark, Turn
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.editing_keys import EditingKeys
from desktop_app.ui.transcript.text_editing import TextEditing
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.transcript.turn_announcer import TurnAnnouncer
from desktop_app.ui.transcript.turn_places import TurnPlaces

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def said(qtbot: QtBot, text: TranscriptText) -> list[str]:
    """Everything that is said, as it comes."""
    EditingKeys(text)
    everything: list[str] = []
    TurnAnnouncer(text).said.connect(everything.append)
    TextEditing(text, TurnPlaces(text.shown))
    return everything


def marked(made: Turn, first: int, end: int, mark: Mark) -> Turn:
    words = (replace(word, marks=frozenset({mark})) if first <= n < end else word for n, word in enumerate(made.words))
    return replace(made, words=tuple(words))


def show(qtbot: QtBot, text: TranscriptText, said: list[str], *turns: Turn) -> Document:
    """The caret is at the beginning, and whose turn that is has been said."""
    document = Document(transcript(*turns, speakers=(ANNA, BEN, CLEO)), text)
    text.show_document(document)
    text.setFocus()
    qtbot.waitUntil(lambda: not text.is_filling() and bool(said))
    said.clear()
    return document


def test_the_speaker_and_the_time_of_a_turn_are_said_when_it_is_entered(
    qtbot: QtBot, text: TranscriptText, said: list[str]
) -> None:
    show(qtbot, text, said, turn("one"), turn("two", 62_000, BEN, overlap=True))
    qtbot.keyClick(text, Qt.Key.Key_Down)
    assert said == ["Speaker 2, 01:02, somebody else speaks too"]
    assert text.accessibleDescription().startswith("Speaker 2, 01:02, somebody else speaks too. One paragraph")
    qtbot.keyClick(text, Qt.Key.Key_Right)
    assert len(said) == 1


def test_what_is_marked_in_a_turn_is_said_with_it_and_again_where_the_caret_comes_to_it(
    qtbot: QtBot, text: TranscriptText, said: list[str]
) -> None:
    show(qtbot, text, said, turn("one"), marked(turn("🙂 I have seen it", 4000, BEN), 2, 4, Mark.UNCERTAIN))
    qtbot.keyClick(text, Qt.Key.Key_Down)
    assert said == ["Speaker 2, 00:04. uncertain: have seen"]
    assert text.accessibleDescription().startswith("Speaker 2, 00:04. uncertain: have seen. ")
    for _ in range(4):  # the smiley, I, have, seen
        qtbot.keyClick(text, Qt.Key.Key_Right, CONTROL)
    assert said[1:] == ["uncertain"]
    qtbot.keyClick(text, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert said[2:] == ["uncertain"]


def test_a_mark_that_is_given_or_taken_away_is_said(qtbot: QtBot, text: TranscriptText, said: list[str]) -> None:
    document = show(qtbot, text, said, turn("one two"))
    for _ in range(2):
        edit = word_acts.mark(document.transcript, WordStretch(0, 0, 0, 1), Mark.OFF_RECORD)
        assert edit is not None
        document.edit(edit)
    assert said == ["off the record", "no mark any more"]


def test_another_name_and_another_speaker_of_the_turn_are_said(
    qtbot: QtBot, text: TranscriptText, said: list[str]
) -> None:
    document = show(qtbot, text, said, turn("one"), turn("two", 4000, BEN))
    document.edit(RenameSpeaker(ANNA.id, ANNA.name, "Anna"))
    edit = turn_acts.give(document.transcript, WordStretch.of_turn(document.transcript, 0), BEN.id)
    assert edit is not None
    document.edit(edit)
    assert said == ["Anna, 00:00", "Speaker 2, 00:00"]
    assert text.accessibleDescription().startswith("Speaker 2, 00:00. ")


def test_the_second_half_of_a_turn_that_is_split_has_a_time_of_its_own(
    qtbot: QtBot, text: TranscriptText, said: list[str]
) -> None:
    show(qtbot, text, said, turn("one two three four five six", 1000), turn("yes", 60_000, BEN))
    for _ in range(4):
        qtbot.keyClick(text, Qt.Key.Key_Right, CONTROL)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Speaker 1, 00:02"]


def test_typing_and_turns_that_come_above_say_nothing(qtbot: QtBot, text: TranscriptText, said: list[str]) -> None:
    document = show(qtbot, text, said, turn("three", 8000), turn("four", 12_000, BEN))
    qtbot.keyClicks(text, "well, ")
    document.add_turns((turn("one", 0, BEN),), (ANNA, BEN))
    qtbot.waitUntil(lambda: len(text.shown) == 3)
    assert said == []
    qtbot.keyClick(text, Qt.Key.Key_Up)
    assert said == ["Speaker 2, 00:00"]


def test_nothing_is_said_while_the_keyboard_is_elsewhere(qtbot: QtBot, text: TranscriptText, said: list[str]) -> None:
    show(qtbot, text, said, turn("one"), turn("two", 4000, BEN))
    text.clearFocus()
    text.navigation.go_to_time(4000)
    assert said == []
    assert text.accessibleDescription().startswith("Speaker 2, 00:04. ")
