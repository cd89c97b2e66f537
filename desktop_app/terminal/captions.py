"""`diarist captions`: an input recorded in one process and captioned in this one."""

import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event

from desktop_app.core.capture.commands import CaptureFailed, Inputs, ListInputs, Record, Settle, Stop
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.growing_sound import GrowingSound
from desktop_app.core.capture.input_name import inputs_meant
from desktop_app.core.capture.recordings_folder import new_recording_folder
from desktop_app.core.capture.values import (
    InputDevice,
    Level,
    Notice,
    Recorded,
    RecordingStarted,
    Room,
    Source,
)
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.draft_file import DraftFile
from desktop_app.core.live.engines import LiveEngineRoom, LiveEngines
from desktop_app.core.live.follow_recording import POLL_S, follow_recording
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.warnings import embedding_warnings
from desktop_app.core.store.settings import Settings
from desktop_app.terminal.caption_lines import CaptionReporter
from desktop_app.terminal.captioned import Captioned, Captions, Kept, keep, let_go
from desktop_app.terminal.recorder_client import RecorderProcess, recorder_process
from desktop_app.terminal.stop_signals import asked_to_stop
from desktop_app.terminal.wav_out import check_target


class NotAsAsked(Exception):
    """What was asked for is not there: the text says what is."""


def caption_input(
    device: str | None,
    channel: int | None,
    reporter: CaptionReporter,
    *,
    settings: Settings,
    wav_out: Path | None = None,
    seconds: int | None = None,
) -> bool:
    """Record and caption until Ctrl+C, or for so many seconds; True if all of it went well.

    device: a name or a part of one, the system's default if None. wav_out: where the recording goes, which must be
    free; among the user's recordings if None. NotAsAsked where there is no such device or place.
    """
    if (fault := check_target(wav_out)) is not None:
        raise NotAsAsked(fault)
    try:
        with recorder_process() as recorder:
            source = _source(recorder, device, channel)
            kept = _record(recorder, source, reporter, settings=settings, wav_out=wav_out, seconds=seconds)
    except CaptureError as error:
        reporter.failed(str(error))
        return False
    if kept is None:
        return False
    let_go(kept)
    return kept.is_good


def _record(
    recorder: RecorderProcess,
    source: Source,
    reporter: CaptionReporter,
    *,
    settings: Settings,
    wav_out: Path | None,
    seconds: int | None,
) -> Kept | None:
    """Record and caption; what is kept of it, None where there is nothing, or not yet, which is told."""
    started = recorder.answer_to(Record(source, new_recording_folder(), to_offer=True), RecordingStarted)
    with asked_to_stop(f"Ended at once. What was recorded is kept in {started.folder}") as stop:
        reporter.tell(started)
        session = _Session(recorder, reporter, stop, seconds)
        captions = _caption(started.folder, session, reporter, settings)
        recorded = session.wait_for_end()
        if recorded is None:
            reporter.failed(f"{session.fault}; what was recorded is in {started.folder}")
            return None
        if not recorded.sound.exists():
            reporter.failed(recorded.text)
            return None
        # While the recorder has it in hand: a window that starts just now takes it for nobody's otherwise.
        kept = keep(Captioned(recorded, started.started_at, captions), wav_out, reporter)
    if kept.project is not None:
        recorder.ask(Settle(recorded.folder))
    return kept


class _Session:
    """A recording under way: what the recorder says is told, and it is stopped when it is time."""

    def __init__(self, recorder: RecorderProcess, reporter: CaptionReporter, stop: Event, seconds: int | None) -> None:
        self.fault = ""
        """Why it could not be finished."""
        self._recorder = recorder
        self._reporter = reporter
        self._stop = stop
        self._until_s = None if seconds is None else time.monotonic() + seconds
        self._stopping = False
        self._recorded: Recorded | None = None

    @property
    def is_over(self) -> bool:
        return self._recorded is not None or bool(self.fault or self._recorder.ended)

    def attend(self, wait_s: float = 0.0) -> None:
        """Tell what was said since, at most wait_s from now; ask the recorder to stop if that is due."""
        for answer in self._recorder.said(wait_s=wait_s):
            match answer:
                case Level() | Room() | Notice():
                    self._reporter.tell(answer)
                case Recorded():
                    self._recorded = answer
                case CaptureFailed(reason, _):
                    self.fault = reason.rstrip(".")
        is_time = self._until_s is not None and time.monotonic() >= self._until_s
        if (self._stop.is_set() or is_time) and not self._stopping:
            self._stopping = True
            self._recorder.ask(Stop())

    def wait_for_end(self) -> Recorded | None:
        """The recording when it is complete; None where that fails."""
        while not self.is_over:
            self.attend(POLL_S)
        if self._recorder.ended and self._recorded is None:
            self.fault = f"the recorder stopped unexpectedly: {self._recorder.ended}"
        return self._recorded


def _caption(folder: Path, session: _Session, reporter: CaptionReporter, settings: Settings) -> Captions:
    """Caption the recording to its end; where that cannot be, it is told, and the recording goes on."""
    sound = GrowingSound(folder)
    with ThreadPoolExecutor(2, "diarist-captions") as executor:
        loading = executor.submit(LiveEngineRoom(Engines(settings)).load)
        try:
            engines = _loaded(loading, session)
        except ModelUnavailable as error:
            fault = f"There are no captions: {error}"
            reporter.warn(fault, 0)
            return Captions(None, fault)
        for warning in engines.warnings:
            reporter.warn(warning, 0)
        captioner = Captioner(engines, executor=executor, recorded_ms=lambda: sound.recorded_ms)
        file = DraftFile(folder, captioner)

        def between() -> None:
            session.attend()
            file.write_if_due()

        follow_recording(sound, captioner, reporter.tell, between=between)
        draft, _ = file.write()
    for warning in embedding_warnings(engines.embedders.report()):
        reporter.warn(warning, captioner.heard_ms)
    return Captions(draft)


def _loaded(loading: "Future[LiveEngines]", session: _Session) -> LiveEngines:
    """The engines; what is said before they are there is recorded, and captioned afterwards."""
    while not loading.done():
        session.attend()
        wait([loading], timeout=POLL_S)
    return loading.result()


def _source(recorder: RecorderProcess, name: str | None, channel: int | None) -> Source:
    if name is None:
        return Source(None, channel)
    device = _named(name, recorder.answer_to(ListInputs(), Inputs).devices)
    if channel is not None and channel > device.channels:
        raise NotAsAsked(f"'{device.name}' has no channel {channel}: it has {device.channels}")
    return Source(device.id, channel)


def _named(name: str, devices: Sequence[InputDevice]) -> InputDevice:
    """The one whose name or id this is, or a part of its name."""
    found = inputs_meant(name, devices)
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"'{each.name}'" for each in devices) or "none"
    several = "it may be any of several inputs" if found else "there is no such input"
    raise NotAsAsked(f"--device {name}: {several}; there are: {names}")
