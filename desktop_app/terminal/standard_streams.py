"""Standard output and standard error, whose readers may go at any time, or were never there: work goes on without them.

A command that writes files must not lose them because `head` has seen enough, or because a terminal was closed.
"""

import errno
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from select import select
from typing import Any, TextIO

NOBODY_READS = {errno.EPIPE, errno.EIO, errno.ENXIO, errno.EBADF}
"""What a write says where the reader is gone: a pipe's, or a terminal's."""


class LeavableRaw(io.RawIOBase):
    """A stream without a buffer that takes everything: what cannot be written is dropped, from the first time on.

    inner: what is written to. fault: why it cannot be any more.
    """

    def __init__(self, inner: io.RawIOBase, stream: TextIO | None = None) -> None:
        """stream: whose it is, which closes it when nobody holds it any more."""
        super().__init__()
        self.inner = inner
        self._stream = stream
        self.fault: OSError | None = None

    def writable(self) -> bool:
        """It is."""
        return True

    def fileno(self) -> int:
        """The system's number of it."""
        return self.inner.fileno()

    def isatty(self) -> bool:
        """Whether people look at it."""
        return self.inner.isatty()

    def write(self, data: Any, /) -> int:  # noqa: ANN401  whatever has bytes
        """Write, if that can be done."""
        if self.fault is None:
            try:
                return self._write(data)
            except OSError as error:
                self.fault = error
        return len(data)

    def _write(self, data: Any) -> int:  # noqa: ANN401  whatever has bytes
        while (length := self.inner.write(data)) is None:  # whoever else has it has made it one that does not wait
            select([], [self.inner], [])
        return length


def open_standard_streams() -> None:
    """Have sys.stdout and sys.stderr take everything, be they closed, or closed later."""
    _fill_gaps()
    sys.stdout = _leavable(sys.stdout)
    sys.stderr = _leavable(sys.stderr)


def output_fault() -> str:
    """Why not all of standard output could be written, in words; '' where it was, or where its reader had enough."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    raw = raw_of(sys.stdout)
    fault = raw.fault if isinstance(raw, LeavableRaw) else None
    if fault is None or fault.errno in NOBODY_READS:
        return ""
    return f"standard output cannot be written ({fault.strerror or fault})"


def raw_of(stream: TextIO) -> io.RawIOBase | None:
    """What is below a stream's buffers; None where that is no file of the system's."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # with PYTHONUNBUFFERED there is no buffer between them
    return raw if isinstance(raw, io.RawIOBase) else None


def _fill_gaps() -> None:
    """A closed descriptor would be the next file's that is opened, and whatever is printed would go into that."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            with suppress(OSError):
                os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)


def _leavable(stream: TextIO | None) -> TextIO:
    if stream is None:  # it was closed before this program began
        return Path(os.devnull).open("w", encoding="utf-8")
    raw = raw_of(stream)
    if raw is None or isinstance(raw, LeavableRaw):  # a test's, or done already
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(LeavableRaw(raw, stream)),
        encoding=stream.encoding,
        errors="backslashreplace",  # a file's name need not be text that can be printed
        line_buffering=stream.isatty() or stream is sys.stderr,
    )
