"""`diarist captions`: an input recorded in one process and captioned in this one."""

import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from threading import Event

from desktop_app.core.capture.commands import CaptureFailed, Inputs, ListInputs, Record, Stop
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.growing_sound import GrowingSound
from desktop_app.core.capture.input_name import inputs_meant
from desktop_app.core.capture.recordings_folder import new_recording_folder
from desktop_app.core.capture.recovery import settle
from desktop_app.core.capture.values import (
    EndReason,
    InputDevice,
    Level,
    Notice,
    Recorded,
    RecordingStarted,
    Room,
    Source,
)
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.engines import LiveEngineRoom, LiveEngines
from desktop_app.core.live.follow_recording import POLL_S, follow_recording
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.warnings import embedding_warnings
from desktop_app.core.store.settings import Settings
from desktop_app.terminal.caption_lines import CaptionReporter
from desktop_app.terminal.recorder_client import RecorderProcess, recorder_process
from desktop_app.terminal.stop_signals import asked_to_stop
from desktop_app.terminal.wav_out import check_target, moved_to


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
            started = recorder.answer_to(Record(source, new_recording_folder(), to_offer=True), RecordingStarted)
            with asked_to_stop(f"Ended at once. What was recorded is kept in {started.folder}") as stop:
                reporter.tell(started)
                session = _Session(recorder, reporter, stop, seconds)
                captioned = _caption(started.folder, session, reporter, settings)
                recorded = session.wait_for_end()
    except CaptureError as error:
        reporter.failed(str(error))
        return False
    if recorded is None:
        reporter.failed(f"{session.fault}; what was recorded is in {started.folder}")
        return False
    if not recorded.sound.exists():
        reporter.failed(recorded.text)
        return False
    file, fault = moved_to(wav_out, recorded)
    reporter.recorded(recorded, file)
    if fault is not None:
        reporter.failed(fault)
    _settle(recorded.folder)
    return captioned and fault is None and recorded.reason in {EndReason.STOPPED, EndReason.LEFT_ALONE}


def _settle(folder: Path) -> None:
    """Where the recording lies is said: the window need not offer it."""
    with suppress(CaptureError, OSError):  # it is offered in the window once more: no harm
        settle(folder)


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


def _caption(folder: Path, session: _Session, reporter: CaptionReporter, settings: Settings) -> bool:
    """Caption the recording to its end; False where that cannot be, which is told, and the recording goes on."""
    sound = GrowingSound(folder)
    with ThreadPoolExecutor(1, "diarist-diarizer") as executor:
        loading = executor.submit(LiveEngineRoom(Engines(settings)).load)
        try:
            engines = _loaded(loading, session)
        except ModelUnavailable as error:
            reporter.warn(f"There are no captions: {error}", 0)
            return False
        for warning in engines.warnings:
            reporter.warn(warning, 0)
        captioner = Captioner(engines, executor=executor, recorded_ms=lambda: sound.recorded_ms)
        follow_recording(sound, captioner, reporter.tell, between=session.attend)
    for warning in embedding_warnings(engines.embedders.report()):
        reporter.warn(warning, captioner.heard_ms)
    return True


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
