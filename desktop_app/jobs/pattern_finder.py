"""Regular expressions are tried in a process of their own: one that would take for ever is ended, and that is told."""

import signal
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import Found
from desktop_app.core.editing.patterns import PatternSearch
from desktop_app.jobs.child_process import see_out, started

BUDGET_S = 0.5
"""How long a search may take: the window waits for it."""
_STARTING_S = 20.0
_TOO_LONG = "This expression takes too long. Try a simpler one."
_GONE = "This cannot be looked for just now. Try it again."


class PatternFinder:
    """Begins its process when a search is about to come, or comes."""

    def __init__(self, budget_s: float = BUDGET_S) -> None:
        self._budget_s = budget_s
        self._line: tuple[BaseProcess, Connection] | None = None
        self._is_ready = False

    def prepare(self) -> None:
        """Begin the process, and do not wait for it. A system that gives none is told of by `find`."""
        if self._line is None:
            with suppress(OSError):
                self._line = started(serve, "diarist-patterns")
                self._is_ready = False

    def find(self, search: PatternSearch, texts: Sequence[str]) -> list[list[Found]]:
        """The matches in each text. PatternError, with a sentence, where there is no such expression, where it takes
        too long, or where there is no process."""
        self.prepare()
        if self._line is None:
            raise PatternError(_GONE)
        try:
            return self._asked(self._line[1], search, texts)
        except (EOFError, OSError) as error:
            self.close()
            raise PatternError(_GONE) from error

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._line is not None:
            (process, connection), self._line = self._line, None
            process.kill()
            connection.close()
            see_out(process)

    def _asked(self, connection: Connection, search: PatternSearch, texts: Sequence[str]) -> list[list[Found]]:
        if not self._is_ready:
            self._is_ready = connection.poll(_STARTING_S) and bool(connection.recv())
        connection.send((search, texts))
        if not connection.poll(self._budget_s):
            self.close()
            self.prepare()
            raise PatternError(_TOO_LONG)
        answer: list[list[Found]] | str = connection.recv()
        if isinstance(answer, str):
            raise PatternError(answer)
        return answer


def serve(connection: Connection) -> None:
    """Say that one is there, then answer each search, until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent, which ends this process
    with suppress(EOFError, OSError):
        connection.send(True)
        while True:
            search, texts = connection.recv()
            connection.send(_answer(search, texts))


def _answer(search: PatternSearch, texts: Sequence[str]) -> list[list[Found]] | str:
    try:
        return search.found(texts)
    except PatternError as error:
        return str(error)
