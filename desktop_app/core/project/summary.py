"""What a list of projects shows of each, read in no time."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.core.export.json_fields import Field
from desktop_app.core.project.database import connect, one_moment, read_table
from desktop_app.core.project.errors import ProjectDamaged
from desktop_app.core.project.facts_json import read_fact, read_time
from desktop_app.core.project.failures import told
from desktop_app.core.project.image import CHANGED, PROJECT, SPEAKERS
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.packed_json import unpack
from desktop_app.core.project.reading import require_readable
from desktop_app.core.project.rows import Row, Table
from desktop_app.core.project.values import Recording, Sound, Work, WorkState
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project in a list. speakers: their names; sound: the whole path of the sound, as it was last known."""

    path: Path
    id: str
    name: str
    made_at: datetime
    duration_ms: int | None
    speakers: tuple[str, ...]
    state: WorkState
    note: str
    tags: tuple[str, ...]
    sound: Path | None
    recorded_here: bool
    changed_at: datetime


def read_summary(path: Path) -> ProjectSummary:
    """The summary of a project, whoever has it open; its transcript is not read. ProjectError where it cannot be."""
    with told(path), closing(connect(path)) as connection, one_moment(connection):
        require_readable(connection, path)
        rows = dict(read_table(connection, Table.FACTS))
    try:
        return _summary(path, {str(key): row for key, row in rows.items() if row.is_whole(Table.FACTS, key)})
    except (KeyError, ValueError) as error:
        raise ProjectDamaged(path, (tr("what lists show of it"),)) from error


def read_transcript(path: Path) -> Transcript | None:
    """The transcript of a project as it is now, whoever has it open, None where it has none yet; for an index of all
    words. ProjectError where it cannot be read; ProjectDamaged also where only a part can."""
    with open_project(path, read_only=True) as project:
        if project.losses:
            raise ProjectDamaged(path, project.losses)
        return None if project.text is None else project.text.transcript


def _summary(path: Path, rows: Mapping[str, Row]) -> ProjectSummary:
    recording, sound, work = (read_fact(name, unpack(rows[name].data)) for name in ("recording", "sound", "work"))
    if not (isinstance(recording, Recording) and isinstance(sound, Sound | None) and isinstance(work, Work)):
        raise TypeError("facts of other kinds")
    return ProjectSummary(
        path=path,
        id=_fact(rows, PROJECT).member("id").text(),
        name=recording.name,
        made_at=recording.made_at,
        duration_ms=sound.duration_ms if sound else None,
        speakers=_fact(rows, SPEAKERS).member("names").items(Field.text),
        state=work.state,
        note=recording.note,
        tags=recording.tags,
        sound=Path(sound.absolute) if sound else None,
        recorded_here=recording.recorded_here,
        changed_at=read_time(_fact(rows, CHANGED).member("at")),
    )


def _fact(rows: Mapping[str, Row], name: str) -> Field:
    return Field(unpack(rows[name].data), name)
