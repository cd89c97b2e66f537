"""Ctrl+C and SIGTERM: what they do to this process, from its first line to its last.

Until there is something to keep, they end it at once, without raising anything: an exception out of a signal is lost
where it meets an import or a destructor. They are taken over before anything else is imported, so this file imports
next to nothing.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from enum import Enum, auto
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Response(Enum):
    """What the first of these signals does; the second one always ends the process at once.

    END: ends it. RAISE: raises KeyboardInterrupt, for there is something to keep. WAIT: is answered later.
    """

    END = auto()
    RAISE = auto()
    WAIT = auto()


class _Standing:
    """Where this process stands. seen: the first signal that came; at_the_end: what is to be done even then."""

    response = Response.END
    seen: int | None = None
    at_the_end: Callable[[], None] | None = None


def take_over_signals() -> None:
    """Answer these signals from now on, unless whoever started this process wants them ignored."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _answer)


def leave_signals_to_the_system() -> None:
    """Let these signals end this process wherever it is, also outside Python."""
    for number in _SIGNALS:
        if signal.getsignal(number) is _answer:
            signal.signal(number, signal.SIG_DFL)


def do_at_the_end(clear: Callable[[], None]) -> None:
    """Do this before a signal ends the process."""
    _Standing.at_the_end = clear


def respond_by(response: Response) -> None:
    """Respond so from now on; a signal that was seen before is answered now."""
    _Standing.response = response
    _answer_seen()


def check() -> None:
    """Answer a signal that was seen, in case its exception was lost on the way."""
    if _Standing.response is Response.RAISE:
        _answer_seen()


@contextlib.contextmanager
def waiting() -> Iterator[None]:
    """A short piece of work that is done in one go; a signal is answered at its end."""
    before, _Standing.response = _Standing.response, Response.WAIT
    try:
        yield
    finally:
        _Standing.response = before
    _answer_seen()


def status() -> int:
    """The exit status of what a signal ended, as shells count it: 130 after Ctrl+C, 143 after SIGTERM."""
    return 128 + (_Standing.seen or signal.SIGINT)


def _answer(number: int, _frame: FrameType | None) -> None:
    again, _Standing.seen = _Standing.seen is not None, _Standing.seen or number
    if again:
        _end()
    _answer_seen()


def _answer_seen() -> None:
    if _Standing.seen is None or _Standing.response is Response.WAIT:
        return
    if _Standing.response is Response.RAISE:
        raise KeyboardInterrupt
    _end()


def _end() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):  # nobody reads it any more, or the signal came while it was written to
            stream.flush()
    if _Standing.at_the_end is not None:
        _Standing.at_the_end()
    with contextlib.suppress(OSError):
        os.write(2, b"Cancelled.\n")
    os._exit(status())
