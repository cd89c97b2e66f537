"""Text on its way to readers who may be slow, stop reading, or go: whoever writes it is never kept waiting."""

import io
import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TextIO, cast

from desktop_app.terminal.standard_streams import LeavableRaw, raw_of

ROOM_BYTES = 4 << 20
"""So much waits for a reader; what comes beyond is left out."""
PATIENCE_S = 5.0
"""How long it is waited at the end for a reader who takes nothing."""


@dataclass(frozen=True, slots=True)
class Left:
    """What became of text that did not reach its reader. error: why it cannot be written any more; None where the
    reader takes nothing."""

    error: OSError | None


class Lane:
    """What goes to one file, in order, written by a thread of its own."""

    def __init__(self, *, room_bytes: int = ROOM_BYTES, on_left: Callable[[Left], None] = lambda _: None) -> None:
        """on_left: called once, from any thread, when the first of the text is left out."""
        self._room_bytes = room_bytes
        self._on_left = on_left
        self._waiting: deque[tuple[LeavableRaw, bytes]] = deque()
        self._waiting_bytes = 0
        self._written = 0
        self._told = False
        self._over = False
        self._changed = Condition()
        self._thread = Thread(target=self._write, name="diarist-outgoing", daemon=True)
        self._thread.start()

    def put(self, raw: LeavableRaw, data: bytes) -> None:
        """Write it when it is its turn; it is left out where too much waits already. This returns at once."""
        with self._changed:
            there_is_room = self._waiting_bytes + len(data) <= self._room_bytes
            if there_is_room:
                self._waiting.append((raw, data))
                self._waiting_bytes += len(data)
                self._changed.notify_all()
        if not there_is_room:
            self._tell(Left(None))

    def close(self, patience_s: float = PATIENCE_S) -> None:
        """Return when everything is written, or nothing was taken for so long."""
        with self._changed:
            self._over = True
            self._changed.notify_all()
            written = -1
            while self._waiting and written != self._written:
                written = self._written
                self._changed.wait(patience_s)

    def _write(self) -> None:
        while (first := self._first()) is not None:
            raw, data = first
            rest = memoryview(data)
            while rest:
                rest = rest[raw.write(rest) :]
            if raw.fault is not None:
                self._tell(Left(raw.fault))
            with self._changed:
                self._waiting.popleft()
                self._waiting_bytes -= len(data)
                self._written += 1
                self._changed.notify_all()

    def _first(self) -> tuple[LeavableRaw, bytes] | None:
        with self._changed:
            while not self._waiting and not self._over:
                self._changed.wait()
            return self._waiting[0] if self._waiting else None

    def _tell(self, left: Left) -> None:
        told, self._told = self._told, True
        if not told:
            self._on_left(left)


class OutputQueue(io.TextIOBase):
    """A stream of text that goes out by a lane. What was written since the last `flush` goes whole, or not at all."""

    def __init__(self, raw: LeavableRaw, encoding: str, lane: Lane) -> None:
        super().__init__()
        self._raw = raw
        self._encoding = encoding
        self._lane = lane
        self._begun: list[str] = []

    def writable(self) -> bool:
        """It is."""
        return True

    def isatty(self) -> bool:
        """Whether people look at it."""
        return self._raw.isatty()

    def write(self, text: str) -> int:
        """Have it ready for the next flush."""
        self._begun.append(text)
        return len(text)

    def flush(self) -> None:
        """Let it go; where it ends a line, as the system does it."""
        begun, self._begun = "".join(self._begun), []
        if begun:
            self._lane.put(self._raw, begun.replace("\n", os.linesep).encode(self._encoding, "backslashreplace"))


@contextmanager
def outgoing(
    output: TextIO, errors: TextIO, on_output_left: Callable[[Left], None] = lambda _: None
) -> Iterator[tuple[TextIO, TextIO]]:
    """Both streams, going out by lanes until the end: by one where they are the same file, so that order is kept.

    on_output_left: called once, from any thread, when the first of the output is left out.
    """
    lanes: dict[tuple[int, int], Lane] = {}

    def by_lane(stream: TextIO, on_left: Callable[[Left], None]) -> TextIO:
        raw = raw_of(stream)
        if raw is None:  # a test's
            return stream
        status = os.fstat(raw.fileno())
        place = status.st_dev, status.st_ino
        lanes[place] = lanes.get(place) or Lane(on_left=on_left)
        leavable = raw if isinstance(raw, LeavableRaw) else LeavableRaw(raw)
        return cast(TextIO, OutputQueue(leavable, stream.encoding, lanes[place]))

    try:
        yield by_lane(output, on_output_left), by_lane(errors, lambda _: None)
    finally:
        for lane in lanes.values():
            lane.close()
