"""The recorder's process: it does what it is asked, and ends a recording well when nobody asks any more. No Qt here."""

import logging
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from desktop_app.core.capture.commands import (
    CaptureFailed,
    FindUnfinished,
    Inputs,
    ListInputs,
    Pause,
    Record,
    RecorderCommand,
    Recover,
    Resume,
    Settle,
    Stop,
    Switch,
    UnfinishedFound,
    Unwatch,
    Watch,
)
from desktop_app.core.capture.devices import list_inputs, refresh
from desktop_app.core.capture.disk_space import RESERVE_BYTES, RoomWatch, free_bytes
from desktop_app.core.capture.errors import CaptureError, FolderTaken
from desktop_app.core.capture.event_queue import EventQueue
from desktop_app.core.capture.finishing import without_nothing
from desktop_app.core.capture.level_monitor import Monitor
from desktop_app.core.capture.lock import RecordingLock
from desktop_app.core.capture.recorder import Recorder
from desktop_app.core.capture.recordings_folder import folders_like, recordings_folder
from desktop_app.core.capture.recovery import recover, settle, unfinished
from desktop_app.core.capture.values import Recorded, RecorderEvent, Source
from desktop_app.translation import tr

_FAREWELL_S = 1.0
_log = logging.getLogger(__name__)


def serve_recorder(connection: Connection) -> None:
    """Do what RecorderCommands ask, and send RecorderAnswers, until the other side is gone.

    A recording that runs then is finished, and offered at a later start. So it is where this process is asked to end.
    """
    if threading.current_thread() is threading.main_thread():
        _hear_signals()
    event_queue = EventQueue(connection)
    desk = _Desk(event_queue)
    cause = tr("The recorder was told to end")
    try:
        with suppress(EOFError, OSError):
            while True:
                desk.answer(connection.recv())
        cause = tr("Diarist was gone")
    finally:
        desk.close(cause)
        event_queue.close(_FAREWELL_S)


def _hear_signals() -> None:
    """Ctrl+C in a terminal, and a terminal that is closed, are for the parent, who says what comes of it."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)


def _end(_signal: int, _frame: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough: what follows must come to its end
    raise SystemExit(0)


class _Desk:
    """Does one thing after the other."""

    def __init__(self, event_queue: EventQueue) -> None:
        self._event_queue = event_queue
        self._recorder: Recorder | None = None
        self._monitor: Monitor | None = None
        self._kept: dict[Path, RecordingLock] = {}
        """Recordings that are seen to now: nobody else is to be offered them before this process is gone."""

    def answer(self, command: RecorderCommand) -> None:
        try:
            self._do(command)
        except CaptureError as error:
            self._event_queue.put(CaptureFailed(_sentence(error.reason), error.hint))
        except Exception:  # noqa: BLE001  the process border: whoever asks must hear of it
            _log.exception("the recorder could not do %s", command)
            self._event_queue.put(CaptureFailed(tr("The recorder failed: something went wrong inside Diarist.")))

    def close(self, cause: str) -> None:
        self._unwatch()
        if self._recorder is not None:
            with suppress(CaptureError):
                self._recorder.finish_alone(cause)
        for folder in list(self._kept):
            self._kept.pop(folder).leave()

    def _do(self, command: RecorderCommand) -> None:
        match command:
            case ListInputs():
                self._list_inputs()
            case Watch(source):
                self._watch(source)
            case Unwatch():
                self._unwatch()
            case Record():
                self._record(command)
            case FindUnfinished(folder):
                self._event_queue.put(UnfinishedFound(unfinished(folder)))
            case Recover(recording):
                self._on_event(recover(recording, to_offer=True), keep=True)
            case Settle(folder):
                self._settle(folder)
            case Pause() | Resume() | Switch() | Stop():
                self._steer(command)

    def _steer(self, command: Pause | Resume | Switch | Stop) -> None:
        if self._recorder is None:
            return
        match command:
            case Pause():
                self._recorder.pause()
            case Resume():
                self._recorder.resume()
            case Switch(source):
                self._recorder.switch(source)
            case Stop():
                recorder, self._recorder = self._recorder, None
                recorder.stop()

    def _list_inputs(self) -> None:
        if self._monitor is None and not self._is_recording():
            refresh()
        self._event_queue.put(Inputs(list_inputs()))

    def _watch(self, source: Source) -> None:
        self._unwatch()
        if not self._is_recording():
            self._monitor = Monitor(source, self._event_queue.put, self._lost)
            self._tell_room(self._monitor.rate_hz)

    def _tell_room(self, rate_hz: int) -> None:
        """How long could be recorded, where recordings lie if nothing else is said."""
        folder = next(each for each in (recordings_folder(), *recordings_folder().parents) if each.exists())
        if room := RoomWatch(folder, rate_hz, reserve_bytes=RESERVE_BYTES, free=free_bytes).look():
            self._event_queue.put(room)

    def _unwatch(self) -> None:
        if self._monitor is not None:
            monitor, self._monitor = self._monitor, None
            monitor.close()

    def _record(self, command: Record) -> None:
        if self._is_recording():
            raise CaptureError(tr("a recording is under way already"), tr("Stop it first."))
        self._unwatch()

        def on_event(event: RecorderEvent) -> None:
            self._on_event(event, keep=command.to_offer)

        for folder in folders_like(command.folder):
            with suppress(FolderTaken):  # by another process, in the same second
                recorder = Recorder(folder, command.source, on_event, to_offer=command.to_offer)
                recorder.start()
                self._recorder = recorder
                return

    def _on_event(self, event: RecorderEvent, *, keep: bool) -> None:
        if isinstance(event, Recorded):
            event = without_nothing(event)
            if keep and event.folder.exists():
                self._keep(event.folder)
        self._event_queue.put(event)

    def _keep(self, folder: Path) -> None:
        lock = RecordingLock(folder)
        with suppress(CaptureError, OSError):
            lock.take()
            self._kept[folder] = lock

    def _settle(self, folder: Path) -> None:
        if (lock := self._kept.pop(folder, None)) is not None:
            lock.leave()
        try:
            settle(folder)
        except (CaptureError, OSError) as error:  # it is offered once more: no harm
            _log.warning("'%s' cannot be settled (%s)", folder.name, error)

    def _is_recording(self) -> bool:
        return self._recorder is not None and self._recorder.is_recording

    def _lost(self, name: str) -> None:
        gone = tr("'{name}' is gone.", name=name)
        self._event_queue.put(CaptureFailed(gone, tr("Plug it in, or choose another input.")))


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."
