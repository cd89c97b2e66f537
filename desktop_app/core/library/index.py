"""The library's index: a cache of what all projects say, from which nothing is lost when it is deleted.

It lies in the user's cache folder and is made again from the projects by `sync`. A broken index is no error: it is made
anew, empty, and `remade` counts on.
"""

import logging
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from desktop_app.core.library import entry_rows, text_rows
from desktop_app.core.library.entry_rows import Known
from desktop_app.core.library.errors import Cancelled, LibraryUnavailable
from desktop_app.core.library.found import Found
from desktop_app.core.library.index_file import begin_writing, code_of, discard, index_path, is_broken, open_index
from desktop_app.core.library.search import search
from desktop_app.core.library.turn_search import TurnSearch
from desktop_app.core.library.values import Entry, LibraryProject
from desktop_app.translation import tr

T = TypeVar("T")
_STEPS_BETWEEN_LOOKS = 10_000
_log = logging.getLogger(__name__)


class LibraryIndex:
    """The index, open in one thread. Several processes may have it open; each sees what the others wrote.

    Every method raises LibraryUnavailable where another process has it for too long, or the disk takes nothing more.
    """

    def __init__(self, path: Path | None = None, *, turn_search: TurnSearch | None = None) -> None:
        """path: index_path() if None. turn_search: how words are found, the best that this SQLite has if None."""
        self.path = path or index_path()
        self.remade = 0
        self._wanted_search = turn_search
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._search: TurnSearch

    def __enter__(self) -> "LibraryIndex":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def entries(self) -> tuple[Entry, ...]:
        """Every recording, the newest first."""
        return self._ask(entry_rows.read_entries)

    def entry(self, path: Path) -> Entry | None:
        """The recording whose project lies there, None where the index has none."""
        return self._ask(lambda connection: entry_rows.read_entry(connection, path))

    def search(
        self,
        text: str,
        *,
        limit: int = 50,
        within: Path | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Found:
        """What there is of a text that somebody typed; see Found. Any text may be asked for.

        limit: of places in the text. within: only in the recording of this project. is_cancelled: asked now and then;
        Cancelled once it says yes.
        """
        try:
            return self._ask(lambda connection: self._searched(connection, text, limit, within, is_cancelled))
        except sqlite3.OperationalError as error:
            raise Cancelled from error

    def project_of(self, sound: Path | None = None, *, sha256: str | None = None) -> Path | None:
        """The project of a recording that is there already, None where there is none; see read_project_of."""
        return self._ask(lambda connection: entry_rows.read_project_of(connection, sound, sha256))

    def known(self) -> Mapping[Path, Known]:
        """What the index has of every project, for those who look whether it is still so."""
        return self._ask(entry_rows.read_known)

    def put(self, path: Path, project: LibraryProject, signature: str = "") -> bool:
        """Take what a project says now; whether that is anything new. signature: of its file, '' to read it again."""
        return self._write(lambda connection: self._put(connection, path, project, signature))

    def put_problem(self, path: Path, problem: str, signature: str = "") -> bool:
        """Note why nothing of a project can be read; whether that is new. What was known of it stays."""
        return self._write(lambda connection: entry_rows.write_problem(connection, path, problem, signature))

    def move(self, old: Path, new: Path) -> None:
        """Note that a project has another path, and is otherwise as it was."""
        self._write(lambda connection: entry_rows.move_row(connection, old, new))

    def remove(self, paths: Iterable[Path]) -> None:
        """Forget these projects; those that are not known are no error."""
        self._write(lambda connection: self._remove(connection, tuple(paths)))

    def rebuild(self) -> None:
        """Begin again with nothing."""
        self.close()
        self._discard()
        self._ask(lambda _: None)

    def close(self) -> None:
        """Let go of the file; what is asked next opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _searched(
        self,
        connection: sqlite3.Connection,
        text: str,
        limit: int,
        within: Path | None,
        is_cancelled: Callable[[], bool],
    ) -> Found:
        connection.set_progress_handler(is_cancelled, _STEPS_BETWEEN_LOOKS)
        try:
            connection.execute("BEGIN")  # what is found and what is shown are of one moment
            return search(connection, self._search, text, limit, within)
        finally:
            connection.set_progress_handler(None, 0)
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def _put(self, connection: sqlite3.Connection, path: Path, project: LibraryProject, signature: str) -> bool:
        before = entry_rows.key_at(connection, path)
        key = entry_rows.key_for(connection, project.summary, before)
        turns = project.turns
        if before is not None and before != key:
            turns = text_rows.read_text(connection, before) if turns is None else turns
            text_rows.remove_text(connection, self._search, before)
        has_news = entry_rows.write_row(connection, key, path, project, signature)
        return (turns is not None and text_rows.write_text(connection, self._search, key, turns)) or has_news

    def _remove(self, connection: sqlite3.Connection, paths: Iterable[Path]) -> None:
        for path in paths:
            key = entry_rows.key_at(connection, path)
            if key is not None:
                text_rows.remove_text(connection, self._search, key)
                entry_rows.remove_row(connection, key)

    def _write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """All of it, or nothing."""

        def whole(connection: sqlite3.Connection) -> T:
            begin_writing(connection, self.path)
            try:
                done = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            return done

        return self._ask(whole)

    def _ask(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What the work gives, on a new index where this one turns out to be broken."""
        try:
            return work(self._opened())
        except sqlite3.Error as error:
            if code_of(error) == sqlite3.SQLITE_INTERRUPT:
                raise
            if not is_broken(error):
                raise LibraryUnavailable(self.path, str(error)) from error
            _log.warning("the library's index in %s is made anew (%s)", self.path, error)
        except TimeoutError as error:
            raise LibraryUnavailable(self.path, tr("another process has it for too long")) from error
        self.close()
        self._discard()
        return work(self._opened())

    def _opened(self) -> sqlite3.Connection:
        """The connection, to the file that has the name now."""
        if self._connection is not None and self._identity != self._identity_now():
            self.close()
        if self._connection is None:
            self._connection, self._search, is_new = open_index(self.path, self._wanted_search)
            self._identity = self._identity_now()
            self.remade += is_new
        return self._connection

    def _discard(self) -> None:
        try:
            discard(self.path)
        except OSError as error:
            raise LibraryUnavailable(self.path, error.strerror or tr("the system does not say why")) from error

    def _identity_now(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self.path)  # noqa: PTH116
        except OSError:
            return None
        return status.st_dev, status.st_ino
