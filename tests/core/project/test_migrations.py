from pathlib import Path

import pytest

from desktop_app.core.project.backups import list_backups
from desktop_app.core.project.errors import ProjectTooNew
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.values import WorkState
from project.old_version import MIGRATIONS, make_old


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.diarist"
    make_old(path)
    return path


def test_a_file_of_an_earlier_version_is_brought_up_to_date_and_can_be_written(old: Path) -> None:
    with open_project(old, migrations=MIGRATIONS) as project:
        assert project.losses == ()
        assert project.facts.work.state is WorkState.DONE
        assert project.text is not None
        assert project.text.transcript.speakers[0].name == "Anna"
        project.set_voices(b"voices")
    with open_project(old, migrations=MIGRATIONS) as project:
        assert project.voices == b"voices"


def test_a_copy_is_kept_as_it_was(old: Path) -> None:
    with open_project(old) as project:
        project_id = project.id
        assert project.losses == ("how far the work is",)
    open_project(old, migrations=MIGRATIONS).close()
    (backup,) = list_backups(project_id)
    with open_project(backup.path, read_only=True, migrations=MIGRATIONS) as kept:
        assert kept.facts.work.state is WorkState.DONE
    with open_project(backup.path, read_only=True) as kept:
        assert kept.losses == ("how far the work is",)


def test_reading_alone_leaves_an_earlier_version_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    with open_project(old, read_only=True, migrations=MIGRATIONS) as project:
        assert project.facts.work.state is WorkState.DONE
    assert old.read_bytes() == before


def test_an_earlier_program_refuses_the_new_file(old: Path) -> None:
    open_project(old, migrations=MIGRATIONS).close()
    with pytest.raises(ProjectTooNew, match=r"Diarist \d"):
        open_project(old)


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path) -> None:
    def fail(_connection: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        open_project(old, migrations=(*MIGRATIONS, fail))
    with open_project(old, migrations=MIGRATIONS) as project:
        assert project.facts.work.state is WorkState.DONE
