"""Words of scripts without spaces: told apart in the text that is edited, and copied as they are read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.transcript.transcript_text import TranscriptText

TALK = transcript(turn("今日は 天気が いい"), turn("Hello there 田中 さん", 4000, BEN), speakers=(ANNA, BEN))


@pytest.fixture
def text(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> TranscriptText:
    window.opening.open(recordings[:1])
    service.finish(1, TALK)
    text = window.centre.view.text
    qtbot.waitUntil(lambda: len(text.shown) == 2)
    text.setFocus()
    return text


def test_a_typed_letter_changes_its_word_alone(qtbot: QtBot, window: MainWindow, text: TranscriptText) -> None:
    caret = QTextCursor(text.document().findBlockByNumber(0))
    caret.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    text.setTextCursor(caret)
    qtbot.keyClicks(text, "a")
    recording = window.recording
    assert recording is not None
    window.editing.typing.settle()
    words = recording.document.transcript.turns[0].words
    assert [word.text for word in words] == ["今日は", "天気が", "いいa"]
    assert words[:2] == TALK.turns[0].words[:2]


def test_what_is_copied_has_no_spaces_where_none_are_written(qtbot: QtBot, text: TranscriptText) -> None:
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert "今日は天気がいい" in copied
    assert "Hello there 田中さん" in copied
