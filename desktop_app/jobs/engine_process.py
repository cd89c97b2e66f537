"""The engine process as its parent sees it: started, asked, ended."""

from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Lock

from desktop_app.jobs.child_process import clear_up, farewell, started
from desktop_app.jobs.messages import LAST, Message, Request
from desktop_app.translation import tr


class EngineDied(Exception):
    """The engine process ended in the middle of an answer; the message says how."""


def _serve_engines(connection: Connection) -> None:
    # Imported in the child alone: the window must show before what the engines import is loaded.
    from desktop_app.jobs.engine import serve

    serve(connection)


class EngineProcess:
    """One engine process, kept warm between requests and started again when it is gone.

    `ask` belongs to one thread at a time; `kill` may be called from any.
    """

    def __init__(self, serve: Callable[[Connection], None] = _serve_engines, *, name: str = "diarist-engine") -> None:
        """serve: what the process does with its end of the pipe, a function of a module; name: the process's."""
        self._serve = serve
        self._name = name
        self._lock = Lock()
        self._child: tuple[BaseProcess, Connection] | None = None
        self._killed = False

    def ask(self, request: Request) -> Iterator[Message]:
        """The messages that answer the request, as they come; EngineDied if the process ends before the last."""
        try:
            process, connection = self._running()
        except OSError as error:
            raise EngineDied(tr("it cannot be started ({error})", error=error.strerror)) from error
        try:
            connection.send(request)
            while True:
                message = self._next(process, connection)
                yield message
                if isinstance(message, LAST):
                    return
        except (EOFError, OSError) as error:
            raise EngineDied(farewell(process)) from error

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        with self._lock:
            if self._child is not None:
                self._child[0].kill()
                self._killed = True

    def close(self) -> None:
        """End the process and wait until it is gone."""
        self.kill()
        with self._lock:
            self._clear()

    def _running(self) -> tuple[BaseProcess, Connection]:
        with self._lock:
            # A process lives on for a moment after it is killed.
            if self._child is None or self._killed or not self._child[0].is_alive():
                self._clear()
                self._child = started(self._serve, self._name)
            return self._child

    def _clear(self) -> None:
        if self._child is not None:
            process, connection = self._child
            connection.close()
            clear_up(process)
        self._child = None
        self._killed = False

    @staticmethod
    def _next(process: BaseProcess, connection: Connection) -> Message:
        # On some systems a dead child's end of the pipe is not noticed: watch the process as well.
        wait([connection, process.sentinel])
        if not connection.poll() and not process.is_alive():
            raise EOFError
        message: Message = connection.recv()
        return message
