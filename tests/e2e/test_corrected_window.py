"""A transcript is corrected by keys, heard, and closed: every step is there when the window is opened again."""

from collections.abc import Callable

import pytest
from program import TIMEOUT_MS, Program
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.transcript.values import Mark
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.recording_state import State

pytestmark = pytest.mark.slow
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, program: Program) -> Document:
    """The only recording there is, in view and finished."""
    window = program.window
    qtbot.waitUntil(lambda: len(window.session.recordings) == 1, timeout=TIMEOUT_MS)
    (one,) = window.session.recordings
    if window.recording is not one:
        window.recordings.choose(one)
    qtbot.waitUntil(lambda: one.state is State.DONE and one.document.can_edit, timeout=TIMEOUT_MS)
    text = window.centre.view.text
    qtbot.waitUntil(lambda: bool(text.shown) and not text.is_filling() and not text.isReadOnly(), timeout=TIMEOUT_MS)
    window.activateWindow()
    text.setFocus()
    return one.document


def put_caret(program: Program, block: int, at: int) -> None:
    text = program.window.centre.view.text
    caret = QTextCursor(text.document().findBlockByNumber(block))
    caret.setPosition(caret.position() + at)
    text.setTextCursor(caret)


def test_every_correction_is_there_after_a_restart_and_can_still_be_taken_back(
    qtbot: QtBot, begin: Callable[[], Program]
) -> None:
    first = begin()
    first.window.opening.open([sample_recording()])
    document, text = shown(qtbot, first), first.window.centre.view.text
    made = document.transcript
    put_caret(first, 0, 0)
    qtbot.keyClicks(text, "Well, ")
    put_caret(first, 1, 0)
    qtbot.keyClick(text, Qt.Key.Key_1, ALT)
    put_caret(first, 2, 0)
    qtbot.keyClick(text, Qt.Key.Key_U, CONTROL)
    put_caret(first, 3, len(text.shown[3].text.split()[0]) + 1)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    corrected, steps = document.transcript, len(document.history.done)
    assert steps == 4
    assert corrected.turns[0].text.startswith("Well, ")
    words = {word for turn in made.turns for word in turn.words}
    kept = [word for turn in corrected.turns for word in turn.words if word.text != "Well," and not word.marks]
    assert all(word in words for word in kept)
    first.close()

    again = begin()
    document = shown(qtbot, again)
    assert document.transcript == corrected
    assert again.window.actions_.undo.text() == "Undo split"
    for _ in range(steps):
        qtbot.keyClick(again.window.centre.view.text, Qt.Key.Key_Z, CONTROL)
    assert document.transcript == made
    again.window.editing.redo()
    assert document.transcript.turns[0].text.startswith("Well, ")
    again.close()


def test_what_was_corrected_is_exported_and_what_is_off_the_record_is_not(
    qtbot: QtBot, begin: Callable[[], Program]
) -> None:
    program = begin()
    program.window.opening.open([sample_recording()])
    document, text = shown(qtbot, program), program.window.centre.view.text
    put_caret(program, 0, 0)
    qtbot.keyClicks(text, "Quintessence ")
    caret = QTextCursor(text.document().findBlockByNumber(1))
    caret.select(QTextCursor.SelectionType.BlockUnderCursor)
    text.setTextCursor(caret)
    qtbot.keyClick(text, Qt.Key.Key_O, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert any(Mark.OFF_RECORD in word.marks for turn in document.transcript.turns for word in turn.words)
    text.copy_transcript()
    copied = QGuiApplication.clipboard().text()
    assert "Quintessence" in copied
    assert len(copied.split("\n\n")) == 1 + len(text.shown) - 1  # what it is of comes first
    program.close()
