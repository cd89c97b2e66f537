"""The worker in its own thread: asks the engine process and turns its messages into signals."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.jobs.engine_process import EngineDied, EngineProcess
from desktop_app.jobs.messages import Failed, Request
from desktop_app.translation import tr


class EngineWorker(QObject):
    """Lives in a worker thread and handles one request at a time; `cancel` is called from the window's thread."""

    message = Signal(int, object)
    """Job id and a message of its answer, in order."""
    cancelled = Signal(int)
    """Job id: it ended because it was cancelled."""

    def __init__(self, engine: EngineProcess | None = None, died: Callable[[EngineDied], Failed] | None = None) -> None:
        """engine: the process that is asked, that of the engines if None; died: what to say where it ends."""
        super().__init__()
        self._engine = engine or EngineProcess()
        self._died = died or _engine_died
        self._cancelled: set[int] = set()

    @Slot(int, object)
    def handle(self, job_id: int, request: Request) -> None:
        """Ask the engine process, and pass on what it says until the answer is complete."""
        try:
            if job_id not in self._cancelled:
                for message in self._engine.ask(request):
                    if job_id in self._cancelled:
                        break
                    self.message.emit(job_id, message)
        except EngineDied as death:
            if job_id not in self._cancelled:
                self.message.emit(job_id, self._died(death))
        if job_id in self._cancelled:
            self._engine.close()  # a message it may still have sent belongs to nobody
            self.cancelled.emit(job_id)

    def cancel(self, job_id: int) -> None:
        """End a job that runs or is about to."""
        self._cancelled.add(job_id)
        self._engine.kill()

    @Slot()
    def close(self) -> None:
        """End the engine process and wait for it."""
        self._engine.close()


def _engine_died(death: EngineDied) -> Failed:
    return Failed(
        tr("The engine process stopped unexpectedly: {death}.", death=death),
        tr("What was finished before is kept. Try again; if it happens again, the memory may be too small."),
    )
