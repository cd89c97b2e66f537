"""Reads transcript files, off the GUI thread."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.export.formats import json_format
from desktop_app.core.importing.import_file import has_sound, import_file
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.places import is_project
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.store.voices_cache import kept_voices
from desktop_app.core.transcript.values import Transcript
from desktop_app.jobs.messages import Done, Failed
from desktop_app.translation import tr
from desktop_app.ui.state.background import Task


def read_transcript(path: Path) -> Transcript:
    """The transcript in a file that Diarist wrote; OSError or TranscriptFileError where there is none."""
    return json_format.parse(path.read_bytes(), source=path)


def read_with_voices(path: Path) -> Done:
    """The transcript in a file of whatever program, tied to its recording if that is found, and its voices where this
    computer kept them. Errors as read_transcript."""
    transcript = import_file(path)
    try:
        return Done(transcript, kept_voices(transcript.voices))
    except VoicesUnavailable:
        return Done(transcript)


class OpenedTranscript(NamedTuple):
    """What was read of a file. has_sound: its recording lies where the transcript says."""

    done: Done
    has_sound: bool


def read_opened(path: Path) -> OpenedTranscript:
    """What is in a file, or in a project, which is only read; errors as read_transcript."""
    done = _read_project(path) if is_project(path) else read_with_voices(path)
    return OpenedTranscript(done, has_sound(done.transcript.audio))


def _read_project(path: Path) -> Done:
    try:
        with open_project(path, read_only=True) as project:
            if project.text is None:
                raise TranscriptFileError(path, tr("it holds no transcript yet"))
            return Done(project.text.transcript, project.voices)
    except ProjectError as error:
        raise TranscriptFileError(path, tr("it {cause}", cause=error.cause)) from error


class TranscriptOpener(QObject):
    """Opens transcript files one after the other or at the same time."""

    opened = Signal(object, object)  # Path, OpenedTranscript
    refused = Signal(object, object)  # Path, Failed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: dict[Task, Path] = {}

    def open(self, path: Path) -> None:
        """Read a file; `opened` or `refused` follows."""
        task = Task(lambda: read_opened(path), (OSError, TranscriptFileError), self)
        self._paths[task] = path
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.start()

    def _succeeded(self, task: Task, opened: OpenedTranscript) -> None:
        self.opened.emit(self._paths.pop(task), opened)
        task.deleteLater()

    def _failed(self, task: Task, error: Exception) -> None:
        path = self._paths.pop(task)
        cause = error.strerror if isinstance(error, OSError) else getattr(error, "cause", "")
        failed = Failed(
            tr("It cannot be opened: {why}.", why=cause or error),
            tr("It must be a transcript, of Diarist or of another program that it knows."),
        )
        self.refused.emit(path, failed)
        task.deleteLater()
