"""Turns that are heard again, one at a time, beside the recordings' own jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.editing.heard_again import hear_again
from desktop_app.translation import tr

if TYPE_CHECKING:
    from desktop_app.core.pipeline.heard_turn import HeardTurn
    from desktop_app.core.store.settings import AsrSettings
    from desktop_app.core.transcript.values import Turn
    from desktop_app.jobs.messages import Failed
    from desktop_app.jobs.service import TranscriptionService
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class TurnHearing(QObject):
    """Makes an edit of what was heard, if the turn is still what it was."""

    told = Signal(str)
    """What has come of it, in a sentence."""
    failed = Signal(object)
    """Failed."""

    def __init__(self, service: TranscriptionService, session: Session) -> None:
        super().__init__(session)
        self._service = service
        self._waiting: dict[int, tuple[Recording, Turn]] = {}
        service.turn_heard.connect(self._heard, Qt.ConnectionType.QueuedConnection)
        service.failed.connect(self._failed, Qt.ConnectionType.QueuedConnection)
        session.removed.connect(self._forget)

    def hear(self, recording: Recording, turn: Turn, asr: AsrSettings) -> None:
        """Have one turn of a finished recording transcribed anew, by this and with this vocabulary."""
        if recording.can_hear_turn_again:
            job_id = self._service.hear_turn(recording.path, turn.speech, recording.options, asr)
            self._waiting[job_id] = recording, turn

    def _forget(self, recording: Recording) -> None:
        """The recording is gone: what was asked for it is not wanted any more."""
        for job_id in [job_id for job_id, (each, _) in self._waiting.items() if each is recording]:
            del self._waiting[job_id]
            self._service.cancel(job_id)

    def _heard(self, job_id: int, heard: HeardTurn) -> None:
        if job_id not in self._waiting:
            return
        recording, turn = self._waiting.pop(job_id)
        document = recording.document
        place = next((place for place, each in enumerate(document.transcript.turns) if each is turn), None)
        if place is None or not document.can_edit:
            self.told.emit(tr("The turn was changed meanwhile: it stays as it is."))
        elif (edit := hear_again(document.transcript, place, heard.words)) is None:
            self.told.emit(tr("{engine} heard nothing else in that turn.", engine=heard.engine))
        else:
            document.edit(edit)
            told = tr("The turn is as {engine} heard it.", engine=heard.engine)
            self.told.emit(" ".join((told, *heard.warnings)))

    def _failed(self, job_id: int, failed: Failed) -> None:
        if self._waiting.pop(job_id, None) is not None:
            self.failed.emit(failed)
