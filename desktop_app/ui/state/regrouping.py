"""Other speakers for the words of finished recordings: what is wished for, and what the service answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.transcript.decisions import decisions_of
from desktop_app.jobs.messages import ReclusterRequest

if TYPE_CHECKING:
    from desktop_app.core.pipeline.stages import JobOptions
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.jobs.messages import Failed
    from desktop_app.jobs.service import TranscriptionService
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class Regrouping(QObject):
    """Asks the service, and makes an edit of its answer. What was corrected meanwhile is asked for again."""

    regrouped = Signal(object, object)  # Recording, Transcript: other speakers have its words than in this one
    failed = Signal(object)  # Failed

    def __init__(self, service: TranscriptionService, session: Session) -> None:
        super().__init__(session)
        self._service = service
        self._session = session
        self._asked_in: dict[Recording, Transcript] = {}
        # Not queued: an answer must not meet a wish that came after it.
        service.reclustered.connect(self._reclustered)
        service.recluster_failed.connect(self._recluster_failed)

    def regroup(self, recording: Recording, options: JobOptions, gesture: int) -> None:
        """Give a finished recording's words to other speakers; wishes of one gesture are undone together."""
        if recording.voices is not None and recording.can_regroup:
            recording.wish = options, gesture
            document = recording.document
            source = self._asked_in[recording] = document.regroup_source()
            decisions = decisions_of(source)
            request = ReclusterRequest(source, recording.voices, options, document.known_speakers(), decisions)
            self._service.recluster(recording, request)

    def _reclustered(self, recording: Recording, transcript: Transcript) -> None:
        if recording in self._session.recordings and recording.wish is not None:
            (options, gesture), recording.wish = recording.wish, None
            document = recording.document
            if self._asked_in.pop(recording, None) != document.regroup_source():
                self.regroup(recording, options, gesture)  # somebody has gone on correcting meanwhile
                return
            before = document.transcript
            document.regroup(transcript, options, gesture)
            self.regrouped.emit(recording, before)

    def _recluster_failed(self, recording: Recording, failed: Failed) -> None:
        if recording in self._session.recordings:
            recording.wish = None
            recording.changed.emit(recording)
            self.failed.emit(failed)
