"""A child process's end of the pipe to its parent."""

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any


class ParentPipe:
    """Hears requests and sends answers for as long as there is a parent.

    A pipe ends in many ways: at its end, reset where something was left unheard, broken in the middle of a message, as
    the moment will have it. All of them are the same to a child: nobody wants anything of it any more, so it ends. It
    does so by SystemExit, which no handler of a job's own errors takes for one of them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def receive(self) -> Any:  # noqa: ANN401  whatever the parent sent
        """The next message; waits for it."""
        with _ending():
            return self._connection.recv()

    def has_message(self) -> bool:
        """Whether one waits."""
        with _ending():
            return self._connection.poll()

    def send(self, message: object) -> None:
        """Send it; waits where the parent is slow to read."""
        with _ending():
            self._connection.send(message)


@contextmanager
def _ending() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError) as error:
        raise SystemExit from error
