"""A click plays from a word, with Control one turn; beside the letters it plays nothing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from scripted import BEN, transcript, turn

from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.editing_keys import EditingKeys
from desktop_app.ui.transcript.text_clicks import TextClicks
from desktop_app.ui.transcript.text_editing import TextEditing
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.transcript.turn_places import TurnPlaces

LEFT, CONTROL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Asked:
    def __init__(self, clicks: TextClicks) -> None:
        self.words: list[tuple[int, int]] = []
        self.turns: list[int] = []
        clicks.word_chosen.connect(lambda *place: self.words.append(place))
        clicks.turn_chosen.connect(self.turns.append)


@pytest.fixture
def asked(qtbot: QtBot, text: TranscriptText) -> Asked:
    document = Document(transcript(turn("good morning have you seen it"), turn("I have", 6000, BEN)), text)
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling())
    return Asked(TextClicks(text))


def point(text: TranscriptText, block: int, offset: int) -> QPoint:
    """In the middle of a letter's height, a little behind its left edge."""
    cursor = QTextCursor(text.document().findBlockByNumber(block))
    cursor.setPosition(cursor.position() + offset)
    return text.cursorRect(cursor).center() + QPoint(2, 0)


def test_a_click_on_a_word_plays_from_it(qtbot: QtBot, text: TranscriptText, asked: Asked) -> None:
    qtbot.mouseClick(text.viewport(), LEFT, pos=point(text, 0, 6))
    qtbot.mouseClick(text.viewport(), LEFT, pos=point(text, 1, 0))
    assert (asked.words, asked.turns) == ([(0, 6), (1, 0)], [])


def test_with_control_one_turn_is_played(qtbot: QtBot, text: TranscriptText, asked: Asked) -> None:
    qtbot.mouseClick(text.viewport(), LEFT, CONTROL, point(text, 1, 3))
    assert (asked.words, asked.turns) == ([], [1])


def test_beside_the_letters_nothing_is_played(qtbot: QtBot, text: TranscriptText, asked: Asked) -> None:
    columns, letters = text.turn_layout.columns, point(text, 0, 6)
    for x in (columns.page_left + 8, columns.page_left + 60, columns.page_right - 8, columns.page_right + 8):
        qtbot.mouseClick(text.viewport(), LEFT, pos=QPoint(x, letters.y()))
    qtbot.mouseClick(text.viewport(), LEFT, pos=QPoint(letters.x(), text.viewport().height() - 8))
    assert (asked.words, asked.turns) == ([], [])


def test_selecting_plays_nothing(qtbot: QtBot, text: TranscriptText, asked: Asked) -> None:
    view, start, end = text.viewport(), point(text, 0, 2), point(text, 0, 20)
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, LEFT, pos=end)
    qtbot.mouseClick(view, LEFT, SHIFT, end)
    assert asked.words == []


def test_the_second_click_of_two_selects_the_word_and_plays_nothing_more(
    qtbot: QtBot, text: TranscriptText, asked: Asked
) -> None:
    view, at = text.viewport(), point(text, 0, 6)
    qtbot.mouseClick(view, LEFT, pos=at)
    qtbot.mouseDClick(view, LEFT, pos=at)
    qtbot.mouseRelease(view, LEFT, pos=at)
    assert text.textCursor().selectedText() == "morning"
    assert set(asked.words) == {(0, 6)}


def test_enter_plays_from_the_caret(qtbot: QtBot, text: TranscriptText, asked: Asked) -> None:
    caret = QTextCursor(text.document().findBlockByNumber(1))
    caret.setPosition(caret.position() + 2)
    text.setTextCursor(caret)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClick(text, Qt.Key.Key_Return, CONTROL)
    assert asked.words == [(1, 2), (1, 2)]


def test_where_enter_splits_turns_control_and_enter_plays(qtbot: QtBot, text: TranscriptText, asked: Asked) -> None:
    EditingKeys(text)
    TextEditing(text, TurnPlaces(text.shown)).set_reading_mode(False)
    qtbot.keyClick(text, Qt.Key.Key_Return, CONTROL)
    assert asked.words == [(0, 0)]
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert len(asked.words) == 1
