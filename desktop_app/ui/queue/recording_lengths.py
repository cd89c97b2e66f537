"""How long the recordings are that wait: read off their files, one after the other, once it is of use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.audio.errors import AudioError
from desktop_app.ui.state.background import Task

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.work_queue import WorkQueue


class RecordingLengths(QObject):
    """Looks while the queue runs; a file is opened once, and not before something else of the queue is done."""

    def __init__(self, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._looked_at: Recording | None = None
        queue.changed.connect(self._look)

    def _look(self) -> None:
        if self._looked_at is None and self._queue.outcome().done:
            self._looked_at = self._queue.without_length()
            if self._looked_at is not None:
                task = Task(partial(_length_ms, self._looked_at.path), (AudioError, OSError), self)
                task.succeeded.connect(self._note)
                task.failed.connect(lambda task, _error: self._note(task, 0))
                task.start()

    def _note(self, task: Task, length_ms: int) -> None:
        task.deleteLater()
        recording, self._looked_at = self._looked_at, None
        if recording is not None:
            self._queue.note_length(recording, length_ms)
        self._look()


def _length_ms(path: Path) -> int:
    from desktop_app.core.audio.source import open_source  # which loads what decodes

    source = open_source(path)
    source.container.close()
    return round((source.claimed_s or source.duration_s or 0) * 1000)
