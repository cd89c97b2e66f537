"""Does a fixed task of correction in the real window by mouse and keys, and prints what it took: probe_correction DIR.

DIR: the folder of the conversations. Every error is put right by the shortest way that the manual names; at the end the
transcript must be the truth, word by word and speaker by speaker.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.correction_task import Task, make_task
from desktop_app.app import Application
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project
from desktop_app.core.project.values import Facts, Recording, Work, WorkState
from desktop_app.core.transcript.values import Transcript

LEFT = Qt.MouseButton.LeftButton
NO_KEYS, ALT, CONTROL = Qt.KeyboardModifier(0), Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Hands:
    """Acts as a person does, and notes each act: 'K' a key, 'P' a click, 'D' a double click."""

    def __init__(self, application: Application) -> None:
        self._qt = application.qt
        self.window = application.window
        self.text = application.window.centre.view.text
        self.acts = ""

    def wait(self, until: Callable[[], bool], limit_s: float = 60) -> None:
        """Let the window work until something is so."""
        ends_s = time.perf_counter() + limit_s
        while not until():
            self._qt.processEvents()
            if time.perf_counter() > ends_s:
                raise TimeoutError("the window did not come to it")

    def click(self, turn: int, word: int, *, double: bool = False) -> None:
        """Click on the beginning of a word of a turn, or on all of it."""
        block = self.text.document().findBlockByNumber(turn)
        start = sum(len(each) + 1 for each in block.text().split(" ")[:word])
        caret = QTextCursor(block)
        caret.setPosition(block.position() + start)
        self.text.setTextCursor(caret)
        self.text.ensureCursorVisible()
        at = self.text.cursorRect(caret).center() + QPoint(3 if double else 1, 0)
        QTest.mouseClick(self.text.viewport(), LEFT, NO_KEYS, at)
        if double:
            QTest.mouseDClick(self.text.viewport(), LEFT, NO_KEYS, at)
            QTest.mouseRelease(self.text.viewport(), LEFT, NO_KEYS, at)
        else:
            self.text.setTextCursor(caret)
        self.acts += "D" if double else "P"
        self._qt.processEvents()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press one key, or one chord."""
        QTest.keyClick(self._focused(), key, modifiers)
        self.acts += "K"
        self._qt.processEvents()

    def type(self, text: str) -> None:
        """Type a text."""
        QTest.keyClicks(self._focused(), text)
        self.acts += "K" * len(text)
        self._qt.processEvents()

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.text


def correct(hands: Hands, task: Task) -> None:
    """Put everything right, from the end to the beginning where turns come or go."""
    for turn, name in task.names:
        _name(hands, turn, name)
    turn, whose = task.split_speaker
    _name(hands, turn, task.right.speaker(whose).name)
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Space)  # 'Make them one'
    hands.wait(lambda: len(hands.window.speakers.cards) == len(task.right.speakers))
    numbers = {each.id: number for number, each in enumerate(task.right.speakers, 1)}
    for turn, word, text in task.words:
        hands.click(turn, word, double=True)
        hands.type(text)
    for turn, who in task.speakers:
        hands.click(turn, 0)
        hands.key(Qt.Key(Qt.Key.Key_0 + numbers[who]), ALT)
    structural = [(turn, word, who) for turn, word, who in task.merged] + [(turn, 0, "") for turn in task.torn]
    for turn, word, who in sorted(structural, reverse=True):
        hands.click(turn, word)
        if who:
            hands.key(Qt.Key(Qt.Key.Key_0 + numbers[who]), CONTROL)
        else:
            hands.key(Qt.Key.Key_Backspace)


def _name(hands: Hands, turn: int, name: str) -> None:
    hands.click(turn, 0)
    hands.key(Qt.Key.Key_F2)
    hands.type(name)
    hands.key(Qt.Key.Key_Return)


def same(one: Transcript, other: Transcript) -> bool:
    """Whether the same people say the same words."""

    def said(transcript: Transcript) -> list[tuple[str, str]]:
        return [(transcript.speaker(turn.speaker).name, turn.text) for turn in transcript.spoken_turns()]

    return said(one) == said(other)


def _project(wrong: Transcript, folder: Path) -> Path:
    facts = Facts(Recording("Talk", datetime.now(UTC)), work=Work(WorkState.TRANSCRIBED))
    with create_project(folder / "Talk.diarist", facts) as project:
        project.record_transcript(MachineTranscript(wrong, JobOptions()))
        return project.path


def main() -> None:
    """Correct, compare, print."""
    task = make_task(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        homes = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        os.environ |= {name: str(Path(folder, name)) for name in homes}
        application = Application([_project(task.wrong, Path(folder))])
        hands = Hands(application)
        hands.window.resize(1366, 900)
        hands.window.show()
        application.begin()
        hands.wait(lambda: bool(hands.text.shown) and not hands.text.is_filling() and not hands.text.isReadOnly())
        hands.window.activateWindow()
        hands.text.setFocus()
        correct(hands, task)
        document = hands.text.source
        is_right = document is not None and same(document.transcript, task.right)
        errors = {
            "words": len(task.words),
            "speakers": len(task.speakers),
            "merged": len(task.merged),
            "torn": len(task.torn),
            "split_speaker": 1,
            "names": len(task.names),
        }
        print(json.dumps({"acts": hands.acts, "is_right": is_right, "errors": errors}), flush=True)
        os._exit(0)  # the engines that were started have nothing to end


if __name__ == "__main__":
    main()
