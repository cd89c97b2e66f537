import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.core.project.backups import back_up, folders_of_path
from desktop_app.core.project.discarded_backups import backups_that_go_with
from desktop_app.core.project.opening import create_project
from project.talks import FACTS

NOW = datetime(2026, 11, 25, 14, 0, 0, tzinfo=UTC)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A project with a backup."""
    return with_backup(tmp_path / "talk.diarist")


def with_backup(path: Path) -> Path:
    with create_project(path, FACTS) as project:
        back_up(project.image, path, NOW)
    return path


def folder_of(path: Path) -> Path:
    """Of the only backups that were made of a project at a path."""
    (found,) = folders_of_path(path)
    return found


def test_they_go_with_their_project_and_no_others(talk: Path) -> None:
    with_backup(talk.with_name("other.diarist"))
    assert backups_that_go_with(talk) == (folder_of(talk),)


def test_they_go_under_another_name_too(talk: Path) -> None:
    renamed = talk.rename(talk.with_name("renamed.diarist"))
    assert backups_that_go_with(renamed) == (folder_of(talk),)
    with_backup(talk.with_name("later.diarist")).rename(talk)
    assert backups_that_go_with(renamed) == (folder_of(talk),)


@pytest.mark.parametrize("broken", [b"no project", None])
def test_of_a_file_that_does_not_tell_what_it_is_those_that_were_made_there(talk: Path, broken: bytes | None) -> None:
    talk.unlink()
    if broken is not None:
        talk.write_bytes(broken)
    assert backups_that_go_with(talk) == (folder_of(talk),)
    assert backups_that_go_with(talk.with_name("none.diarist")) == ()


def test_a_copy_that_was_made_in_a_file_manager_keeps_those_that_were_made_of_it(talk: Path) -> None:
    copy = Path(shutil.copy(talk, talk.with_name("copy.diarist")))
    assert backups_that_go_with(copy) == ()
    assert backups_that_go_with(talk) == (folder_of(talk),)
