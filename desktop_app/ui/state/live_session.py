"""The recording that is being made: where it stands, told by the service's signals."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.capture.values import (
    NOTHING_RECORDED,
    Level,
    Notice,
    NoticeKind,
    Recorded,
    RecordingStarted,
    Room,
    Source,
)
from desktop_app.core.live.events import Lag, LanguageDoubted, RecogniserChanged, VoicesHeard
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr
from desktop_app.ui.state.export_choice import documents_folder
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.unsettled import Unsettled

if TYPE_CHECKING:
    from desktop_app.core.live.events import CaptionEvent
    from desktop_app.jobs.live_messages import Draft
    from desktop_app.jobs.live_service import LiveService
    from desktop_app.ui.state.session import Session

NOTICE_MS = 20_000
# Little room is said with the newest figure, by `notice_of`.
_LASTING = {NoticeKind.WAITING_FOR_DEVICE, NoticeKind.CAPTIONS_CHANGED}


class Phase(Enum):
    """Where recording stands. SETTLING: the sound is complete, the captions are not."""

    IDLE = auto()
    STARTING = auto()
    RECORDING = auto()
    PAUSED = auto()
    STOPPING = auto()
    SETTLING = auto()


class LiveSession(QObject):
    """Stands between the service that records and the list of recordings.

    full_pass: whether a recording is transcribed anew when it has ended. recording: the newest that was begun. level,
    room, lag_ms, notice: the newest there are. trouble: why there are no captions (any more). language_doubt: why the
    captions will hardly be right, '' where they may.
    """

    phase_changed = Signal()
    facts_changed = Signal()
    levelled = Signal(object)  # Level
    began = Signal(object)  # Recording
    ended = Signal(object)  # Recording: its sound is complete
    voices_heard = Signal(object, object)  # Recording, VoicesHeard
    completed = Signal(object)  # Recording: its captions are, too, and are kept
    refused = Signal(object)  # Failed: something that was asked for could not be done

    def __init__(self, service: LiveService, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.full_pass = True
        self.phase = Phase.IDLE
        self.recording: Recording | None = None
        self.level: Level | None = None
        self.room: Room | None = None
        self.lag_ms: int | None = None
        self.notice: Notice | None = None
        self.trouble: Failed | None = None
        self.language_doubt = ""
        self.device = ""
        self._language = AUTO
        self.unsettled = Unsettled(session, self)
        self.unsettled.settled.connect(service.settle)
        self._service = service
        self._session = session
        self._notice_over = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._notice_over.timeout.connect(self._forget_notice)
        service.levelled.connect(self._levelled)
        service.room_told.connect(self._room_told)
        service.noticed.connect(self._noticed)
        service.started.connect(self._started)
        service.captioned.connect(self._captioned)
        service.captions_failed.connect(self._captions_failed)
        service.recorded.connect(self._recorded)
        service.drafted.connect(self._drafted)
        service.failed.connect(self._failed)

    @property
    def is_recording(self) -> bool:
        """Whether sound is, or is about to be, recorded."""
        return self.phase in {Phase.STARTING, Phase.RECORDING, Phase.PAUSED, Phase.STOPPING}

    @property
    def elapsed_ms(self) -> int:
        """How much is recorded."""
        return self.level.at_ms if self.level else 0

    @property
    def notice_ends(self) -> bool:
        """Whether the notice is put away by itself."""
        return self._notice_over.isActive()

    # What the user does.

    def record(self, source: Source) -> None:
        """Begin to record, in the language that is chosen now; captions of the recording before that are not complete
        are left as they are."""
        if self.phase is Phase.SETTLING:
            self._cut_short()
        if self.phase is Phase.IDLE:
            self.level = self.lag_ms = self.notice = self.trouble = None
            self.language_doubt = ""
            self._session.jobs.hold(True)
            self._language = self._session.options.language
            self._enter(Phase.STARTING)
            self._service.record(source, self._language)

    def stop(self) -> None:
        """End the recording."""
        if self.phase in {Phase.RECORDING, Phase.PAUSED}:
            self._enter(Phase.STOPPING)
            self._service.stop()

    def pause_or_resume(self) -> None:
        """Record nothing for a while, or go on; told when it is so."""
        if self.phase is Phase.RECORDING:
            self._service.pause()
        elif self.phase is Phase.PAUSED:
            self._service.resume()

    def switch(self, source: Source) -> None:
        """Go on with another input; told when it is heard, or when it cannot be."""
        if self.is_recording:
            self._service.switch(source)

    # What the service says.

    def _started(self, event: RecordingStarted) -> None:
        self.device = event.device
        self.recording = self._session.add_live(event.folder, event.folder.name, self._language)
        self.recording.export_folder = documents_folder()
        self.recording.document.renamed.connect(self._renamed)
        self._enter(Phase.RECORDING)
        self.began.emit(self.recording)

    def _levelled(self, level: Level) -> None:
        self.level = level
        self.levelled.emit(level)

    def _room_told(self, room: Room) -> None:
        self.room = room
        self.facts_changed.emit()

    def _noticed(self, notice: Notice) -> None:
        match notice.kind:
            case NoticeKind.PAUSED:
                self._pause(Phase.RECORDING, Phase.PAUSED)
            case NoticeKind.RESUMED:
                self._pause(Phase.PAUSED, Phase.RECORDING)
            case _:
                self.notice = notice
                self.device = notice.device or self.device
                if notice.kind in _LASTING:
                    self._notice_over.stop()
                else:
                    self._notice_over.start()
                self.facts_changed.emit()

    def _pause(self, before: Phase, after: Phase) -> None:
        if self.phase is before:
            self._enter(after)

    def _forget_notice(self) -> None:
        self.notice = None
        self.facts_changed.emit()

    def _captioned(self, event: CaptionEvent) -> None:
        if isinstance(event, Lag):
            self.lag_ms = event.lag_ms
            self.facts_changed.emit()
        elif isinstance(event, LanguageDoubted):
            self.language_doubt = event.text
            self.facts_changed.emit()
        elif isinstance(event, RecogniserChanged):
            self._noticed(Notice(NoticeKind.CAPTIONS_CHANGED, event.text, event.at_ms))
        elif self.recording is not None and self.recording.document.live is not None:
            if isinstance(event, VoicesHeard):
                self.voices_heard.emit(self.recording, event)
            else:
                self.recording.document.hear(event)

    def _captions_failed(self, failed: Failed) -> None:
        self.trouble, self.lag_ms = failed, None
        if self.phase is Phase.SETTLING:
            self._settle()
        elif self.recording is not None and self.recording.state is State.LIVE:
            self.recording.failure = failed
            self.recording.changed.emit(self.recording)
        self.facts_changed.emit()

    def _recorded(self, recorded: Recorded) -> None:
        recording = self.recording
        if recording is None:
            return
        if not recorded.duration_ms:
            self._drop(recording, recorded)
            return
        recording.path = recorded.sound
        recording.ending = recorded.text
        recording.enter(State.SETTLING)
        self._enter(Phase.SETTLING)
        if self.trouble is not None:
            self._settle()
        self.ended.emit(recording)

    def _drop(self, recording: Recording, recorded: Recorded) -> None:
        """It was ended before there was any sound."""
        self._service.drop_captions()
        self._let_go(recording)
        self._enter(Phase.IDLE)
        self._session.jobs.hold(False)
        recording.empty = True
        stopped = tr("It was stopped before the input gave any sound.")
        why = recorded.text if recorded.text != NOTHING_RECORDED else stopped
        recording.enter(State.FAILED, failure=Failed(NOTHING_RECORDED, why))
        self.ended.emit(recording)

    def _drafted(self, draft: Draft) -> None:
        if self.recording is not None and self.recording.document.live is not None:
            self.recording.document.finish(draft.transcript)
            self._settle()

    def _failed(self, failed: Failed) -> None:
        if self._service.is_recording or self.phase in {Phase.IDLE, Phase.SETTLING}:
            self.refused.emit(failed)
            return
        recording, began = self.recording, self.phase is not Phase.STARTING
        self._enter(Phase.IDLE)
        self._session.jobs.hold(False)
        if recording is not None and began:
            recording.incomplete = True
            self._let_go(recording)
            recording.enter(State.FAILED, failure=failed)
            self.ended.emit(recording)
        else:
            self.refused.emit(failed)

    def _renamed(self, speaker_id: str) -> None:
        if self.recording is not None and self.recording.document.live is not None:
            self._service.name_speaker(speaker_id, self.recording.document.transcript.speaker(speaker_id).name)

    def _let_go(self, recording: Recording) -> None:
        """Nothing more is said of this recording."""
        recording.document.renamed.disconnect(self._renamed)
        if recording.document.live is not None:
            recording.document.end_live()

    def _cut_short(self) -> None:
        self._service.drop_captions()
        self.trouble = Failed(tr("The captions were not finished when the next recording began."))
        self._complete()

    def _settle(self) -> None:
        """The recording is complete, and so are its captions."""
        self._complete()
        self._session.jobs.hold(False)
        self.completed.emit(self.recording)

    def _complete(self) -> None:
        recording = self.recording
        self._enter(Phase.IDLE)
        if recording is not None:
            self._let_go(recording)
            recording.enter(State.DONE, failure=self.trouble)
            self._session.keeper.keep(recording)
            if self.full_pass:
                self._session.transcribing.transcribe_recorded(recording)
            self.unsettled.add(recording, recording.path.parent)

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit()
