"""A process that reads projects, and the thread that waits for it."""

from itertools import count
from multiprocessing.connection import Connection

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from desktop_app.jobs.engine_process import EngineDied, EngineProcess
from desktop_app.jobs.messages import Failed, Finished, LibraryRequest, Looked, Message
from desktop_app.jobs.worker import EngineWorker
from desktop_app.translation import tr

PROCESS = "diarist-library"
IDLE_MS = 30_000
"""How long the process is kept without anything to do."""
_QUEUED = Qt.ConnectionType.QueuedConnection


class LibraryLane(QObject):
    """Asks the process one thing at a time.

    Transcripts of hours take long to unpack, and whichever thread of the window's process did it would hold it up.
    """

    changed = Signal(object)
    """tuple[Change, ...]."""
    finished = Signal(object)
    """None, or Failed."""
    _requested = Signal(int, object)
    _idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_busy = False
        self._ids = count(1)
        self._job_id = 0
        self._runner = QThread()
        self._runner.setObjectName(PROCESS)
        self._worker = EngineWorker(EngineProcess(_serve, name=PROCESS), _died)
        self._worker.moveToThread(self._runner)
        self._requested.connect(self._worker.handle, _QUEUED)
        self._idle.connect(self._worker.close, _QUEUED)
        self._worker.message.connect(self._on_message, _QUEUED)
        self._idle_timer = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle_timer.timeout.connect(self._idle)

    def ask(self, request: LibraryRequest) -> None:
        """Begin, which nobody does while it is busy; `finished` follows."""
        self.is_busy, self._job_id = True, next(self._ids)
        self._idle_timer.stop()
        if not self._runner.isRunning():
            self._runner.start()
        self._requested.emit(self._job_id, request)

    def close(self) -> None:
        """End the process and the thread; what they are at is given up without a signal."""
        self._idle_timer.stop()
        self._worker.cancel(self._job_id)
        self._runner.quit()
        self._runner.wait()
        self._worker.close()

    @Slot(int, object)
    def _on_message(self, _job_id: int, message: Message) -> None:
        match message:
            case Looked(changes):
                self.changed.emit(changes)
            case Finished() | Failed():
                self.is_busy = False
                self._idle_timer.start()
                self.finished.emit(message if isinstance(message, Failed) else None)


def _serve(connection: Connection) -> None:
    # Imported in the child alone, as the engines are.
    from desktop_app.jobs.library_reading import serve

    serve(connection)


def _died(death: EngineDied) -> Failed:
    why = tr("The projects could not be looked at to the end: {death}.", death=death)
    return Failed(why, tr("Diarist looks again in a minute."))
