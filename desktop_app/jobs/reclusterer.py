"""Other speakers for finished transcripts, found in a thread of its own: no running job is waited for."""

import logging

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desktop_app.core.transcript.values import Transcript
from desktop_app.jobs.messages import Failed, ReclusterRequest
from desktop_app.jobs.unexpected_error import unexpected
from desktop_app.translation import tr

_log = logging.getLogger(__name__)


class Reclusterer(QObject):
    """Takes requests under a key, one of which is worked on at a time; of each key only the newest is answered.

    It lives in the window's thread; every signal is emitted there. The thread starts with the first request.
    """

    done = Signal(object, object)
    """Key, Transcript."""
    failed = Signal(object, object)
    """Key, Failed."""
    _requested = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[object, ReclusterRequest] = {}
        self._current: object | None = None
        self._thread = QThread()
        self._thread.setObjectName("diarist-reclusterer")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.handle, Qt.ConnectionType.QueuedConnection)
        self._worker.answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, key: object, request: ReclusterRequest) -> None:
        """Find the speakers; `done` or `failed` follows, unless the key is asked for again before."""
        self._waiting[key] = request
        if not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)
        self._start_next()

    def shutdown(self) -> None:
        """End the thread; what is asked for is given up without a signal."""
        self._waiting.clear()
        self._current = None
        self._thread.quit()
        self._thread.wait()

    def _start_next(self) -> None:
        if self._current is None and self._waiting:
            self._current = next(iter(self._waiting))
            self._requested.emit(self._current, self._waiting.pop(self._current))

    @Slot(object, object)
    def _on_answer(self, key: object, answer: Transcript | Failed) -> None:
        if self._current is None:
            return  # given up at shutdown
        self._current = None
        outdated = key in self._waiting
        self._start_next()
        if not outdated:
            (self.failed if isinstance(answer, Failed) else self.done).emit(key, answer)


class _Worker(QObject):
    answered = Signal(object, object)  # key; Transcript or Failed

    @Slot(object, object)
    def handle(self, key: object, request: ReclusterRequest) -> None:
        self.answered.emit(key, self._answer(request))

    @staticmethod
    def _answer(request: ReclusterRequest) -> Transcript | Failed:
        # Imported at the first request: the window must show before what the clustering needs is loaded.
        from desktop_app.core.diarization.clustering import SpeakerBounds
        from desktop_app.core.diarization.errors import DiarizationError
        from desktop_app.core.diarization.voices import unpack_voices
        from desktop_app.core.pipeline.reassign import recluster_transcript

        options = request.options
        try:
            return recluster_transcript(
                request.transcript,
                unpack_voices(request.voices),
                SpeakerBounds(options.min_speakers or 1, options.max_speakers),
                sensitivity=options.sensitivity,
                known=request.known,
                decisions=request.decisions,
            )
        except DiarizationError as error:
            why = tr("The speakers cannot be changed: {error}.", error=error)
            return Failed(why, tr("Transcribe the recording again."))
        except Exception as error:  # noqa: BLE001  the thread's border: whatever it is, the window must hear of it
            _log.exception("a reclustering failed")
            return unexpected(tr("The speakers cannot be changed"), error)
