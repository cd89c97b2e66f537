"""A made-up earlier version of project files, which called the state of the work 'progress'."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.core.project.opening import create_project
from desktop_app.core.project.packed_json import pack
from desktop_app.core.project.rows import Row, Table
from desktop_app.core.transcript.edits import History
from project.talks import FACTS, made, renamed, talk


def make_old(path: Path) -> None:
    """Make a file of that version."""
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(*renamed((History(), talk()), "Anna"))
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("DELETE FROM facts WHERE key = 'work'")
        old.execute("INSERT INTO facts VALUES ('progress', 'json', ?, x'')", (json.dumps({"is": "done"}),))


def _name_the_work(connection: sqlite3.Connection) -> None:
    (progress,) = connection.execute("SELECT data FROM facts WHERE key = 'progress'").fetchone()
    data = pack({"state": json.loads(progress)["is"], "failure": None})
    row = Row.of(Table.FACTS, "work", "json", data)
    connection.execute("DELETE FROM facts WHERE key = 'progress'")
    connection.execute("INSERT INTO facts VALUES ('work', ?, ?, ?)", (row.kind, row.data, row.digest))


MIGRATIONS = (_name_the_work,)
"""With which that version is the first, and today's the second."""
