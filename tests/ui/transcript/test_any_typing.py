"""Somebody types, pastes, drags, undoes and commands without a plan: text and turns stay one, whatever comes of it."""

import random
from collections.abc import Callable

import pytest
from dragging import ScriptedDrag
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, transcript, turn

from desktop_app.core.transcript.values import Mark, Transcript
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.editing_keys import EditingKeys
from desktop_app.ui.transcript.text_dragging import TextDragging
from desktop_app.ui.transcript.text_editing import TextEditing
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.transcript.turn_commands import TurnCommands
from desktop_app.ui.transcript.turn_places import TurnPlaces

WORDS = ("so", "the", "harbour,", "naïve", "مرحبا", "👩🏽\u200d🚀", "I")
PASTED = ("x y", "one\ntwo", "\n\nthree\n four ", "  ")
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
STEPS = 100


class Typist:
    """Does one thing after another, by chance, and looks whether all is well."""

    def __init__(self, text: TranscriptText, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.chance = random.Random(seed)
        self.text = text
        self.monkeypatch = monkeypatch
        QGuiApplication.clipboard().clear()
        EditingKeys(text)
        TextDragging(text)
        places = TurnPlaces(text.shown)
        self.editing = TextEditing(text, places)
        self.commands = TurnCommands(text, places, self.editing)
        self.document = Document(self._talk(), text)
        self.acts: list[tuple[int, Callable[[], object]]] = [
            (15, self._move),
            (10, lambda: QTest.keyClicks(text, self.chance.choice("ab  c"))),
            (5, lambda: self._key(Qt.Key.Key_Backspace)),
            (4, lambda: self._key(Qt.Key.Key_Delete)),
            (3, lambda: QTest.keyClick(text, Qt.Key.Key_Return)),
            (2, self._paste),
            (2, self._cut),
            (3, text.paste),
            (2, self._drag),
            (2, self._undo),
            (1, self._redo),
            (1, lambda: self.commands.give(self.chance.randint(1, 4))),
            (1, lambda: self.commands.split_and_give(self.chance.randint(1, 3))),
            (1, self.commands.border_back),
            (1, self.commands.border_forth),
            (1, lambda: self.commands.mark(self.chance.choice(list(Mark)))),
            (1, self.commands.make_inaudible),
            (1, self.commands.join),
            (1, self.commands.delete),
            (2, QApplication.processEvents),
        ]

    def _talk(self) -> Transcript:
        """Six turns, some of which begin at the same time."""
        made = [
            turn(
                " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(1, 7))),
                1000 * number - (600 if self.chance.random() < 0.2 else 0),
                self.chance.choice((ANNA, BEN, CLEO)),
            )
            for number in range(1, 7)
        ]
        return transcript(*made, speakers=(ANNA, BEN, CLEO))

    def act(self) -> None:
        weights, acts = zip(*self.acts, strict=True)
        self.chance.choices(acts, weights)[0]()

    def _move(self) -> None:
        modifiers = self.chance.choice([NONE] * 3 + [CONTROL, SHIFT, CONTROL | SHIFT])
        QTest.keyClick(self.text, self.chance.choice(MOVES), modifiers)

    def _key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.text, key, self.chance.choice([NONE, CONTROL]))

    def _paste(self) -> None:
        data = QMimeData()
        data.setText(self.chance.choice(PASTED))
        self.text.insertFromMimeData(data)

    def _select(self) -> None:
        """Some letters, rarely of more than a turn."""
        caret, letters = QTextCursor(self.text.document()), self.text.document().characterCount()
        forth = QTextCursor.MoveOperation.NextCharacter
        caret.movePosition(forth, n=self.chance.randint(0, letters))
        if self.chance.random() < 0.5:
            caret.select(QTextCursor.SelectionType.WordUnderCursor)
        else:
            caret.movePosition(forth, QTextCursor.MoveMode.KeepAnchor, self.chance.choice((3, 7, 12, 30)))
        self.text.setTextCursor(caret)

    def _cut(self) -> None:
        self._select()
        self.chance.choice((self.text.cut, self.text.copy))()

    def _drag(self) -> None:
        self._select()
        room = self.text.viewport().rect()
        to = QPoint(self.chance.randint(-20, room.width()), self.chance.randint(0, room.height() // 2))
        action = self.chance.choice((Qt.DropAction.MoveAction, Qt.DropAction.CopyAction))
        ScriptedDrag.by_mouse(self.text, to, action, self.monkeypatch)

    def _undo(self) -> None:
        self.editing.settle()
        self.document.undo()

    def _redo(self) -> None:
        self.editing.settle()
        self.document.redo()

    def require_one(self) -> None:
        """What stands in the text is what the turns say."""
        self.editing.settle()
        spoken = list(self.document.transcript.spoken_turns())
        lines = self.text.toPlainText().split("\n") if self.text.shown else []
        assert [" ".join(line.split()) for line in lines] == [each.text for each in spoken]
        shown = [(each.start_ms, each.speaker, " ".join(each.text.split())) for each in self.text.shown]
        assert shown == [(each.start_ms, each.speaker, each.text) for each in spoken]


@pytest.mark.parametrize("seed", range(30))
def test_text_and_turns_stay_one_and_all_of_it_can_be_taken_back(
    qtbot: QtBot, text: TranscriptText, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist = Typist(text, seed, monkeypatch)
    document = typist.document
    first = document.transcript
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling() and not text.isReadOnly())
    text.setFocus()
    for _ in range(STEPS):
        typist.act()
        if not any(document.transcript.spoken_turns()):
            break  # all has been deleted: the window shows another page
        if typist.chance.random() < 0.2:
            typist.require_one()
    typist.editing.settle()
    while document.can_undo:
        document.undo()
    assert document.transcript == first
    assert text.toPlainText().split("\n") == [each.text for each in first.spoken_turns()]
