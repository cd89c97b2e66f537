"""A recording: what an input gives, onto the disk before anything else is done with it."""

import errno
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from datetime import datetime
from pathlib import Path
from threading import Thread

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.devices import is_plugged_in, refresh
from desktop_app.core.capture.disk_space import LITTLE_S, RESERVE_BYTES, RoomWatch, free_bytes
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.levels import LevelMeter
from desktop_app.core.capture.mono_resampling import Resampling, one_channel
from desktop_app.core.capture.periods import Period
from desktop_app.core.capture.recording_files import SEGMENT_S, RecordingFiles
from desktop_app.core.capture.recording_input import RecordingInput, SoundSystem
from desktop_app.core.capture.sound_queue import ROOM_S, Block, SoundQueue
from desktop_app.core.capture.stream import OpenInput, open_input
from desktop_app.core.capture.values import (
    EndReason,
    Notice,
    NoticeKind,
    Recorded,
    RecorderEvent,
    RecordingStarted,
    Source,
)
from desktop_app.core.transcript.clock import clock as clock_text
from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.translation import plural, tr

_TICK_S = 0.05
_SYNC_S = 2.0
_ROOM_S = 3.0
_MINUTES_S = 90.0
"""Less than this is said in seconds."""
_LOSS_S = 10.0
"""How often it is told, at most, that samples were lost."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_FAULTS = {EndReason.DISK_FULL, EndReason.FAILED}
"""After these nothing more is written, nor is any other end told."""
_log = logging.getLogger(__name__)


class Recorder:
    """Records one input into a folder, whatever happens to the input, the disk, or whoever listens to the events.

    The sound system's thread only puts sound into a queue. One thread, the writer, takes it from there, writes it, and
    does everything else, in the order in which it was asked for.
    """

    def __init__(
        self,
        folder: Path,
        source: Source,
        on_event: Callable[[RecorderEvent], None],
        *,
        to_offer: bool = False,
        open_stream: OpenInput = open_input,
        refresh_devices: Callable[[], None] = refresh,
        is_there: Callable[[Source], bool] = is_plugged_in,
        clock: Callable[[], float] = time.monotonic,
        free: Callable[[Path], int] = free_bytes,
        segment_s: float = SEGMENT_S,
        reserve_bytes: int = RESERVE_BYTES,
        queue_s: float = ROOM_S,
    ) -> None:
        """folder: for this recording alone; it is made. on_event: called in the writer, which it must not keep waiting.

        to_offer: see Sidecar. clock: in seconds. free: a folder's free bytes. queue_s: how long the disk may stall
        before sound is lost.
        """
        self._folder = folder
        self._source = source
        self._on_event = on_event
        self._to_offer = to_offer
        self._clock = clock
        self._free = free
        self._segment_s = segment_s
        self._reserve_bytes = reserve_bytes
        self._system = SoundSystem(open_stream, refresh_devices, is_there)
        self._queue = SoundQueue(clock=clock, room_s=queue_s)
        self._meter = LevelMeter()
        self._writer = Thread(target=self._run, name="diarist-recorder-writer")
        self._recorded: Recorded | None = None
        self._paused = False
        self._end: tuple[EndReason, str] | None = None
        self._lost_samples = 0
        self._sync_due, self._room_due, self._loss_due = (Period(s, clock) for s in (_SYNC_S, _ROOM_S, _LOSS_S))
        self._told_little_room = False

    @property
    def is_recording(self) -> bool:
        """Whether it was begun and is not finished, be it by itself."""
        return self._writer.is_alive()

    def start(self) -> None:
        """Begin. CaptureError where the input cannot be heard, or the folder not be written; FolderTaken where another
        recording has it."""
        listening = RecordingInput(self._source, self._queue, self._note, system=self._system, clock=self._clock)
        try:
            self._files = RecordingFiles.begin(
                self._folder,
                listening.name,
                listening.rate_hz,
                segment_s=self._segment_s,
                room=self._room(listening.rate_hz),
                to_offer=self._to_offer,
            )
        except BaseException:
            listening.close()
            raise
        self._input = listening
        self._to_rate = Resampling(listening.rate_hz)
        self._writer.start()

    def pause(self) -> None:
        """Write nothing from now on; levels are told all the same."""
        self._queue.ask(self._on_pause)

    def resume(self) -> None:
        """Write again."""
        self._queue.ask(self._on_resume)

    def switch(self, source: Source) -> None:
        """Go on with another input. CaptureError where it cannot be heard; the old one is heard on then."""
        done: Future[None] = Future()
        self._queue.ask(lambda: self._on_switch(source, done))
        while not done.done() and self._writer.is_alive():
            wait([done], timeout=_TICK_S)
        if done.done():
            done.result()

    def stop(self) -> Recorded:
        """Write what was heard until now, and finish. The same as the event, which may have come long before."""
        return self._ended(lambda: (EndReason.STOPPED, ""))

    def finish_alone(self, cause: str) -> Recorded:
        """The same where nobody has asked for it. cause: why, as the beginning of a sentence."""
        return self._ended(lambda: (EndReason.LEFT_ALONE, self._ended_at(cause)))

    def _ended(self, end: Callable[[], tuple[EndReason, str]]) -> Recorded:
        self._queue.ask(lambda: self._end_because(*end()))
        self._writer.join()
        if self._recorded is None:
            raise CaptureError(
                tr("'{name}' could not be finished", name=self._folder.name),
                tr("It is made good when Diarist starts again."),
            )
        return self._recorded

    # All that follows is done in the writer.

    def _run(self) -> None:
        started_at: datetime = self._files.started_at
        self._on_event(RecordingStarted(self._folder, self._input.name, started_at))
        self._guarded(self._record)
        self._input.close()
        self._guarded(self._drain)
        self._tell_loss()
        self._finish()

    def _record(self) -> None:
        while self._end is None:
            self._serve(self._queue.take(_TICK_S))
            self._tend()

    def _drain(self) -> None:
        while (item := self._queue.take(0)) is not None:
            self._serve(item)
        self._write(self._to_rate.finish())

    def _guarded(self, work: Callable[[], None]) -> None:
        """Do it; what goes wrong is an end of the recording, not of what is on the disk."""
        try:
            work()
        except OSError as error:
            full = error.errno in _NO_ROOM
            unwritten = tr("The disk cannot be written ({error})", error=error.strerror or error)
            cause = tr("The disk is full") if full else unwritten
            self._end_because(EndReason.DISK_FULL if full else EndReason.FAILED, self._ended_at(cause))
        except Exception:  # noqa: BLE001  a thread's border: what is written must be closed and kept
            _log.exception("the recorder failed")
            self._end_because(EndReason.FAILED, self._ended_at(tr("Something went wrong inside Diarist")))

    def _serve(self, item: Block | Callable[[], None] | None) -> None:
        if isinstance(item, Block):
            samples = one_channel(item.frames)
            self._write(self._to_rate.convert(samples, item.rate_hz))
            if level := self._meter.hear(samples, item.rate_hz, at_ms=self._files.at_ms):
                self._on_event(level)
        elif item is not None:
            item()

    def _write(self, samples: NDArray[np.int16]) -> None:
        if len(samples) and not self._paused and not (self._end and self._end[0] in _FAULTS):
            self._files.write(samples)

    def _tend(self) -> None:
        self._input.watch()
        if self._sync_due.is_over():
            self._files.sync()
        if self._room_due.is_over():
            self._watch_room()
        if self._loss_due.is_over():
            self._tell_loss()

    def _watch_room(self) -> None:
        room = self._room(self._files.rate_hz).look()
        if room is None:
            return
        self._on_event(room)
        if room.left_s == 0:
            self._end_because(EndReason.DISK_FULL, self._ended_at(tr("The disk is almost full")))
        elif room.left_s < LITTLE_S and not self._told_little_room:
            self._told_little_room = True
            self._note(NoticeKind.LITTLE_ROOM, _little_room(room.left_s))

    def _tell_loss(self) -> None:
        if lost := self._queue.lost():
            self._lost_samples += lost
            dropped = tr("The system dropped {count} samples of sound: it is too busy.", count=lost)
            self._note(NoticeKind.SAMPLES_LOST, dropped)

    def _on_pause(self) -> None:
        if not self._paused:
            self._paused = True
            self._files.sync()
            self._note(NoticeKind.PAUSED, tr("The recording is paused."))

    def _on_resume(self) -> None:
        if self._paused:
            self._paused = False
            self._note(NoticeKind.RESUMED, tr("The recording goes on."))

    def _on_switch(self, source: Source, done: "Future[None]") -> None:
        try:
            if self._end is None:
                self._input.switch(source)
        except CaptureError as error:
            done.set_exception(error)
        else:
            done.set_result(None)

    def _end_because(self, reason: EndReason, text: str) -> None:
        if self._end is None or self._end[0] not in _FAULTS:
            self._end = reason, text

    def _finish(self) -> None:
        reason, text = self._end or (EndReason.FAILED, "")
        try:
            self._recorded = self._files.finish(reason=reason, text=text, lost_samples=self._lost_samples)
        except OSError:
            _log.exception("the recording cannot be finished now")
        else:
            self._on_event(self._recorded)

    def _note(self, kind: NoticeKind, text: str) -> None:
        device = self._input.name if kind is NoticeKind.DEVICE_CHANGED else None
        self._on_event(Notice(kind, text, self._files.at_ms, device))

    def _ended_at(self, cause: str) -> str:
        return tr("{cause}: the recording ended at {time}.", cause=cause, time=clock_text(self._files.at_ms))

    def _room(self, rate_hz: int) -> RoomWatch:
        return RoomWatch(self._folder, rate_hz, reserve_bytes=self._reserve_bytes, free=self._free)


def _little_room(left_s: float) -> str:
    if left_s < _MINUTES_S:
        return tr("The disk has room for {time} more.", time=duration_in_words(left_s))
    return plural(
        "The disk has room for {n} minutes more.", "The disk has room for {n} minute more.", round(left_s / 60)
    )
