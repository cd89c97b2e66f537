"""What somebody does in the whole window, in a process of its own and in whatever language: told as lines of JSON.

Run as a program, with what is done first and the recording that it is done with.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

sys.path.append(str(Path(__file__).parent))
from tiny_engines import use_tiny_engines

from desktop_app.app import NAME, Application
from desktop_app.ui.frame.first_tour import SEEN
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State

PATIENCE_S = 120


def transcribe(window: MainWindow, sound: Path) -> None:
    """Open a recording and wait for its text."""
    _tell(_opened(window, sound))


def choose_german_and_transcribe_again(window: MainWindow, sound: Path) -> None:
    """Read the recording that is there, transcribe another in German, and the first once more."""
    _wait(lambda: bool(window.session.recordings))
    (old,) = window.session.recordings
    window.recordings.choose(old)
    note = window.hearing.note
    _wait(note.isVisible)
    print(json.dumps([note.text.text(), note.act.text()]))
    _choose_language(window, "Deutsch")
    _tell(_opened(window, sound))
    window.recordings.choose(old)
    _wait(note.isVisible)
    QTest.mouseClick(note.act, Qt.MouseButton.LeftButton)
    (question,) = (each for each in window.findChildren(QMessageBox) if each.isVisible())
    (yes,) = (each for each in question.buttons() if each.text() == "Neu transkribieren")
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    _wait(lambda: old.busy)
    _wait(lambda: old.state is State.DONE)
    _tell(old)
    print(json.dumps(note.isVisible()))


def _choose_language(window: MainWindow, name: str) -> None:
    box = window.recordings.language
    (label,) = (each for each in window.recordings.findChildren(QLabel) if each.buddy() is box)
    before = box.currentText()
    box.setFocus()
    QTest.keyClicks(box, name)
    print(json.dumps([label.text(), before, box.currentText()]))


def _opened(window: MainWindow, sound: Path) -> Recording:
    window.opening.open([sound])
    recording = window.session.recordings[0]
    _wait(lambda: recording.state is State.DONE)
    return recording


def _tell(recording: Recording) -> None:
    transcript = recording.document.transcript
    asr = [engine.name for engine in transcript.engines if engine.role == "asr"]
    text = " ".join(turn.text for turn in transcript.turns)
    print(json.dumps([asr, transcript.language, text]))


def _wait(is_so: Callable[[], bool]) -> None:
    until_s = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > until_s:
            sys.exit("that did not come about")
        QTest.qWait(20)


def _run(act: Callable[[MainWindow, Path], None], sound: Path) -> None:
    use_tiny_engines()
    QSettings(NAME, NAME).setValue(SEEN, True)
    application = Application([])
    application.window.show()
    application.begin()
    act(application.window, sound)
    QTimer.singleShot(0, application.qt.quit)
    application.qt.exec()


if __name__ == "__main__":
    acts = {each.__name__: each for each in (transcribe, choose_german_and_transcribe_again)}
    _run(acts[sys.argv[1]], Path(sys.argv[2]))
