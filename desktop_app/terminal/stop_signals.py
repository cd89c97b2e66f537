"""Ctrl+C, and the other ways in which a recording is asked to end."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from types import FrameType

_STATUS_OF_SIGNALS = 128
_FAREWELL_S = 0.5


@contextmanager
def asked_to_stop(farewell: str) -> Iterator[Event]:
    """Set when somebody presses Ctrl+C, the system asks this process to end, or its terminal is closed.

    The second time it is no question: the process ends at once, by no exception that anything could catch, and says
    farewell. A recorder that it has started notices, and keeps what it has.
    """
    stop = Event()

    def on_signal(number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            _end_at_once(number, farewell)
        stop.set()

    before = {number: signal.signal(number, on_signal) for number in _signals()}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _signals() -> Iterator[signal.Signals]:
    yield from (signal.SIGINT, signal.SIGTERM)
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is not None and signal.getsignal(hangup) is not signal.SIG_IGN:  # as `nohup` has it
        yield hangup


def _end_at_once(number: int, farewell: str) -> None:
    # In a thread: the reader of standard error may be one who reads no more.
    saying = Thread(target=_say, args=(farewell,), daemon=True)
    saying.start()
    saying.join(_FAREWELL_S)
    os._exit(_STATUS_OF_SIGNALS + number)


def _say(text: str) -> None:
    with suppress(OSError):
        os.write(2, f"{text}\n".encode())
