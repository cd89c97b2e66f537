"""What a recorder says, on its way to whoever asked: a listener that is slow must not keep the recorder waiting."""

from collections import deque
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Condition, Thread

from desktop_app.core.capture.commands import RecorderAnswer
from desktop_app.core.capture.values import Level, Room


class EventQueue:
    """Sends answers over a connection, in order, in a thread of its own.

    Of levels that wait only the newest counts, and so of rooms; everything else is kept for as long as it takes. Where
    nobody listens any more, it is thrown away.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: deque[RecorderAnswer] = deque()
        self._changed = Condition()
        self._closing = False
        self._thread = Thread(target=self._send, name="diarist-recorder-events", daemon=True)
        self._thread.start()

    def put(self, answer: RecorderAnswer) -> None:
        """Send it when it is its turn; this returns at once."""
        with self._changed:
            if isinstance(answer, Level | Room):
                for old in [each for each in self._waiting if type(each) is type(answer)]:
                    self._waiting.remove(old)
            self._waiting.append(answer)
            self._changed.notify()

    def close(self, timeout_s: float) -> None:
        """Send what waits, for so long at most."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(timeout_s)

    def _send(self) -> None:
        with suppress(OSError):
            while (answer := self._next()) is not None:
                self._connection.send(answer)

    def _next(self) -> RecorderAnswer | None:
        with self._changed:
            while not self._waiting and not self._closing:
                self._changed.wait()
            return self._waiting.popleft() if self._waiting else None
