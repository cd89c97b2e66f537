"""What is done to models, as the window sees it: each piece of work in a process of its own."""

from itertools import count
from multiprocessing.connection import Connection

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desktop_app.jobs.engine_process import EngineDied, EngineProcess
from desktop_app.jobs.messages import (
    Bytes,
    Examined,
    ExamineModels,
    Failed,
    Finished,
    MakingReady,
    Message,
    ModelProgress,
    ModelRequest,
    ModelTrial,
    OwnFound,
    Testing,
)
from desktop_app.jobs.worker import EngineWorker
from desktop_app.translation import tr

PROCESS = "diarist-models"


class ModelJobs(QObject):
    """Takes requests under a key, one at a time for each; gigabytes may be read, written and fetched meanwhile.

    Cancelling is ending the process: the store stays as it was. It lives in the window's thread; every signal is
    emitted there.
    """

    examined = Signal(object)
    """ModelEntry."""
    progressed = Signal(str, object)
    """Key, ModelProgress."""
    finished = Signal(str)
    """Key."""
    failed = Signal(str, object)
    """Key, Failed."""
    own_found = Signal(str, object)
    """Key, OwnFound: it is over, and nothing was taken in."""
    cancelled = Signal(str)
    """Key."""
    changed = Signal()
    """Another model is here than before, or one less; after the signal of what was done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = count(1)
        self._lanes: dict[int, _Lane] = {}

    def ask(self, key: str, request: ModelRequest) -> None:
        """Begin; `finished`, `failed`, `own_found` or `cancelled` follows. Nothing happens while the key is at work."""
        if self.is_busy(key):
            return
        job_id = next(self._ids)
        lane = self._lanes[job_id] = _Lane(key, request, self)
        lane.worker.message.connect(self._on_message, Qt.ConnectionType.QueuedConnection)
        lane.worker.cancelled.connect(self._on_cancelled, Qt.ConnectionType.QueuedConnection)
        lane.runner.start()
        lane.requested.emit(job_id, request)

    def cancel(self, key: str) -> None:
        """End what the key is at; `cancelled` follows. Nothing happens if that is over."""
        for job_id, lane in self._lanes.items():
            if lane.key == key:
                lane.worker.cancel(job_id)

    def is_busy(self, key: str) -> bool:
        """Whether the key is at work."""
        return any(lane.key == key for lane in self._lanes.values())

    def progress(self, key: str) -> ModelProgress | None:
        """How far the key has got; None where it is not at work, or has told of nothing."""
        return next((lane.progress for lane in self._lanes.values() if lane.key == key), None)

    def shutdown(self) -> None:
        """End every process and thread; what they are at is given up without a signal."""
        for job_id, lane in self._lanes.items():
            lane.worker.cancel(job_id)
        for job_id in list(self._lanes):
            self._end(job_id)

    @Slot(int, object)
    def _on_message(self, job_id: int, message: Message) -> None:
        if job_id not in self._lanes:
            return  # given up at shutdown
        lane = self._lanes[job_id]
        key = lane.key
        match message:
            case Bytes() | MakingReady() | Testing():
                lane.progress = message
                self.progressed.emit(key, message)
            case Examined(entry):
                self.examined.emit(entry)
            case Finished():
                self._end(job_id)
                self.finished.emit(key)
                if not isinstance(lane.request, ExamineModels):
                    self.changed.emit()
            case OwnFound():
                self._end(job_id)
                self.own_found.emit(key, message)
            case Failed():
                self._end(job_id)
                self.failed.emit(key, message)
                self._tell_if_come(lane)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        if job_id in self._lanes:  # else it was done just before
            lane = self._lanes[job_id]
            self._end(job_id)
            self.cancelled.emit(lane.key)
            self._tell_if_come(lane)

    def _tell_if_come(self, lane: "_Lane") -> None:
        """A model that was tried out has come, whatever became of that."""
        if isinstance(lane.progress, ModelTrial):
            self.changed.emit()

    def _end(self, job_id: int) -> None:
        lane = self._lanes.pop(job_id)
        lane.runner.quit()
        lane.runner.wait()
        lane.worker.close()
        lane.deleteLater()


class _Lane(QObject):
    """The thread and the process that one piece of work has."""

    requested = Signal(int, object)

    def __init__(self, key: str, request: ModelRequest, parent: QObject) -> None:
        super().__init__(parent)
        self.key, self.request = key, request
        self.progress: ModelProgress | None = None
        self.runner = QThread()
        self.runner.setObjectName(f"{PROCESS}-{key}")
        self.worker = EngineWorker(EngineProcess(_serve_models, name=PROCESS), _died)
        self.worker.moveToThread(self.runner)
        self.requested.connect(self.worker.handle, Qt.ConnectionType.QueuedConnection)


def _serve_models(connection: Connection) -> None:
    # Imported in the child alone, as the engines are.
    from desktop_app.jobs.models import serve

    serve(connection)


def _died(death: EngineDied) -> Failed:
    why = tr("The work on the model stopped unexpectedly: {death}.", death=death)
    return Failed(why, tr("The store is as it was. Try again."))
