"""Recording and live captions as the window sees them: two processes, of which the recorder needs nobody."""

from contextlib import suppress
from enum import Enum, auto
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.capture.commands import (
    CaptureFailed,
    FindUnfinished,
    Inputs,
    ListInputs,
    Pause,
    Record,
    Recover,
    Resume,
    Settle,
    Stop,
    Switch,
    UnfinishedFound,
    Unwatch,
    Watch,
)
from desktop_app.core.capture.recordings_folder import new_recording_folder, recordings_folder
from desktop_app.core.capture.values import (
    Level,
    Notice,
    Recorded,
    RecorderEvent,
    RecordingStarted,
    Room,
    Source,
    Unfinished,
)
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.jobs.duplex_process import DuplexProcess
from desktop_app.jobs.live_messages import Caption, CaptionMessage, Draft, NameSpeaker, Prepare
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr

_KEPT = tr("What was recorded is kept.")


class _State(Enum):
    IDLE = auto()
    STARTING = auto()
    RECORDING = auto()
    STOPPING = auto()


class LiveService(QObject):
    """Records, writes captions of what is recorded, and makes good what was not finished.

    The captions read what the recorder has put on the disk: whatever happens to them, the recording goes on. It lives
    in the window's thread; every signal is emitted there.
    """

    inputs_listed = Signal(object)
    """tuple[InputDevice, ...]."""
    levelled = Signal(object)
    """Level, while an input is watched or recorded."""
    room_told = Signal(object)
    """Room."""
    noticed = Signal(object)
    """Notice."""
    started = Signal(object)
    """RecordingStarted."""
    captioned = Signal(object)
    """CaptionEvent."""
    captions_failed = Signal(object)
    """Failed: the recording goes on without captions."""
    recorded = Signal(object)
    """Recorded: the file is complete."""
    drafted = Signal(object)
    """Draft: every caption is settled. It comes after `recorded`, and not at all where the captions failed."""
    failed = Signal(object)
    """Failed: it could not be recorded, or the recorder ended; what was recorded is kept."""
    unfinished_found = Signal(object)
    """tuple[Unfinished, ...], not empty."""
    recovered = Signal(object)
    """Recorded: an unfinished recording that is whole now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = DuplexProcess(_serve_recorder, name="diarist-recorder", parent=self)
        self._captioner = DuplexProcess(_serve_captions, name="diarist-captions", parent=self)
        self._recorder.said.connect(self._on_recorder)
        self._recorder.died.connect(self._on_recorder_died)
        self._captioner.said.connect(self._on_captions)
        self._captioner.died.connect(self._on_captions_died)
        self._state = _State.IDLE
        self._is_over = False
        self._folder: Path | None = None
        self._language = AUTO
        self._captioning = False
        self._ready: Draft | None = None

    @property
    def is_recording(self) -> bool:
        """Whether a recording was begun and is not complete yet."""
        return self._state is not _State.IDLE

    def start(self) -> None:
        """Look for recordings that were not finished, and for what can be recorded."""
        self._ask(FindUnfinished(recordings_folder()))
        self.list_inputs()

    def list_inputs(self) -> None:
        """Look for what can be recorded; `inputs_listed` follows, or `failed`. Nothing new is found while recording."""
        self._ask(ListInputs())

    def watch(self, source: Source, language: str = AUTO) -> None:
        """Tell how loud an input is, and load what captions need meanwhile. language: as for `record`."""
        self._ask(Watch(source))
        self._tell_captioner(Prepare(language))

    def unwatch(self) -> None:
        """Let go of the input that is watched."""
        self._ask(Unwatch())

    def record(self, source: Source, language: str = AUTO) -> None:
        """Begin to record; `started` or `failed` follows. language: what the captions write down, a tag; AUTO: they
        find it out."""
        if self._state is _State.IDLE:
            self._state, self._folder, self._ready = _State.STARTING, None, None
            self._language = language
            self._ask(Record(source, new_recording_folder(), to_offer=True))

    def pause(self) -> None:
        """Record nothing for a while."""
        self._ask(Pause())

    def resume(self) -> None:
        """Go on after a pause."""
        self._ask(Resume())

    def switch(self, source: Source) -> None:
        """Go on with another input."""
        self._ask(Switch(source))

    def stop(self) -> None:
        """End the recording; `recorded` follows, and `drafted` when the captions have come to its end."""
        if self._state is not _State.IDLE:
            self._state = _State.STOPPING
            self._ask(Stop())

    def drop_captions(self) -> None:
        """Write no more captions of the newest recording: neither `drafted` nor `captions_failed` follows."""
        if self._captioning:
            self._captioning = False
            self._captioner.abandon()

    def name_speaker(self, speaker_id: str, name: str) -> None:
        """Tell who a voice of the recording is: it is kept apart from others from now on."""
        if self._captioning:
            self._tell_captioner(NameSpeaker(speaker_id, name))

    def recover(self, unfinished: Unfinished) -> None:
        """Make a recording whole that was not finished; `recovered` or `failed` follows. It is offered at a later start
        until `settle`, as every recording is."""
        self._ask(Recover(unfinished))

    def settle(self, folder: Path) -> None:
        """What was to become of the recording in this folder has become of it: it is not offered at a later start."""
        self._ask(Settle(folder))

    def shutdown(self) -> None:
        """End both processes. A recording that runs is finished, without a signal, and offered at the next start."""
        self._is_over = True  # what is said after this would start a process again
        self._recorder.close()
        self._captioner.close()

    # What the recorder says.

    @Slot(object)
    def _on_recorder(self, event: RecorderEvent | Inputs | UnfinishedFound | CaptureFailed) -> None:
        match event:
            case Level() | Room() | Notice():
                self._tell(event)
            case Inputs(devices):
                self.inputs_listed.emit(devices)
            case RecordingStarted():
                self._on_started(event)
            case Recorded():
                self._on_recorded(event)
            case UnfinishedFound(found):
                if found:
                    self.unfinished_found.emit(found)
            case CaptureFailed(reason, hint):
                if self._state is not _State.RECORDING:
                    self._state = _State.IDLE
                self.failed.emit(Failed(reason, hint))

    def _tell(self, event: Level | Room | Notice) -> None:
        match event:
            case Level():
                self.levelled.emit(event)
            case Room():
                self.room_told.emit(event)
            case Notice():
                self.noticed.emit(event)

    def _on_started(self, event: RecordingStarted) -> None:
        if self._state is _State.STARTING:
            self._state = _State.RECORDING
        self._folder = event.folder
        self._captioning = True
        self.started.emit(event)
        self._tell_captioner(Caption(event.folder, self._language))

    def _on_recorded(self, event: Recorded) -> None:
        if event.folder != self._folder:
            self.recovered.emit(event)
            return
        self._state = _State.IDLE
        self.recorded.emit(event)
        if self._ready is not None:
            self.drafted.emit(self._ready)

    @Slot(str)
    def _on_recorder_died(self, how: str) -> None:
        was_recording, self._state, self._folder = self.is_recording, _State.IDLE, None
        why = tr("The recorder stopped unexpectedly: {how}.", how=how)
        self.failed.emit(Failed(why, _KEPT if was_recording else ""))
        if was_recording:
            self._ask(FindUnfinished(recordings_folder()))

    # What the captions say.

    @Slot(object)
    def _on_captions(self, message: CaptionMessage) -> None:
        match message:
            case Draft():
                self._captioning = False
                self._ready = message
                if not self.is_recording:
                    self.drafted.emit(message)
            case Failed():
                self._captioning = False
                self.captions_failed.emit(message)
            case _:
                self.captioned.emit(message)

    @Slot(str)
    def _on_captions_died(self, how: str) -> None:
        if self._captioning:
            self._captioning = False
            why = tr("The captions stopped unexpectedly: {how}.", how=how)
            self.captions_failed.emit(Failed(why, tr("The words come after the recording.")))

    def _ask(self, command: object) -> None:
        if self._is_over:
            return
        try:
            self._recorder.tell(command)
        except OSError as error:
            self._state = _State.IDLE
            self.failed.emit(Failed(tr("The recorder cannot be started ({error}).", error=error.strerror)))

    def _tell_captioner(self, request: object) -> None:
        if self._is_over:
            return
        with suppress(OSError):  # no process can be started: said when there is something to caption
            self._captioner.tell(request)


def _serve_recorder(connection: Connection) -> None:
    # Imported in the child alone: the window needs nothing of it.
    from desktop_app.core.capture.recorder_process import serve_recorder

    serve_recorder(connection)


def _serve_captions(connection: Connection) -> None:
    from desktop_app.jobs.captions import serve

    serve(connection)
