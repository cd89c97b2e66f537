"""What goes to the bin with a project, and comes back from there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from desktop_app.core.project.backups import back_up, list_backups
from desktop_app.core.project.lock import ProjectLock
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.values import Facts, Recording
from desktop_app.jobs.trash import move_to_trash

NOW = datetime(2026, 11, 29, 16, 0, tzinfo=UTC)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A project with a backup."""
    with create_project(tmp_path / "talk.diarist", Facts(Recording("Talk", NOW))) as project:
        back_up(project.image, project.path, NOW)
    return tmp_path / "talk.diarist"


def backups_of(project: Path) -> Path:
    with open_project(project, read_only=True) as opened:
        return list_backups(opened.id)[0].path.parent


def binned(name: str) -> Path:
    data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    (found,) = data.rglob(f"Trash*/files/{name}")
    return found


def test_a_project_goes_with_its_backups_and_what_a_killed_writer_left(talk: Path) -> None:
    backups = backups_of(talk)
    journal = Path(f"{talk}-journal")
    journal.write_text("left")
    assert move_to_trash(talk) == ()
    assert not any(each.exists() for each in (talk, journal, backups))
    assert all(binned(each.name) for each in (talk, backups))  # some SQLites clear such a journal away themselves


def test_what_comes_back_from_the_bin_is_as_it_was(talk: Path) -> None:
    backups = backups_of(talk)
    move_to_trash(talk)
    binned(talk.name).rename(talk)
    with open_project(talk) as project:
        assert project.facts.recording.name == "Talk"
        assert list_backups(project.id) == ()
    binned(backups.name).rename(backups)
    assert backups_of(talk) == backups


def test_where_somebody_has_it_open_all_of_it_stays(talk: Path) -> None:
    sound, backups = talk.with_name("sound"), backups_of(talk)
    sound.mkdir()
    lock = ProjectLock(talk)
    lock.take()
    (failure,) = move_to_trash(talk, [sound])
    lock.leave()
    assert "talk.diarist cannot be moved to the bin: it can only be read now" in failure.reason
    assert talk.exists()
    assert sound.exists()
    assert backups.exists()


def test_of_a_project_that_is_gone_the_backups_go(talk: Path) -> None:
    backups = backups_of(talk)
    talk.unlink()
    assert move_to_trash(talk) == ()
    assert not backups.exists()
    assert binned(backups.name)
