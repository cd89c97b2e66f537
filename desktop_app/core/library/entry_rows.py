"""The index's rows of recordings."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.library.errors import BrokenIndex
from desktop_app.core.library.keys import belongs, free_key, wanted_key
from desktop_app.core.library.paths import path_bytes, path_of, sound_bytes, text_bytes
from desktop_app.core.library.summary_json import read_summary_text, summary_text
from desktop_app.core.library.turn_search import folded
from desktop_app.core.library.values import Entry, LibraryProject, Summary

_ENTRIES = "SELECT path, facts, problem FROM recordings"


@dataclass(frozen=True, slots=True)
class Known:
    """What the index has of a project. id: None where it was never read. signature: '' where it is to be read again."""

    id: str | None
    signature: str
    problem: str | None


def read_entries(connection: sqlite3.Connection) -> tuple[Entry, ...]:
    """Every recording, the newest first."""
    return tuple(_entry(*row) for row in connection.execute(f"{_ENTRIES} ORDER BY key DESC"))


def read_entry(connection: sqlite3.Connection, path: Path) -> Entry | None:
    """The recording of the project at a path."""
    row = connection.execute(f"{_ENTRIES} WHERE path = ?", (path_bytes(path),)).fetchone()
    return None if row is None else _entry(*row)


def read_known(connection: sqlite3.Connection) -> Mapping[Path, Known]:
    """What there is of every project."""
    rows = connection.execute("SELECT path, id, signature, problem FROM recordings")
    return {
        path_of(path): Known(None if project_id is None else project_id.decode("utf-8", "surrogatepass"), *others)
        for path, project_id, *others in rows
    }


def read_project_of(connection: sqlite3.Connection, sound: Path | None, sha256: str | None) -> Path | None:
    """The project of a recording, known by its bytes, or else by where it lies; of several, the newest.

    One that lies there but is known to be of other bytes is not it. Projects that cannot be opened do not count.
    """
    digest = None if sha256 is None else text_bytes(sha256)
    place = None if sound is None else sound_bytes(sound)
    row = connection.execute(
        "SELECT path FROM recordings WHERE problem IS NULL"
        " AND (sha256 = :digest OR sound = :place AND (sha256 IS NULL OR :digest IS NULL))"
        " ORDER BY sha256 IS NOT :digest, key DESC",
        {"digest": digest, "place": place},
    ).fetchone()
    return None if row is None else path_of(row[0])


def key_at(connection: sqlite3.Connection, path: Path) -> int | None:
    """The key of the project at a path."""
    row = connection.execute("SELECT key FROM recordings WHERE path = ?", (path_bytes(path),)).fetchone()
    return None if row is None else int(row[0])


def key_for(connection: sqlite3.Connection, summary: Summary, before: int | None) -> int:
    """The key that a recording is to have: the one it had before, if that says when it was made."""
    wanted = wanted_key(summary.made_at)
    return before if before is not None and belongs(before, wanted) else free_key(connection, wanted)


def write_row(connection: sqlite3.Connection, key: int, path: Path, project: LibraryProject, signature: str) -> bool:
    """Put the project at a path under a key; whether it was not there, or says something else now."""
    summary = project.summary
    facts, row_path = summary_text(summary), path_bytes(path)
    before = connection.execute("SELECT facts, problem FROM recordings WHERE path = ?", (row_path,)).fetchone()
    connection.execute("DELETE FROM recordings WHERE path = ?", (row_path,))
    connection.execute(
        "INSERT INTO recordings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            row_path,
            text_bytes(summary.id),
            signature,
            facts,
            _names(summary),
            project.problem,
            None if summary.sound is None else sound_bytes(summary.sound),
            None if summary.sha256 is None else text_bytes(summary.sha256),
        ),
    )
    return bool(before != (facts, project.problem))


def write_problem(connection: sqlite3.Connection, path: Path, problem: str, signature: str) -> bool:
    """Note why the project at a path cannot be opened; whether that is new."""
    before = connection.execute("SELECT problem FROM recordings WHERE path = ?", (path_bytes(path),)).fetchone()
    if before is None:
        key = free_key(connection, wanted_key(_changed_at(path)))
        connection.execute(
            "INSERT INTO recordings (key, path, signature, names, problem) VALUES (?, ?, ?, ?, ?)",
            (key, path_bytes(path), signature, f" {folded(path.stem)} ", problem),
        )
    else:
        connection.execute(
            "UPDATE recordings SET problem = ?, signature = ? WHERE path = ?", (problem, signature, path_bytes(path))
        )
    return bool(before != (problem,))


def move_row(connection: sqlite3.Connection, old: Path, new: Path) -> None:
    """Give a project another path; whatever had that is forgotten."""
    connection.execute("UPDATE OR REPLACE recordings SET path = ? WHERE path = ?", (path_bytes(new), path_bytes(old)))


def remove_row(connection: sqlite3.Connection, key: int) -> None:
    """Forget a project."""
    connection.execute("DELETE FROM recordings WHERE key = ?", (key,))


def _entry(path: bytes, facts: str | None, problem: str | None) -> Entry:
    return Entry(path_of(path), None if facts is None else read_facts(facts), problem)


def read_facts(facts: str) -> Summary:
    """The summary that a row holds; BrokenIndex where it is none."""
    try:
        return read_summary_text(facts)
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenIndex(f"a recording is not as recordings are ({error})") from error


def _names(summary: Summary) -> str:
    """What a recording is found by beside its words: one folded text to a line, each between spaces."""
    return "\n".join(f" {folded(text)} " for text in _texts(summary))


def _texts(summary: Summary) -> Iterator[str]:
    yield summary.name
    yield from summary.speakers
    yield from summary.note.splitlines()
    yield from summary.tags


def _changed_at(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return datetime.fromtimestamp(0, UTC)
