"""Going back to an older Diarist: what a later one has written is refused in a sentence, and stays as it is."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import diarist

from desktop_app.core.export.preset import own_presets, presets_file
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.known_voices.people_file import forget_person, load_people, people_file
from desktop_app.core.library.outside_list import outside_file, outside_projects, remember_outside
from desktop_app.core.models.model_store import record_path, refuse_over_own
from desktop_app.core.project.errors import ProjectTooNew
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.values import Facts, Recording
from desktop_app.core.store.export_record import Origin, note_written, record_file
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.core.worklist.done_record import outcomes_in
from desktop_app.core.worklist.queue_order import keep_order, kept_order, queue_file
from desktop_app.core.worklist.taken_record import Taken, TakenRecord, taken_file


def written(file: Path, data: bytes) -> Path:
    """A file as a later Diarist wrote it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def later_project(tmp_path: Path) -> Path:
    """A project as a later Diarist wrote it."""
    path = tmp_path / "talk.diarist"
    create_project(path, Facts(Recording("talk", datetime(2026, 11, 25, tzinfo=UTC)))).close()
    with closing(sqlite3.connect(path)) as project:
        project.execute("PRAGMA user_version = 99")
    return path


REFUSED: dict[str, tuple[Callable[[], Path], bytes, tuple[Callable[[], object], ...], str]] = {
    "settings": (
        settings_file,
        b'[asr]\nengine = "moonshine"\ndialect = "low"\n[telepathy]\non = true\n',
        (load_settings, lambda: change_settings({"asr.engine": "whisper"})),
        "there is no setting 'asr.dialect' in this version of Diarist",
    ),
    "the library's list": (
        outside_file,
        b'{"version": 2, "outside": [], "shared": []}',
        (outside_projects, lambda: remember_outside(Path("/elsewhere/talk.diarist"))),
        "a newer Diarist wrote it",
    ),
    "known voices": (
        people_file,
        b"diarist-known-voices/2 sealed in a new way\n...",
        (load_people, lambda: forget_person("Anna")),
        "newer version of Diarist",
    ),
    "presets": (
        presets_file,
        b'{"Films": {"formats": {"film": {}}, "adaptation": {}}}',
        (lambda: own_presets(FORMATS),),
        "cannot be used",
    ),
    "models": (
        lambda: record_path("small"),
        b'{"format": 2, "parts": []}',
        (lambda: refuse_over_own("small", ()),),
        "a newer Diarist put small into ",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused_in_a_sentence_and_stays_as_it_is(kind: str) -> None:
    place, data, uses, sentence = REFUSED[kind]
    file = written(place(), data)
    for use in uses:
        with pytest.raises(Exception, match=sentence) as refused:
            use()
        assert "\n" not in str(refused.value)
    assert file.read_bytes() == data


@pytest.mark.parametrize("read_only", [False, True])
def test_a_project_is_refused_and_stays_as_it_is(tmp_path: Path, read_only: bool) -> None:
    path = later_project(tmp_path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(ProjectTooNew, match=r"newer Diarist|written by Diarist"):
        open_project(path, read_only=read_only)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == ["talk.diarist"]


def test_the_command_line_says_so_without_a_traceback(tmp_path: Path) -> None:
    path = later_project(tmp_path)
    before = path.read_bytes()
    ran = diarist("export", path.name, "--format", "txt", cwd=tmp_path)
    assert ran.returncode == 1
    assert "talk.diarist" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert path.read_bytes() == before


def test_the_order_of_the_queue_is_passed_over_and_not_written_over(tmp_path: Path) -> None:
    data = b'{"version": 2, "waiting": ["/talks/one.diarist"]}'
    file = written(queue_file(), data)
    assert kept_order() == ()
    keep_order((tmp_path / "two.diarist",))
    assert file.read_bytes() == data


def test_the_record_of_exports_is_passed_over_and_not_written_over() -> None:
    file = record_file()
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as record:
        record.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    note_written([b"text"], Origin("ab12"))
    assert file.read_bytes() == before


def test_a_recording_that_a_later_one_took_from_a_watched_folder_is_not_taken_twice() -> None:
    line = {"path": "/in/talk.wav", "size": 3, "mtime_ns": 5, "sha256": "ab", "taken_by": "a phone"}
    file = written(taken_file(), json.dumps(line).encode() + b"\n")
    record = TakenRecord()
    assert record.knows_content("ab")
    record.note([Taken("/in/other.wav", 1, 2, "cd")])
    assert file.read_bytes().startswith(json.dumps(line).encode() + b"\n")


def test_what_a_later_one_has_done_of_a_list_is_not_done_again(tmp_path: Path) -> None:
    line = {"name": "talk", "stretch_ms": None, "sha256": "ab", "options": "x", "results": ["talk.txt"], "weather": 1}
    written(tmp_path / "diarist-done.jsonl", json.dumps(line).encode() + b"\n")
    (outcome,) = outcomes_in(tmp_path).values()
    assert outcome.results == ("talk.txt",)
