"""The queue of jobs as the window sees it."""

from collections import deque
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desktop_app.core.pipeline.given import Given
from desktop_app.core.pipeline.heard_turn import HeardTurn
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.values import Span
from desktop_app.jobs.messages import (
    Done,
    Doubt,
    Failed,
    Message,
    Partial,
    Progress,
    ReclusterRequest,
    Request,
    StatusReport,
    StatusRequest,
    TranscribeRequest,
    TurnRequest,
)
from desktop_app.jobs.model_jobs import ModelJobs
from desktop_app.jobs.reclusterer import Reclusterer
from desktop_app.jobs.worker import EngineWorker


class TranscriptionService(QObject):
    """Takes recordings, runs them one after the other in the engine process, and says how they get on.

    Speakers of finished recordings are changed beside that, at once; so is what happens to models.
    It lives in the window's thread; every signal is emitted there.
    """

    engines_reported = Signal(object)
    """StatusReport."""
    job_started = Signal(int)
    """Job id."""
    progressed = Signal(int, object)
    """Job id, Progress."""
    turns_ready = Signal(int, object)
    """Job id, Partial: turns not sent before."""
    doubted = Signal(int, object)
    """Job id, Doubt: the job goes on."""
    finished = Signal(int, object)
    """Job id, Done."""
    turn_heard = Signal(int, object)
    """Job id, HeardTurn."""
    failed = Signal(int, object)
    """Job id, Failed."""
    check_failed = Signal(object)
    """Failed: the engines could not even be looked at."""
    cancelled = Signal(int)
    """Job id."""
    reclustered = Signal(object, object)
    """Key, Transcript."""
    recluster_failed = Signal(object, object)
    """Key, Failed."""
    _requested = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = count(1)
        self._waiting: deque[tuple[int, Request]] = deque()
        self._current: int | None = None
        self._is_check = False
        self._held = False
        self._thread = QThread()
        self._thread.setObjectName("diarist-engine-worker")
        self._worker = EngineWorker()
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.handle, Qt.ConnectionType.QueuedConnection)
        self._worker.message.connect(self._on_message, Qt.ConnectionType.QueuedConnection)
        self._worker.cancelled.connect(self._on_cancelled, Qt.ConnectionType.QueuedConnection)
        self._reclusterer = Reclusterer(self)
        self._reclusterer.done.connect(self.reclustered)
        self._reclusterer.failed.connect(self.recluster_failed)
        self.models = ModelJobs(self)

    def start(self) -> None:
        """Start the engine process, which loads the models and reports their state."""
        self._thread.start()
        self._queue(StatusRequest())

    def submit(
        self,
        path: Path,
        options: JobOptions,
        known: tuple[KnownSpeaker, ...] = (),
        engine: AsrEngine | None = None,
        *,
        given: Given | None = None,
        together: tuple[Path, ...] = (),
    ) -> int:
        """Queue a recording; its id is in every signal about it. All as a TranscribeRequest has it."""
        return self._queue(TranscribeRequest(path, options, known, engine=engine, given=given, together=together))

    def hear_turn(
        self, path: Path, speech: tuple[Span, ...], options: JobOptions, asr: AsrSettings | None = None
    ) -> int:
        """Queue one turn to be heard again; `turn_heard` or `failed` follows. asr: what writes it down, as the settings
        say if None."""
        return self._queue(TurnRequest(path, speech, options, asr))

    def hold(self, held: bool) -> None:
        """Start no further recording while held; one that runs goes on."""
        self._held = held
        self._start_next()

    def cancel(self, job_id: int) -> None:
        """End a job, running or waiting; `cancelled` follows. Nothing happens if it is over."""
        if job_id == self._current:
            self._worker.cancel(job_id)
            return
        kept = deque(item for item in self._waiting if item[0] != job_id)
        if len(kept) < len(self._waiting):
            self._waiting = kept
            self.cancelled.emit(job_id)

    def move(self, job_id: int, before: int | None) -> None:
        """Do a waiting job before another that waits, after all others if None. Nothing happens if either does not wait
        any more."""
        moved = next((item for item in self._waiting if item[0] == job_id), None)
        others = [item for item in self._waiting if item is not moved]
        ids = [each for each, _ in others]
        if moved is not None and (before is None or before in ids):
            others.insert(len(others) if before is None else ids.index(before), moved)
            self._waiting = deque(others)

    def recluster(self, key: object, request: ReclusterRequest) -> None:
        """Find other speakers; `reclustered` or `recluster_failed` follows, for the newest request of a key alone."""
        self._reclusterer.ask(key, request)

    def check_engines(self) -> None:
        """Try failed loads again and run every engine's self-test; `engines_reported` follows."""
        self._queue(StatusRequest(self_test=True))

    def shutdown(self) -> None:
        """End every process and thread; jobs that run or wait are given up without a signal."""
        self.models.shutdown()
        self._reclusterer.shutdown()
        self._waiting.clear()
        if self._current is not None:
            self._worker.cancel(self._current)
            self._current = None
        self._thread.quit()
        self._thread.wait()
        self._worker.close()

    def _queue(self, request: Request) -> int:
        job_id = next(self._ids)
        self._waiting.append((job_id, request))
        self._start_next()
        return job_id

    def _start_next(self) -> None:
        if self._current is None and (following := self._following()) is not None and self._thread.isRunning():
            self._waiting.remove(following)
            self._current, request = following
            self._is_check = isinstance(request, StatusRequest)
            if isinstance(request, TranscribeRequest):
                self.job_started.emit(self._current)
            self._requested.emit(self._current, request)

    def _following(self) -> tuple[int, Request] | None:
        """What is to be done next: the first that waits, or the first that is no recording while those are held."""
        heavy = TranscribeRequest | TurnRequest
        ready = (item for item in self._waiting if not (self._held and isinstance(item[1], heavy)))
        return next(ready, None)

    @Slot(int, object)
    def _on_message(self, job_id: int, message: Message) -> None:
        if job_id != self._current:
            return  # given up at shutdown
        match message:
            case Progress():
                self.progressed.emit(job_id, message)
            case Partial():
                self.turns_ready.emit(job_id, message)
            case Doubt():
                self.doubted.emit(job_id, message)
            case Done():
                self._end()
                self.finished.emit(job_id, message)
            case HeardTurn():
                self._end()
                self.turn_heard.emit(job_id, message)
            case Failed() if self._is_check:
                self._end()
                self.check_failed.emit(message)
            case Failed():
                self._end()
                self.failed.emit(job_id, message)
            case StatusReport():
                self._end()
                self.engines_reported.emit(message)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        if job_id == self._current:  # else it was done just before
            self._end()
            self.cancelled.emit(job_id)

    def _end(self) -> None:
        self._current = None
        self._start_next()
