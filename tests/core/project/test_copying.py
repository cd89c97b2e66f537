from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.core.project.backups import Backup, back_up, list_backups
from desktop_app.core.project.copying import duplicate, restore_beside, restore_in_place, save_as
from desktop_app.core.project.errors import ProjectError, ProjectGone, ProjectInUse, ProjectNameTaken
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.sound import find_sound, sound_at
from desktop_app.core.transcript.edits import History
from project.talks import FACTS, made, renamed, talk

NOW = datetime(2026, 11, 25, 14, 3, 12, tzinfo=UTC)
ANNA = renamed((History(), talk()), "Anna")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talk.diarist"
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(*ANNA)
        project.set_voices(b"voices")
    return path


def holds_all(project: ProjectFile) -> bool:
    return project.text is not None and project.text.transcript == ANNA[1] and project.voices == b"voices"


def test_saving_as_goes_on_with_the_new_file(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.diarist"
    before = path.read_bytes()
    with open_project(path) as project:
        first = project.id
        save_as(project, other)
        assert (project.path, project.id != first) == (other, True)
        project.set_voices(b"new")
        open_project(path).close()
        with pytest.raises(ProjectInUse):
            open_project(other)
    assert path.read_bytes() == before
    with open_project(other) as project:
        assert project.voices == b"new"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other.diarist", "talk.diarist"]


def test_a_duplicate_is_another_project_with_the_same_content(path: Path, tmp_path: Path) -> None:
    with open_project(path) as project:
        duplicate(project, tmp_path / "other.diarist")
        assert project.path == path
    with open_project(tmp_path / "other.diarist") as other:
        assert holds_all(other)
        assert other.id != project.id


def test_a_file_of_others_is_replaced_only_where_that_was_said(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    with open_project(path) as project:
        with pytest.raises(ProjectNameTaken):
            save_as(project, other)
        assert (other.read_text(), project.path) == ("mine", path)
        save_as(project, other, replace_file=True)
    with open_project(other) as project:
        assert holds_all(project)


def test_a_project_that_is_open_elsewhere_is_not_replaced(path: Path, tmp_path: Path) -> None:
    with create_project(tmp_path / "other.diarist", FACTS), open_project(path) as project:
        with pytest.raises(ProjectInUse):
            save_as(project, tmp_path / "other.diarist", replace_file=True)
        project.set_voices(b"goes on")


def test_what_could_not_be_written_is_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    with open_project(path) as project:
        first = project.id
        path.unlink()
        with pytest.raises(ProjectError):
            project.set_voices(b"late")
        save_as(project, tmp_path / "rescued.diarist")
        assert project.id == first
    with open_project(tmp_path / "rescued.diarist") as project:
        assert project.text is not None
        assert (project.text.transcript, project.voices) == (ANNA[1], b"late")


def test_a_project_that_was_deleted_can_be_saved_under_its_own_name(path: Path) -> None:
    with open_project(path) as project:
        path.unlink()
        save_as(project, path)
        project.set_voices(b"goes on")
    with open_project(path) as project:
        assert project.voices == b"goes on"


def test_what_is_open_for_reading_only_can_be_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    with open_project(path), open_project(path, read_only=True) as project:
        save_as(project, tmp_path / "other.diarist")
        project.set_voices(b"mine")
    with open_project(tmp_path / "other.diarist") as project:
        assert project.voices == b"mine"


def test_where_there_is_no_folder_nothing_is_changed(path: Path, tmp_path: Path) -> None:
    with open_project(path) as project:
        with pytest.raises(ProjectGone, match="its folder is not there"):
            save_as(project, tmp_path / "file" / "other.diarist")
        assert not (tmp_path / "file").exists()
        project.set_voices(b"goes on")


def test_the_sound_is_found_from_the_new_place(path: Path, tmp_path: Path) -> None:
    sound = tmp_path / "talk.wav"
    sound.write_bytes(b"RIFF")
    (tmp_path / "deeper").mkdir()
    with open_project(path) as project:
        project.set_facts(replace(project.facts, sound=sound_at(sound, path)))
        save_as(project, tmp_path / "deeper" / "talk.diarist")
        assert project.facts.sound is not None
        assert project.facts.sound.relative == "../talk.wav"
        assert find_sound(project.path, project.facts.sound) == sound


def a_backup(path: Path) -> Backup:
    with open_project(path) as project:
        back_up(project.image, path, NOW)
        return list_backups(project.id)[0]


def test_a_backup_is_restored_beside(path: Path) -> None:
    restored = restore_beside(a_backup(path), path)
    assert restored.name == f"talk ({NOW.astimezone():%Y-%m-%d %H.%M}).diarist"
    with open_project(restored) as project, open_project(path) as present:
        assert holds_all(project)
        assert project.id != present.id


@pytest.mark.parametrize("damaged", [False, True])
def test_a_backup_is_restored_in_place_and_what_was_there_is_kept(path: Path, damaged: bool) -> None:
    backup = a_backup(path)
    with open_project(path) as project:
        project.set_voices(b"newer")
    if damaged:
        path.write_bytes(path.read_bytes()[:9000])
    present = path.read_bytes()
    kept = restore_in_place(backup, path)
    assert kept is not None
    assert kept.read_bytes() == present
    with open_project(path) as project:
        assert holds_all(project)
        assert kept in [each.path for each in list_backups(project.id)]


def test_a_project_that_is_open_is_not_replaced_by_a_backup(path: Path) -> None:
    backup = a_backup(path)
    with open_project(path), pytest.raises(ProjectInUse):
        restore_in_place(backup, path)


def test_a_backup_of_a_deleted_project_is_restored_in_its_place(path: Path) -> None:
    backup = a_backup(path)
    path.unlink()
    assert restore_in_place(backup, path) is None
    with open_project(path) as project:
        assert holds_all(project)
