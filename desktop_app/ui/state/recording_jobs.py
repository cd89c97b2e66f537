"""The jobs of recordings: queued with the service, moved and cancelled there, and what it says of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.translation import tr
from desktop_app.ui.state.job_ending import Ended, Ending
from desktop_app.ui.state.recording_state import State

if TYPE_CHECKING:
    from desktop_app.core.pipeline.given import Given
    from desktop_app.core.transcript.known_speakers import KnownSpeaker
    from desktop_app.jobs.messages import Done, Doubt, Failed, Partial, Progress
    from desktop_app.jobs.service import TranscriptionService
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class RecordingJobs(QObject):
    """Stands between the session's recordings and the service. A recording has one job at a time."""

    queued = Signal(object)  # Recording: its job waits
    started = Signal(object)  # Recording: its job runs
    ended = Signal(object, object)  # Recording, Ended: its job is over
    brought_back = Signal(object)  # Failed: a job that was to make a text anew; the text is as it was

    def __init__(self, service: TranscriptionService, session: Session) -> None:
        super().__init__(session)
        self._service = service
        self._session = session
        self._keeper = session.keeper
        self._held = False
        # Queued: the service may speak of a job before `submit` has returned its id.
        queued = Qt.ConnectionType.QueuedConnection
        service.job_started.connect(self._job_started, queued)
        service.progressed.connect(self._progressed, queued)
        service.turns_ready.connect(self._turns_ready, queued)
        service.doubted.connect(self._doubted, queued)
        service.finished.connect(self._finished, queued)
        service.failed.connect(self._failed, queued)
        service.cancelled.connect(self._cancelled, queued)

    def submit(self, recording: Recording, known: tuple[KnownSpeaker, ...] = (), given: Given | None = None) -> None:
        """Queue a recording, and keep it: its job must outlive the program. known, given: as a TranscribeRequest has
        them."""
        self._keeper.keep(recording)
        recording.job_id = self._service.submit(
            recording.path,
            recording.options,
            known,
            recording.notes.queue_choice.engine,
            given=given,
            together=() if given else recording.notes.together,
        )
        recording.wait(held=self._held)
        self.queued.emit(recording)

    def cancel(self, recording: Recording) -> None:
        """Stop a recording's job, or take it out of the queue."""
        if recording.busy and recording.job_id is not None:
            self._service.cancel(recording.job_id)

    def move(self, recording: Recording, before: Recording | None) -> None:
        """Let a waiting recording wait before another one, behind all if None."""
        if recording.job_id is not None:
            self._service.move(recording.job_id, before.job_id if before is not None else None)

    def hold(self, held: bool) -> None:
        """Start no further job while a recording is made."""
        self._held = held
        self._service.hold(held)
        for recording in self._session.recordings:
            if recording.state is State.WAITING:
                recording.wait(held=held)

    # What the service says.

    def _by_id(self, job_id: int) -> Recording | None:
        return next((each for each in self._session.recordings if each.job_id == job_id), None)

    def _job_started(self, job_id: int) -> None:
        if recording := self._by_id(job_id):
            recording.enter(State.WORKING)
            self.started.emit(recording)

    def _progressed(self, job_id: int, progress: Progress) -> None:
        if (recording := self._by_id(job_id)) and recording.state is State.WORKING:
            recording.move_on(progress)

    def _turns_ready(self, job_id: int, partial: Partial) -> None:
        if (recording := self._by_id(job_id)) and not recording.document.is_draft:
            recording.document.add_turns(partial.turns, partial.speakers)

    def _doubted(self, job_id: int, doubt: Doubt) -> None:
        if (recording := self._by_id(job_id)) and recording.state is State.WORKING:
            recording.doubt_language(doubt.sentence)

    def _finished(self, job_id: int, done: Done) -> None:
        if recording := self._by_id(job_id):
            was_draft = recording.document.is_draft
            recording.take_in(done, recording.options)
            if was_draft:
                self._keeper.keep_voices(recording)
            else:
                self._keeper.transcribed(recording)
            self._tell_end(recording, Ended(Ending.DONE))

    def _failed(self, job_id: int, failed: Failed) -> None:
        if recording := self._by_id(job_id):
            if recording.bring_back():
                self.brought_back.emit(replace(failed, hint=tr("The text is as it was.")))
            else:
                self._break_off(recording, State.FAILED, failed)
            self._tell_end(recording, Ended(Ending.FAILED, failed.reason))

    def _cancelled(self, job_id: int) -> None:
        if recording := self._by_id(job_id):
            if not recording.bring_back():
                self._break_off(recording, State.CANCELLED)
            self._tell_end(recording, Ended(Ending.CANCELLED))

    def _break_off(self, recording: Recording, state: State, failure: Failed | None = None) -> None:
        """What the job had ready stays; so does a draft, which is as good as it was."""
        if recording.keep_what_is_ready():
            self._keeper.transcribed(recording)
        recording.enter(State.DONE if recording.document.is_draft else state, failure=failure)

    def _tell_end(self, recording: Recording, ended: Ended) -> None:
        self.ended.emit(recording, ended)
        recording.notes.note_queue_choice(None)
