"""Corrects a long transcript in the real window, by real keys, and prints how long that takes: probe_editing SHAPE.

SHAPE: `interview` (ten hours, 8,000 turns) or `monologue` (one turn of an hour).
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

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop_app.app import Application
from desktop_app.core.evaluation.memory import peak_mb
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project
from desktop_app.core.project.values import Facts, Recording, Work, WorkState
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

SHAPES = {"interview": (8000, 13, 36_000_000), "monologue": (1, 10_000, 3_600_000)}
"""Turns, words a turn, length in ms."""
SPEAKERS = 4
WORDS = ("so", "before", "the", "second", "berth", "was", "built", "how", "did", "shifts", "work", "harbour")
LETTERS, STEPS = 120, 12


class Painted(QObject):
    """Notes when a widget is painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.is_so = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note it."""
        self.is_so = self.is_so or event.type() == QEvent.Type.Paint
        return False


class Probe:
    """The window with one project in it."""

    def __init__(self, shape: str, folder: Path) -> None:
        self._application = Application([_project(shape, folder)])
        self.qt, self.window = self._application.qt, self._application.window
        self.text = self.window.centre.view.text
        self._painted = Painted(self.text.viewport())
        self.window.resize(1366, 768)
        self.window.show()
        self._application.begin()
        self.wait(lambda: bool(self.text.shown) and not self.text.is_filling() and self.text.turn_layout.is_exact())
        self.text.setFocus()

    def wait(self, until: Callable[[], bool], limit_s: float = 120) -> None:
        """Let the window work until something is so."""
        ends_s = time.perf_counter() + limit_s
        while not until():
            self.qt.processEvents()
            if time.perf_counter() > ends_s:
                raise TimeoutError("the window did not come to it")

    def painted_ms(self, act: Callable[[], object]) -> float:
        """How long it takes from something that is done until the text is painted."""
        self.qt.processEvents()
        self._painted.is_so = False
        started_s = time.perf_counter()
        act()
        self.wait(lambda: self._painted.is_so)
        return (time.perf_counter() - started_s) * 1000

    def put_caret(self, share: float) -> None:
        """The caret to a share of the whole text, behind a word."""
        caret = self.text.textCursor()
        caret.setPosition(int(self.text.document().characterCount() * share))
        caret.movePosition(QTextCursor.MoveOperation.EndOfWord)
        caret.setKeepPositionOnInsert(False)
        self.text.setTextCursor(caret)
        self.text.ensureCursorVisible()

    def letters_ms(self) -> list[float]:
        """From each of many keys to its painted letter, at ten places, with pauses as people make them."""
        found = []
        for number in range(LETTERS):
            if number % 12 == 0:
                self.put_caret((number + 6) / (LETTERS + 12))
            found.append(self.painted_ms(lambda number=number: QTest.keyClick(self.text, "abcdefg "[number % 8])))
            self.pause(0.05)
        return found

    def pause(self, seconds: float) -> None:
        """Let time go by, and the window work meanwhile."""
        ends_s = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() > ends_s)

    def report(self) -> dict[str, object]:
        """Everything, in ms."""
        document = self.text.source
        assert document is not None  # noqa: S101
        report: dict[str, object] = {"first_letters": self.letters_ms(), "letters": self.letters_ms()}
        report["undo_typing"] = [self.painted_ms(self.window.editing.undo) for _ in range(5)]
        report["split"] = [self._at(place, Qt.Key.Key_Return) for place in range(STEPS)]
        first = document.transcript.speakers[0]
        report["rename"] = [self.painted_ms(lambda: document.rename(first.id, "Anna"))]
        report["undo_rename"] = [self.painted_ms(self.window.editing.undo)]
        report["to_the_end"] = [self._key(Qt.Key.Key_End), self._key(Qt.Key.Key_Home), self._key(Qt.Key.Key_End)]
        report["narrower"] = [
            self.painted_ms(lambda width=width: self.window.resize(width, 768)) for width in (1100, 1140) * 2
        ]
        report["find"] = [
            self.painted_ms(lambda text=text: self.window.bar.search.setText(text)) for text in ("h", "ha", "har")
        ]
        self.window.bar.search.clear()
        if len(document.transcript.speakers) >= SPEAKERS and len(document.transcript.turns) > 1:
            kept, gone = document.transcript.speakers[:2]
            report["merge"] = [self.painted_ms(lambda: document.merge(kept.id, gone.id))]
            report["merge_all"] = [self._whole(lambda: self.window.editing.undo())]
        self.pause(2)
        report["memory_mb"] = peak_mb()
        return report

    def _at(self, place: int, key: Qt.Key) -> float:
        self.put_caret((place + 0.5) / STEPS)
        return self.painted_ms(lambda: QTest.keyClick(self.text, key))

    def _key(self, key: Qt.Key) -> float:
        return self.painted_ms(lambda: QTest.keyClick(self.text, key, Qt.KeyboardModifier.ControlModifier))

    def _whole(self, act: Callable[[], object]) -> float:
        """Until the whole text has taken it over."""
        started_s = time.perf_counter()
        act()
        self.wait(lambda: not self.text.is_filling())
        return (time.perf_counter() - started_s) * 1000


def _project(shape: str, folder: Path) -> Path:
    turns, words, length_ms = SHAPES[shape]
    step_ms = length_ms // (turns * words)
    made = tuple(_turn(number, words, step_ms) for number in range(turns))
    speakers = tuple(Speaker(f"S{n}", f"Speaker {n + 1}", n) for n in range(SPEAKERS))
    transcript = Transcript(AudioSource(str(folder / "talk.wav"), length_ms), speakers, made)
    facts = Facts(Recording("Talk", datetime.now(UTC)), work=Work(WorkState.TRANSCRIBED))
    with create_project(folder / "Talk.diarist", facts) as project:
        project.record_transcript(MachineTranscript(transcript, JobOptions()))
        return project.path


def _turn(number: int, words: int, step_ms: int) -> Turn:
    start_ms = number * words * step_ms
    said = tuple(
        Word(WORDS[(number + n) % len(WORDS)], start_ms + n * step_ms, start_ms + (n + 1) * step_ms - 20, 0.9)
        for n in range(words)
    )
    end_ms = start_ms + words * step_ms
    return Turn(f"S{number % SPEAKERS}", start_ms, end_ms, said, (Span(start_ms, end_ms),), 0.2)


def main() -> None:
    """Measure, print, and leave nothing behind."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            name: str(Path(folder, name)) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        }
        report = Probe(sys.argv[1], Path(folder)).report()
        print(json.dumps(report), flush=True)
        os._exit(0)  # the engines that were started have nothing to end


if __name__ == "__main__":
    main()
