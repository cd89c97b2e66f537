"""How loud an input is, without recording it."""

import time
from collections.abc import Callable
from threading import Event, Thread

from desktop_app.core.capture.levels import LevelMeter
from desktop_app.core.capture.mono_resampling import one_channel
from desktop_app.core.capture.recording_input import SILENT_S
from desktop_app.core.capture.sound_queue import Block, SoundQueue
from desktop_app.core.capture.stream import OpenInput, open_input
from desktop_app.core.capture.values import Level, Source

_TICK_S = 0.05
_ROOM_S = 1.0


class Monitor:
    """Tells the levels of an input, from when it is made until it is closed."""

    def __init__(
        self,
        source: Source,
        on_level: Callable[[Level], None],
        on_lost: Callable[[str], None],
        *,
        open_stream: OpenInput = open_input,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """on_lost: told once, with the input's name, when it is gone; both are called in a thread of the monitor's.

        CaptureError where the input cannot be heard.
        """
        self._on_level = on_level
        self._on_lost = on_lost
        self._queue = SoundQueue(clock=clock, room_s=_ROOM_S)
        self._ended = Event()
        self._closing = Event()
        self._stream = open_stream(source, self._queue.put, self._ended.set)
        self._thread = Thread(target=self._watch, name="diarist-level-monitor")
        self._thread.start()

    @property
    def rate_hz(self) -> int:
        """The input's own rate."""
        return self._stream.rate_hz

    def close(self) -> None:
        """Let go of the input."""
        self._closing.set()
        self._thread.join()
        self._stream.close()

    def _watch(self) -> None:
        meter = LevelMeter()
        while not self._closing.is_set():
            item = self._queue.take(_TICK_S)
            if isinstance(item, Block):
                if level := meter.hear(one_channel(item.frames), item.rate_hz, at_ms=0):
                    self._on_level(level)
            elif self._ended.is_set() or self._queue.silent_for_s() >= SILENT_S:
                self._on_lost(self._stream.name)
                return
