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
    Stop,
    Switch,
    UnfinishedFound,
    Unwatch,
    Watch,
)
from desktop_app.core.capture.devices import list_inputs, refresh
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.monitor import Monitor
from desktop_app.core.capture.outbox import Outbox
from desktop_app.core.capture.places import recordings_folder
from desktop_app.core.capture.recorder import Recorder
from desktop_app.core.capture.recovery import recover, unfinished
from desktop_app.core.capture.room import RESERVE_BYTES, RoomWatch, free_bytes
from desktop_app.core.capture.values import Source

_FAREWELL_S = 1.0
_log = logging.getLogger(__name__)


def serve_recorder(connection: Connection) -> None:
    """Do what RecorderCommands ask, and send RecorderAnswers, until the other side is gone.

    A recording that runs then is finished as by Stop. So it is where this process is asked to end.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent
        signal.signal(signal.SIGTERM, _end)
    outbox = Outbox(connection)
    desk = _Desk(outbox)
    try:
        with suppress(EOFError, OSError):
            while True:
                desk.answer(connection.recv())
    finally:
        desk.close()
        outbox.close(_FAREWELL_S)


def _end(_signal: int, _frame: object) -> None:
    raise SystemExit(0)


class _Desk:
    """Does one thing after the other."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._recorder: Recorder | None = None
        self._monitor: Monitor | None = None

    def answer(self, command: RecorderCommand) -> None:
        try:
            self._do(command)
        except CaptureError as error:
            self._outbox.put(CaptureFailed(_sentence(error.reason), error.hint))
        except Exception:  # noqa: BLE001  the process border: whoever asks must hear of it
            _log.exception("the recorder could not do %s", command)
            self._outbox.put(CaptureFailed("The recorder failed: something went wrong inside Diarist."))

    def close(self) -> None:
        self._unwatch()
        if self._recorder is not None:
            with suppress(CaptureError):
                self._recorder.stop()

    def _do(self, command: RecorderCommand) -> None:
        match command:
            case ListInputs():
                self._list_inputs()
            case Watch(source):
                self._watch(source)
            case Unwatch():
                self._unwatch()
            case Record(source, folder):
                self._record(source, folder)
            case FindUnfinished(folder):
                self._outbox.put(UnfinishedFound(unfinished(folder)))
            case Recover(recording):
                self._outbox.put(recover(recording))
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
        self._outbox.put(Inputs(list_inputs()))

    def _watch(self, source: Source) -> None:
        self._unwatch()
        if not self._is_recording():
            self._monitor = Monitor(source, self._outbox.put, self._lost)
            self._tell_room(self._monitor.rate_hz)

    def _tell_room(self, rate_hz: int) -> None:
        """How long could be recorded, where recordings lie if nothing else is said."""
        folder = next(each for each in (recordings_folder(), *recordings_folder().parents) if each.exists())
        if room := RoomWatch(folder, rate_hz, reserve_bytes=RESERVE_BYTES, free=free_bytes).look():
            self._outbox.put(room)

    def _unwatch(self) -> None:
        if self._monitor is not None:
            monitor, self._monitor = self._monitor, None
            monitor.close()

    def _record(self, source: Source, folder: Path) -> None:
        if self._is_recording():
            raise CaptureError("a recording is under way already", "Stop it first.")
        self._unwatch()
        recorder = Recorder(folder, source, self._outbox.put)
        recorder.start()
        self._recorder = recorder

    def _is_recording(self) -> bool:
        return self._recorder is not None and self._recorder.is_recording

    def _lost(self, name: str) -> None:
        self._outbox.put(CaptureFailed(f"'{name}' is gone.", "Plug it in, or choose another input."))


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."
