"""What is written by itself as a recording of the queue is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.export.wished_presets import wished_presets
from desktop_app.core.export.write import export_transcript
from desktop_app.core.project.places import file_name
from desktop_app.core.store.errors import SettingsError
from desktop_app.translation import tr
from desktop_app.ui.state.background import Task
from desktop_app.ui.state.file_kinds import is_transcript
from desktop_app.ui.state.job_ending import Ended, Ending

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session
    from desktop_app.ui.state.work_queue import WorkQueue


class QueueExports(QObject):
    """Writes beside each recording what it was queued with. What cannot be written is told in its row, and stops
    nothing."""

    def __init__(self, queue: WorkQueue, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._session = session
        self._written: dict[Task, Recording] = {}
        session.jobs.ended.connect(self._begin)

    def _begin(self, recording: Recording, ended: Ended) -> None:
        names = recording.notes.queue_choice.export
        if ended.ending is not Ending.DONE or not names or not recording.document.has_words():
            return
        transcript, folder, stem = recording.document.transcript, recording.export_folder, file_name(recording.name)
        sounds = [each.path for each in self._session.recordings if not is_transcript(each.path)]
        task = Task(
            lambda: _write(transcript, names, folder, stem, sounds), (ExportError, SettingsError, OSError), self
        )
        task.succeeded.connect(self._tell_written)
        task.failed.connect(self._tell_failed)
        self._written[task] = recording
        self._queue.begin_writing(recording)
        task.start()

    def _tell_written(self, task: Task, paths: Sequence[Path]) -> None:
        said = tr("written: {files}", files=", ".join(path.name for path in paths))
        self._end(task, said, failed=False)

    def _tell_failed(self, task: Task, error: Exception) -> None:
        self._end(task, tr("not exported: {reason}", reason=error), failed=True)

    def _end(self, task: Task, said: str, *, failed: bool) -> None:
        task.deleteLater()
        self._queue.end_writing(self._written.pop(task), said, failed=failed)


def _write(transcript: Transcript, names: Sequence[str], folder: Path, stem: str, sounds: Sequence[Path]) -> list[Path]:
    presets = wished_presets(names, FORMATS)
    destination, origin = Destination(folder, stem, identities(sounds)), origin_of(transcript)
    written: list[Path] = []
    for preset in presets:
        exported = export_transcript(transcript, destination, preset.formats, origin, adaptation=preset.adaptation)
        written += exported.paths
    return written
