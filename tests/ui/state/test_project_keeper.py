"""What is done to a recording is in its project, and is there again in another life of the program."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.library.project_reading import read_library_project
from desktop_app.core.library.values import Entry
from desktop_app.core.pipeline.given import Missing
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.summary import read_summary
from desktop_app.core.project.values import WorkState
from desktop_app.jobs.projects import Projects
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_lines import row_line
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.recording_troubles import lost_sound, project_troubles
from desktop_app.ui.state.session import Session

TALK = transcript(turn("hello there"), turn("yes", 2000, BEN))


@pytest.fixture
def kept(qtbot: QtBot, session: Session, recordings: list[Path]) -> Recording:
    """A recording that waits for its job, and has its project."""
    one = session.open(recordings[:1])
    assert one is not None
    qtbot.waitUntil(lambda: one.project is not None)
    return one


@pytest.fixture
def transcribed(qtbot: QtBot, kept: Recording, service: ScriptedService) -> Recording:
    service.finish(1, TALK, b"voices")
    qtbot.waitUntil(lambda: kept.state is State.DONE and kept.saved)
    return kept


class Life:
    """The program, started again on the projects of an earlier life."""

    def __init__(self, qtbot: QtBot, ended: Projects, folder: Path) -> None:
        ended.shutdown()
        self.service = ScriptedService()
        self.projects = Projects(lambda: folder)
        projects = sorted(folder.glob("*.diarist"))
        self.session = Session(self.service, ProjectKeeper(self.projects))
        self.session.stored.take([Entry(path, read_library_project(path).summary) for path in projects])
        self._qtbot = qtbot

    def load(self, number: int = 0) -> Recording:
        one = self.session.recordings[number]
        self.session.opening.load(one)
        self._qtbot.waitUntil(lambda: one.state not in {State.STORED, State.OPENING})
        return one


@pytest.fixture
def again(qtbot: QtBot, projects: Projects, tmp_path: Path) -> Iterator[Callable[[], Life]]:
    lives: list[Life] = []

    def begin() -> Life:
        lives.append(Life(qtbot, projects, tmp_path / "projects"))
        return lives[-1]

    yield begin
    for life in lives:
        life.projects.shutdown()


def test_a_recording_has_a_project_as_soon_as_it_is_opened(kept: Recording, tmp_path: Path) -> None:
    assert kept.project == tmp_path / "projects" / "first.diarist"
    summary = read_summary(kept.project)
    assert (summary.name, summary.state, summary.sound) == ("first", WorkState.WAITING, kept.path)


def test_the_machine_s_transcript_and_its_voices_are_kept(transcribed: Recording) -> None:
    assert transcribed.project is not None
    with open_project(transcribed.project, read_only=True) as project:
        assert project.text is not None
        assert project.text.base.transcript == TALK
        assert project.voices == b"voices"
        assert project.facts.work.state is WorkState.TRANSCRIBED


def test_edits_and_what_was_undone_are_there_after_a_restart(
    qtbot: QtBot, transcribed: Recording, again: Callable[[], Life]
) -> None:
    transcribed.document.rename(ANNA.id, "Anna")
    transcribed.document.rename(BEN.id, "Ben")
    transcribed.document.undo()
    one = again().load()
    document = one.document
    assert [each.name for each in document.speakers] == ["Anna", "Speaker 2"]
    document.redo()
    assert [each.name for each in document.speakers] == ["Anna", "Ben"]
    document.undo()
    document.undo()
    assert document.transcript == TALK
    assert one.can_regroup
    assert one.voices == b"voices"


def test_who_is_known_after_a_restart_is_who_was_known_before(
    transcribed: Recording, again: Callable[[], Life]
) -> None:
    document = transcribed.document
    document.rename(BEN.id, "Ben")
    document.merge(ANNA.id, BEN.id)
    before = document.known_speakers()
    assert again().load().document.known_speakers() == before


def test_the_first_movement_after_a_restart_is_a_step_of_its_own(
    transcribed: Recording, again: Callable[[], Life]
) -> None:
    alone = transcript(turn("hello there"), turn("yes", 2000, ANNA))
    transcribed.document.regroup(alone, JobOptions(1, 1), 1)
    document = again().load().document
    document.regroup(TALK, JobOptions(2, 2), 1)
    document.undo()
    assert document.transcript.turns == alone.turns


def test_a_job_that_was_not_done_when_the_program_ended_goes_on(
    qtbot: QtBot, kept: Recording, service: ScriptedService, again: Callable[[], Life]
) -> None:
    service.work(1)
    qtbot.waitUntil(lambda: kept.state is State.WORKING)
    life = again()
    qtbot.waitUntil(lambda: len(life.service.submitted) == 1)
    assert life.service.submitted == [(kept.path, kept.options)]
    life.service.finish(1, TALK)
    (one,) = life.session.recordings
    qtbot.waitUntil(lambda: one.state is State.DONE and one.saved)
    assert one.document.transcript == TALK


def test_what_was_asked_of_the_job_is_asked_again(
    qtbot: QtBot, session: Session, recordings: list[Path], service: ScriptedService, again: Callable[[], Life]
) -> None:
    session.options = JobOptions(3, 3)
    one = session.open(recordings[:1])
    assert one is not None
    qtbot.waitUntil(lambda: one.project is not None)
    life = again()
    qtbot.waitUntil(lambda: life.service.submitted == [(recordings[0], JobOptions(3, 3))])


def test_a_cancelled_job_does_not_go_on_by_itself(
    qtbot: QtBot, session: Session, kept: Recording, again: Callable[[], Life]
) -> None:
    session.jobs.cancel(kept)
    qtbot.waitUntil(lambda: kept.state is State.CANCELLED)
    life = again()
    assert life.load().state is State.CANCELLED
    assert life.service.submitted == []


@pytest.mark.parametrize("way", ["cancelled", "failed"])
def test_what_was_ready_of_an_interrupted_job_is_there_after_a_restart(
    qtbot: QtBot,
    session: Session,
    kept: Recording,
    service: ScriptedService,
    again: Callable[[], Life],
    way: str,
) -> None:
    service.work(1)
    service.send(1, turn("hello there"))
    qtbot.waitUntil(kept.document.has_words)
    kept.document.rename(ANNA.id, "Anna")
    if way == "cancelled":
        session.jobs.cancel(kept)
    else:
        service.fail(1, "The engine stopped.")
    qtbot.waitUntil(lambda: not kept.busy and kept.saved)
    transcript = again().load().document.transcript
    assert [each.text for each in transcript.turns] == ["hello there"]
    assert transcript.speaker(ANNA.id).name == "Anna"
    assert transcript.incomplete_from_ms == 550
    assert transcript.warnings == ("The transcription was interrupted: from 00:00 on, the words are missing.",)


def test_why_a_job_failed_is_said_after_a_restart(
    qtbot: QtBot, kept: Recording, service: ScriptedService, again: Callable[[], Life]
) -> None:
    service.work(1)
    service.fail(1, "The engine stopped.")
    qtbot.waitUntil(lambda: kept.state is State.FAILED)
    one = again().load()
    assert (one.state, row_line(one)) == (State.FAILED, "The engine stopped.")


def test_a_stored_recording_says_what_it_is_before_it_is_read(
    transcribed: Recording, again: Callable[[], Life]
) -> None:
    (one,) = again().session.recordings
    assert (one.state, one.name, row_line(one)) == (State.STORED, "first", "00:02 · 2 speakers")


def test_a_recording_that_is_stored_is_shown_and_not_opened_again(
    transcribed: Recording, recordings: list[Path], again: Callable[[], Life]
) -> None:
    life = again()
    (one,) = life.session.recordings
    assert life.session.open(recordings[:1]) is one
    assert life.session.open([transcribed.project]) is one
    assert life.service.submitted == []


def test_a_project_from_anywhere_is_opened(
    qtbot: QtBot, transcribed: Recording, tmp_path: Path, again: Callable[[], Life]
) -> None:
    life = again()
    elsewhere = tmp_path / "from a friend.diarist"
    elsewhere.write_bytes(transcribed.project.read_bytes())
    one = life.session.open([elsewhere])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert one.document.transcript == TALK
    one.document.rename(ANNA.id, "Anna")
    qtbot.waitUntil(lambda: one.saved)
    with open_project(transcribed.project, read_only=True) as project:
        assert project.text.transcript == TALK


def test_a_project_that_another_program_has_open_is_shown_and_not_changed_until_a_copy_is_kept(
    qtbot: QtBot, transcribed: Recording, again: Callable[[], Life]
) -> None:
    life = again()
    with open_project(transcribed.project):
        one = life.load()
        assert "has it open" in project_troubles(one)[0]
        assert not one.document.rename(ANNA.id, "Anna")
        assert not one.document.can_edit
        assert not one.can_regroup
        life.session.keeper.keep_copy(one)
        qtbot.waitUntil(lambda: project_troubles(one) == ())
    assert one.project == transcribed.project.with_name("first (copy).diarist")
    assert one.name == "first (copy)"
    assert one.document.rename(ANNA.id, "Anna")
    qtbot.waitUntil(lambda: one.saved)


def test_a_damaged_project_shows_what_can_be_read_and_a_copy_of_that_can_be_kept(
    qtbot: QtBot, transcribed: Recording, again: Callable[[], Life]
) -> None:
    life = again()
    path = transcribed.project
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE parts SET data = x'00' WHERE key = 'voices'")
    connection.close()
    before = path.read_bytes()
    one = life.load()
    assert project_troubles(one)[0].startswith("The project is damaged. What is lost: ")
    assert one.document.transcript == TALK
    life.session.keeper.keep_copy(one)
    qtbot.waitUntil(lambda: project_troubles(one) == ())
    assert path.read_bytes() == before
    assert one.document.rename(ANNA.id, "Anna")
    qtbot.waitUntil(lambda: one.saved)


def test_a_sound_that_was_moved_beside_the_project_is_found_again(
    transcribed: Recording, again: Callable[[], Life]
) -> None:
    moved = transcribed.project.parent / "first.wav"
    transcribed.path.rename(moved)
    one = again().load()
    assert (one.path, lost_sound(one)) == (moved, "")


def test_a_sound_that_is_gone_is_said_and_can_be_shown(
    qtbot: QtBot, transcribed: Recording, tmp_path: Path, again: Callable[[], Life]
) -> None:
    elsewhere = tmp_path / "elsewhere.wav"
    transcribed.path.rename(elsewhere)
    one = again().load()
    assert lost_sound(one).startswith("Its sound is not at ")
    assert one.document.rename(ANNA.id, "Anna")
    one.take_sound(elsewhere)
    assert lost_sound(one) == ""
    qtbot.waitUntil(lambda: one.saved)
    with open_project(one.project, read_only=True) as project:
        assert project.facts.sound.absolute == str(elsewhere)


def test_another_sound_in_the_place_of_the_recording_is_said(transcribed: Recording, again: Callable[[], Life]) -> None:
    transcribed.path.write_bytes(b"something else, and of another length")
    assert lost_sound(again().load()).startswith("Another sound lies at ")


def test_voices_are_not_kept_where_they_are_not_to_be(
    qtbot: QtBot, session: Session, recordings: list[Path], service: ScriptedService
) -> None:
    session.options = JobOptions(keep_voices=False)
    one = session.open(recordings[:1])
    service.finish(1, TALK, b"voices")
    qtbot.waitUntil(lambda: one.state is State.DONE and one.saved)
    assert one.can_regroup  # as long as the window is open
    with open_project(one.project, read_only=True) as project:
        assert project.voices is None


def test_what_another_window_works_on_is_not_begun_here_too(
    qtbot: QtBot, kept: Recording, again: Callable[[], Life]
) -> None:
    project = kept.project
    life = again()
    (one,) = life.session.recordings
    life.projects.shutdown()
    with open_project(project):
        other = Projects(project.parent.absolute)
        service = ScriptedService()
        session = Session(service, ProjectKeeper(other))
        session.stored.take([Entry(project, read_library_project(project).summary)])
        (one,) = session.recordings
        qtbot.waitUntil(lambda: bool(one.read_only))
        assert one.state is State.STORED
        assert service.submitted == []
        other.shutdown()


def test_a_recording_and_its_file_have_one_name(
    qtbot: QtBot, transcribed: Recording, again: Callable[[], Life]
) -> None:
    transcribed.describe("Harbour", "by the water", ("ships", "2026"))
    qtbot.waitUntil(lambda: transcribed.project.name == "Harbour.diarist" and transcribed.saved)
    one = again().load()
    assert (one.name, one.note, one.tags) == ("Harbour", "by the water", ("ships", "2026"))


def test_a_file_that_was_renamed_in_the_file_manager_gives_its_name_to_the_recording(
    transcribed: Recording, projects: Projects, again: Callable[[], Life]
) -> None:
    projects.shutdown()
    transcribed.project.rename(transcribed.project.with_name("Pilots.diarist"))
    assert again().load().name == "Pilots"


@pytest.mark.parametrize("content", [b"", b"not a project at all"], ids=["empty", "text"])
def test_a_file_that_is_no_project_says_why_and_stays_as_it_is(
    qtbot: QtBot, session: Session, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "strange.diarist"
    path.write_bytes(content)
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.FAILED)
    assert one.failure is not None
    assert one.failure.reason.startswith("It cannot be opened: it ")
    assert path.read_bytes() == content


def test_three_hundred_at_once_are_all_there_after_a_restart(
    qtbot: QtBot, session: Session, tmp_path: Path, again: Callable[[], Life]
) -> None:
    paths = [tmp_path / f"{number}.wav" for number in range(300)]
    for path in paths:
        path.write_bytes(b"not really sound")
    session.open(paths)
    life = again()
    qtbot.waitUntil(lambda: {each.path for each in life.session.recordings} == set(paths))
    qtbot.waitUntil(lambda: len(life.service.submitted) == 300, timeout=30_000)


def test_what_a_file_lacks_goes_on_being_looked_for(
    qtbot: QtBot, session: Session, service: ScriptedService, tmp_path: Path, again: Callable[[], Life]
) -> None:
    soundfile.write(tmp_path / "talk.wav", np.zeros(80_000, np.float32), 16_000)
    (tmp_path / "talk.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHello.\n")
    one = session.open([tmp_path / "talk.srt"])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    session.transcribing.find_missing(one)
    service.work(1)
    qtbot.waitUntil(lambda: one.state is State.WORKING and one.project is not None and one.saved)
    life = again()
    qtbot.waitUntil(lambda: len(life.service.submitted) == 1)
    (given,) = life.service.given
    assert given is not None
    assert given.missing is Missing.SPEAKERS
    assert [each.text for each in given.transcript.turns] == ["Hello."]
    assert life.service.submitted[0][0] == tmp_path / "talk.wav"
    life.service.fail(1, "The engine stopped.")
    (reopened,) = life.session.recordings
    qtbot.waitUntil(lambda: reopened.state is State.DONE)
    assert [each.text for each in reopened.document.transcript.turns] == ["Hello."]


def test_a_meeting_is_the_same_in_another_life(
    qtbot: QtBot, session: Session, recordings: list[Path], again: Callable[[], Life]
) -> None:
    one = session.open_meeting(recordings)
    qtbot.waitUntil(lambda: one.project is not None and one.saved)
    life = again()
    qtbot.waitUntil(lambda: len(life.service.submitted) == 1)
    assert life.service.submitted == [(recordings[0], JobOptions(per_channel=True))]
    assert life.service.together == [tuple(recordings[1:])]
