"""A project as it is read from its file: all of it, or as much as damage has left."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_app.core.export.json_fields import Field
from desktop_app.core.project.database import read_row
from desktop_app.core.project.errors import NotAProject, ProjectDamaged, ProjectTooNew
from desktop_app.core.project.facts_json import fact_names, read_fact
from desktop_app.core.project.history_rows import HISTORY, SNAPSHOT, Position
from desktop_app.core.project.image import CHANGED, PEAKS, PROJECT, VOICES, ProjectImage, new_id
from desktop_app.core.project.migrations import MIGRATIONS, Migration, newest_version, version_of
from desktop_app.core.project.packed_json import unpack
from desktop_app.core.project.row_reading import FoundRows, read_rows
from desktop_app.core.project.rows import APPLICATION_ID, Rows, Table
from desktop_app.core.project.steps import UnknownStep
from desktop_app.core.project.text_reading import read_text
from desktop_app.core.project.values import Facts, Recording
from desktop_app.translation import tr

_NO_TIME = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class ReadProject:
    """image: what there is. losses: what is gone, as a person reads it; none where all of it is exact."""

    image: ProjectImage
    losses: tuple[str, ...]


def require_readable(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """NotAProject, ProjectTooNew. sqlite3.Error where the file cannot be read at all."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        what = tr("is empty") if path.stat().st_size == 0 else tr("is not a Diarist project")
        raise NotAProject(path, what, tr("Choose another file"))
    if not 1 <= version_of(connection) <= newest_version(migrations):
        raise ProjectTooNew(path, written_by(connection))


def written_by(connection: sqlite3.Connection) -> str | None:
    """The version of Diarist that wrote a file, of whatever version; None where that cannot be told."""
    return _text_of(connection, CHANGED, "by")


def id_of(connection: sqlite3.Connection) -> str | None:
    """The project's id, in a file of whatever version; None where that cannot be told."""
    return _text_of(connection, PROJECT, "id")


def read_project(connection: sqlite3.Connection, path: Path) -> ReadProject:
    """The project in a file of this version.

    Raises ProjectTooNew where a newer version made an edit; ProjectDamaged where there was a text of which nothing can
    be read; sqlite3.Error where that holds for the whole file.
    """
    found = read_rows(connection)
    losses: list[str] = []
    image = ProjectImage(_id(found.rows, losses), _facts(found.rows, path, losses), found.rows)
    try:
        text = read_text(found.rows, image.machine)
    except UnknownStep as error:
        raise ProjectTooNew(path, written_by(connection)) from error
    losses += text.losses
    if text.text is None and text.losses:
        raise ProjectDamaged(path, tuple(losses))
    image.hold(text.text, Position() if text.losses else _position(found.rows), text.reached)
    return ReadProject(image, (*losses, *_others(found, losses)))


def _id(rows: Rows, losses: list[str]) -> str:
    try:
        return Field(unpack(rows[Table.FACTS][PROJECT].data)).member("id").text()
    except (KeyError, ValueError):
        losses.append(_in_words(PROJECT))
        return new_id()


def _facts(rows: Rows, path: Path, losses: list[str]) -> Facts:
    facts: dict[str, Any] = {"recording": Recording(path.stem, _NO_TIME)}
    for name in fact_names():
        try:
            facts[name] = read_fact(name, unpack(rows[Table.FACTS][name].data))
        except (KeyError, ValueError):
            losses.append(_in_words(name))
    return Facts(**facts)


def _position(rows: Rows) -> Position:
    return Position.read(rows[Table.FACTS][HISTORY])


def _others(found: FoundRows, losses: list[str]) -> list[str]:
    """What is gone beside the facts and the text."""
    parts = [_in_words(str(key)) for table, key in found.spoilt if table is Table.PARTS]
    if any(table is Table.TRANSCRIPTS for table, _ in found.spoilt):
        parts.append(tr("a transcript as the machine made it"))
    is_told = losses or parts
    return parts if is_told or found.complete else [tr("something that cannot be told")]


def _in_words(name: str) -> str:
    """What a fact or a part of a project holds."""
    known = {
        PROJECT: tr("its id"),
        CHANGED: tr("when it was changed"),
        "recording": tr("name, note and tags"),
        "sound": tr("where the sound lies"),
        "work": tr("how far the work is"),
        "options": tr("what the job was asked for"),
        "reading": tr("where the reader was"),
        "export_folder": tr("the folder for exports"),
        VOICES: tr("the voices"),
        PEAKS: tr("the waveform"),
        SNAPSHOT: tr("the spare copy of the text"),
    }
    return known.get(name) or tr("a part")


def _text_of(connection: sqlite3.Connection, fact: str, key: str) -> str | None:
    try:
        row = read_row(connection, Table.FACTS, fact)
        return None if row is None else Field(unpack(row.data)).member(key).text()
    except (sqlite3.Error, ValueError):
        return None
