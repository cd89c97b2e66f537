"""Projects written in a thread of their own: in order, whoever looks, whatever the disk says."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.errors import ProjectChanged, ProjectError, ProjectGone
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.values import Facts, Recording
from desktop_app.core.transcript.edits import History, RenameSpeaker
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from desktop_app.jobs import project_worker as module
from desktop_app.jobs.project_worker import OpenedProject
from desktop_app.jobs.projects import Projects
from desktop_app.user_folders import data_folder

MADE_AT = datetime(2026, 11, 29, 16, 0, tzinfo=UTC)
ANNA = Speaker("S1", "Speaker 1", 0)
TALK = Transcript(
    AudioSource("talk.wav", 2000), (ANNA,), (Turn("S1", 0, 1000, (Word("hello", 0, 1000),), (Span(0, 1000),)),)
)
NAMED = RenameSpeaker("S1", "Speaker 1", "Anna")


def facts(_path: Path | None = None, name: str = "Talk") -> Facts:
    return Facts(Recording(name, MADE_AT))


def transcribe(file: ProjectFile) -> None:
    file.record_transcript(MachineTranscript(TALK, JobOptions()))


def name_anna(file: ProjectFile) -> None:
    file.record_history(History((NAMED,)), NAMED.apply(TALK))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "projects"


@pytest.fixture
def projects(qapp: QApplication, folder: Path) -> Iterator[Projects]:
    made = Projects(lambda: folder)
    yield made
    made.shutdown()


def test_a_project_is_made_in_its_folder_and_changed_in_order(qtbot: QtBot, projects: Projects, folder: Path) -> None:
    with qtbot.waitSignal(projects.created) as created:
        projects.create("a", "Talk", facts)
    assert created.args == ["a", folder / "Talk.diarist"]
    projects.change("a", None, transcribe, 1)
    projects.change("a", None, name_anna, 2)
    qtbot.waitSignal(projects.saved, check_params_cb=lambda key, _path, number: (key, number) == ("a", 2)).wait()
    with open_project(folder / "Talk.diarist", read_only=True) as project:
        assert project.text is not None
        assert project.text.history == History((NAMED,))


def test_two_of_one_name_are_two(qtbot: QtBot, projects: Projects, folder: Path) -> None:
    with qtbot.waitSignals([projects.created] * 2):
        projects.create("a", "Talk", facts)
        projects.create("b", "Talk", facts)
    assert sorted(path.name for path in folder.glob("*.diarist")) == ["Talk (2).diarist", "Talk.diarist"]


def test_a_project_that_is_looked_at_is_open_to_nobody_else_until_it_is_closed(
    qtbot: QtBot, projects: Projects, tmp_path: Path
) -> None:
    path = tmp_path / "Talk.diarist"
    create_project(path, facts()).close()
    with qtbot.waitSignal(projects.opened):
        projects.open("a", path)
    other = Projects(lambda: tmp_path)
    with qtbot.waitSignal(other.opened) as opened:
        other.open("a", path)
    found: OpenedProject = opened.args[1]
    assert "has it open" in found.read_only
    assert found.facts.recording.name == "Talk"
    projects.close("a")
    projects.shutdown()
    with qtbot.waitSignal(other.opened) as opened:
        other.open("a", path)
    assert opened.args[1].read_only == ""
    other.shutdown()


def test_a_change_opens_the_project_where_it_is_closed(qtbot: QtBot, projects: Projects, tmp_path: Path) -> None:
    path = tmp_path / "Talk.diarist"
    create_project(path, facts()).close()
    with qtbot.waitSignal(projects.saved):
        projects.change("a", path, transcribe, 1)
    with open_project(path, read_only=True) as project:
        assert project.text is not None


def test_a_project_that_is_not_there_is_refused_with_the_reason(
    qtbot: QtBot, projects: Projects, tmp_path: Path
) -> None:
    with qtbot.waitSignal(projects.refused) as refused:
        projects.open("a", tmp_path / "gone.diarist")
    assert isinstance(refused.args[1], ProjectGone)


def test_what_cannot_be_made_is_made_later_with_all_that_was_changed_meanwhile(
    qtbot: QtBot, projects: Projects, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_MS", 20)
    folder.write_text("a file where the folder should be")
    with qtbot.waitSignal(projects.unsaved) as unsaved:
        projects.create("a", "Talk", facts)
        projects.change("a", None, transcribe, 1)
        projects.change("a", None, name_anna, 2)
    assert isinstance(unsaved.args[1], ProjectError)
    with qtbot.waitSignal(projects.saved, check_params_cb=lambda _key, _path, number: number == 2):
        folder.unlink()
    with open_project(folder / "Talk.diarist", read_only=True) as project:
        assert project.text is not None
        assert project.text.transcript.speaker("S1").name == "Anna"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_takes_nothing_is_told(qtbot: QtBot, projects: Projects, folder: Path) -> None:
    folder.mkdir(mode=0o500)
    with qtbot.waitSignal(projects.unsaved) as unsaved:
        projects.create("a", "Talk", facts)
    assert "permission" in str(unsaved.args[1])


def test_a_project_that_is_deleted_while_open_is_told_and_written_again_when_its_name_is_back(
    qtbot: QtBot, projects: Projects, folder: Path
) -> None:
    with qtbot.waitSignal(projects.created):
        projects.create("a", "Talk", facts)
    path = folder / "Talk.diarist"
    path.rename(folder / "elsewhere")
    with qtbot.waitSignal(projects.unsaved) as unsaved:
        projects.change("a", None, transcribe, 1)
    assert isinstance(unsaved.args[1], ProjectGone)
    (folder / "elsewhere").rename(path)
    with qtbot.waitSignal(projects.saved):
        projects.change("a", None, name_anna, 2)
    with open_project(path, read_only=True) as project:
        assert project.text is not None
        assert project.text.transcript.speaker("S1").name == "Anna"


def test_what_was_asked_for_is_on_the_disk_when_the_thread_has_ended(projects: Projects, folder: Path) -> None:
    projects.create("a", "Talk", facts)
    projects.change("a", None, transcribe, 1)
    projects.change("a", None, name_anna, 2)
    projects.shutdown()
    with open_project(folder / "Talk.diarist") as project:
        assert project.text is not None
        assert project.text.transcript.speaker("S1").name == "Anna"


def test_nothing_is_begun_after_the_end(projects: Projects, folder: Path) -> None:
    projects.shutdown()
    projects.create("a", "Talk", facts)
    assert not projects._thread.isRunning()
    assert not folder.exists()


def backups_after_saving(qtbot: QtBot, projects: Projects) -> list[Path]:
    """The folders of all backups that there are."""
    folder = data_folder() / "backups"
    qtbot.waitUntil(lambda: folder.exists() and any(folder.glob("*/*.diarist")))
    return list(folder.iterdir())


def test_a_project_goes_to_the_bin_with_its_sound_where_that_is_wanted(
    qtbot: QtBot, projects: Projects, folder: Path, tmp_path: Path
) -> None:
    sound = tmp_path / "Recording"
    sound.mkdir()
    with qtbot.waitSignal(projects.created):
        projects.create("a", "Talk", facts)
    projects.change("a", None, transcribe, 1)
    (backups,) = backups_after_saving(qtbot, projects)
    with qtbot.waitSignal(projects.discarded) as discarded:
        projects.move_to_trash("a", folder / "Talk.diarist", (sound,))
    assert discarded.args == [folder / "Talk.diarist"]
    assert list(folder.iterdir()) == []
    assert not sound.exists()
    assert not backups.exists()


def test_a_project_that_somebody_else_has_open_stays_and_that_is_told(
    qtbot: QtBot, projects: Projects, folder: Path
) -> None:
    folder.mkdir()
    with create_project(folder / "Talk.diarist", facts()), qtbot.waitSignal(projects.stayed) as stayed:
        projects.move_to_trash("a", folder / "Talk.diarist")
    assert "Talk.diarist cannot be moved to the bin: it can only be read now" in stayed.args[0].reason
    assert (folder / "Talk.diarist").exists()


def test_a_file_is_called_as_its_recording_and_goes_on_under_the_new_name(
    qtbot: QtBot, projects: Projects, folder: Path
) -> None:
    with qtbot.waitSignal(projects.created):
        projects.create("a", "Talk", facts)
    with qtbot.waitSignal(projects.moved) as moved:
        projects.rename("a", None, "Harbour: day 1/2")
    assert moved.args == ["a", folder / "Harbour_ day 1_2.diarist"]
    with qtbot.waitSignal(projects.saved):
        projects.change("a", None, transcribe, 1)
    assert [path.name for path in folder.glob("*.diarist")] == ["Harbour_ day 1_2.diarist"]


def test_a_name_that_differs_in_its_case_alone_is_no_second_one(qtbot: QtBot, projects: Projects, folder: Path) -> None:
    with qtbot.waitSignal(projects.created):
        projects.create("a", "talk", facts)
    with qtbot.waitSignal(projects.moved) as moved:
        projects.rename("a", None, "Talk")
    assert moved.args[1] == folder / "Talk.diarist"


def test_a_duplicate_is_another_project_with_all_that_is_in_it(qtbot: QtBot, projects: Projects, folder: Path) -> None:
    with qtbot.waitSignal(projects.created):
        projects.create("a", "Talk", facts)
    projects.change("a", None, transcribe, 1)
    projects.change("a", None, name_anna, 2)
    with qtbot.waitSignal(projects.duplicated) as duplicated:
        projects.duplicate("a", folder / "Talk.diarist", "Talk (copy)")
    projects.shutdown()
    copy: Path = duplicated.args[0]
    with open_project(copy) as made, open_project(folder / "Talk.diarist") as first:
        assert made.facts.recording.name == "Talk (copy)"
        assert made.text == first.text
        assert made.id != first.id


def test_what_another_program_has_open_goes_on_in_a_copy(qtbot: QtBot, projects: Projects, tmp_path: Path) -> None:
    path = tmp_path / "Talk.diarist"
    with create_project(path, facts()) as held:
        held.record_transcript(MachineTranscript(TALK, JobOptions()))
        with qtbot.waitSignal(projects.opened) as opened:
            projects.open("a", path)
        assert opened.args[1].read_only
        with qtbot.waitSignal(projects.copied) as copied:
            projects.keep_copy("a", "Talk (copy)")
        with qtbot.waitSignal(projects.saved):
            projects.change("a", None, name_anna, 1)
    projects.shutdown()
    with open_project(copied.args[1]) as copy:
        assert copy.text is not None
        assert copy.text.transcript.speaker("S1").name == "Anna"


def test_what_was_not_written_is_in_the_copy_where_the_folder_is_gone(
    qtbot: QtBot, projects: Projects, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "stick" / "Talk.diarist"
    elsewhere.parent.mkdir()
    create_project(elsewhere, facts()).close()
    with qtbot.waitSignal(projects.opened):
        projects.open("a", elsewhere)
    elsewhere.parent.rename(tmp_path / "pulled out")
    with qtbot.waitSignal(projects.unsaved):
        projects.change("a", None, transcribe, 1)
    elsewhere.parent.write_text("no folder any more")
    with qtbot.waitSignal(projects.copied) as copied:
        projects.keep_copy("a", "Talk (copy)")
    projects.shutdown()
    assert copied.args[1] == folder / "Talk (copy).diarist"
    with open_project(copied.args[1]) as copy:
        assert copy.text is not None


def test_many_projects_are_not_all_kept_open(qtbot: QtBot, projects: Projects, folder: Path) -> None:
    many = module.OPEN_AT_ONCE + 6
    with qtbot.waitSignals([projects.created] * many, timeout=20_000):
        for number in range(many):
            projects.create(number, f"Talk {number}", facts)
    with qtbot.waitSignal(projects.saved):
        projects.change(0, None, transcribe, 1)
    locks = [path for path in folder.iterdir() if path.suffix != ".diarist"]
    assert len(locks) <= module.OPEN_AT_ONCE + 1


def test_what_was_let_go_of_and_changed_elsewhere_is_not_written_over(
    qtbot: QtBot, projects: Projects, folder: Path
) -> None:
    path = folder / "Talk.diarist"
    with qtbot.waitSignal(projects.created):
        projects.create("a", "Talk", facts)
    with qtbot.waitSignal(projects.saved):
        projects.change("a", path, transcribe, 1)
    projects.close("a")
    with qtbot.waitSignal(projects.saved):
        projects.change("a", path, name_anna, 2)  # nobody else was at it
    projects.close("a")
    elsewhere = RenameSpeaker("S1", "Anna", "Berta")
    qtbot.waitUntil(lambda: all(each.suffix == ".diarist" for each in folder.iterdir()))
    with open_project(path) as project:
        project.record_history(History((NAMED, elsewhere)), elsewhere.apply(NAMED.apply(TALK)))
    with qtbot.waitSignal(projects.unsaved) as unsaved:
        projects.change("a", path, name_anna, 3)
    assert isinstance(unsaved.args[1], ProjectChanged)
    with qtbot.waitSignal(projects.copied) as copied:
        projects.keep_copy("a", "Talk (copy)")
    with open_project(path, read_only=True) as theirs, open_project(copied.args[1], read_only=True) as ours:
        assert theirs.text is not None
        assert ours.text is not None
        assert theirs.text.history == History((NAMED, elsewhere))
        assert ours.text.history == History((NAMED,))


def test_of_texts_that_wait_for_a_slow_disk_only_the_newest_is_written(
    qtbot: QtBot, projects: Projects, folder: Path
) -> None:
    with qtbot.waitSignal(projects.created):
        projects.create("a", "Talk", facts)
    disk = Event()
    saved: list[int] = []
    projects.saved.connect(lambda _key, _path, number: saved.append(number))
    projects.change("a", None, lambda file: disk.wait(10) and transcribe(file), 1)
    done: list[str] = []

    def rename(name: str) -> Callable[[ProjectFile], None]:
        edit = RenameSpeaker("S1", "Speaker 1", name)
        return lambda file: (done.append(name), file.record_history(History((edit,)), edit.apply(TALK)))[1]

    for number in range(2, 12):
        projects.change_text("a", None, rename(f"Anna {number}"), number)
    disk.set()
    qtbot.waitUntil(lambda: saved[-1:] == [11])
    assert (saved, done) == ([1, 11], ["Anna 11"])
