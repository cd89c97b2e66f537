"""Regular expressions are tried in a process of their own: one that would take for ever is ended, and that is told."""

import signal
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import Found
from desktop_app.core.editing.patterns import PatternSearch
from desktop_app.jobs.child_process import see_out, started
from desktop_app.translation import tr

BUDGET_S = 0.5
"""How long a search may take: the window waits for it."""
_REPLACING = 10
"""How many times as long what stands in the place of matches may take: that is asked once, not with each letter."""
_STARTING_S = 20.0
_TOO_LONG = tr("This expression takes too long. Try a simpler one.")
_GONE = tr("This cannot be looked for just now. Try it again.")

_Question = tuple[PatternSearch, Sequence[str], str | None]


class PatternFinder:
    """Begins its process when a search is about to come, or comes."""

    def __init__(self, budget_s: float = BUDGET_S) -> None:
        self._budget_s = budget_s
        self._line: tuple[BaseProcess, Connection] | None = None
        self._is_ready = False

    def prepare(self) -> None:
        """Begin the process, and do not wait for it. A system that gives none is told of by those who ask."""
        if self._line is None:
            with suppress(OSError):
                self._line = started(serve, "diarist-patterns")
                self._is_ready = False

    def spans(self, search: PatternSearch, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Where it matches in each text, in characters. PatternError, with a sentence, where there is no such
        expression, where it takes too long, or where there is no process."""
        spans: list[list[tuple[int, int]]] = self._ask((search, texts, None))
        return spans

    def found(self, search: PatternSearch, texts: Sequence[str], new: str) -> list[list[Found]]:
        """The same, with what is to stand there. PatternError as above, and where that cannot be."""
        found: list[list[Found]] = self._ask((search, texts, new))
        return found

    def _ask(self, question: _Question) -> Any:  # noqa: ANN401  whatever the pipe brings
        self.prepare()
        if self._line is None:
            raise PatternError(_GONE)
        try:
            return self._answer(self._line[1], question)
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

    def _answer(self, connection: Connection, question: _Question) -> object:
        if not self._is_ready:
            self._is_ready = connection.poll(_STARTING_S) and bool(connection.recv())
        connection.send(question)
        if not connection.poll(self._budget_s * (1 if question[2] is None else _REPLACING)):
            self.close()
            self.prepare()
            raise PatternError(_TOO_LONG)
        answer: object = connection.recv()
        if isinstance(answer, str):
            raise PatternError(answer)
        return answer


def serve(connection: Connection) -> None:
    """Say that one is there, then answer each search, until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent, which ends this process
    with suppress(EOFError, OSError):
        connection.send(True)
        while True:
            connection.send(_answered(*connection.recv()))


def _answered(search: PatternSearch, texts: Sequence[str], new: str | None) -> object:
    """The matches; a sentence where something is wrong."""
    try:
        return search.spans(texts) if new is None else search.found(texts, new)
    except PatternError as error:
        return str(error)
