"""A recording's sound that is not where it was: its user says where it is now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_app.core.project.sound import sound_matches
from desktop_app.core.project.values import Sound
from desktop_app.translation import tr
from desktop_app.ui.state.background import Task
from desktop_app.ui.widgets.questions import losing_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.state.recording import Recording

ANOTHER = tr("This is another sound than the one that was transcribed: it may not fit the text. Use it all the same?")


class SoundFinder(QObject):
    """Asks, looks whether it is that sound, and asks again where it is not."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._looking: dict[Task, tuple[Recording, Path, Callable[[], object]]] = {}

    def ask(self, recording: Recording, then: Callable[[], object] = lambda: None) -> None:
        """Let the user choose the file. then: what is done once it is the recording's sound."""
        dialog = QFileDialog(
            self._window, tr("Find the sound of {name}", name=recording.name), str(recording.path.parent)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.look(recording, Path(name), then))
        dialog.open()

    def look(self, recording: Recording, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Take a file for the recording's sound, if it is that, or if that is wanted all the same."""
        audio = recording.document.original.audio
        sound = Sound(None, str(path), None, audio.sha256)
        task = Task(lambda: sound_matches(path, sound), (OSError,), self)
        self._looking[task] = recording, path, then
        task.succeeded.connect(self._looked)
        task.failed.connect(self._looked)
        task.start()

    def _looked(self, task: Task, is_it: object) -> None:
        recording, path, then = self._looking.pop(task)
        task.deleteLater()
        if is_it is True:
            _take(recording, path, then)
            return
        question = losing_question(ANOTHER, tr("Use it"), self._window)
        question.accepted.connect(lambda: _take(recording, path, then))
        question.open()


def _take(recording: Recording, path: Path, then: Callable[[], object]) -> None:
    recording.take_sound(path)
    then()
