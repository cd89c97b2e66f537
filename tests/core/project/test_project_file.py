"""What is told to a project is in its file, exactly, when it is opened again."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.export.json_fields import Field
from desktop_app.core.pipeline.edits import FullPass
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project import project_file
from desktop_app.core.project.errors import NotAProject, ProjectGone, ProjectNameTaken, ProjectTooNew
from desktop_app.core.project.machine import Maker
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.options_json import options_document, read_options
from desktop_app.core.project.values import Peaks, Reading, Sound, Work, WorkState
from desktop_app.core.transcript.edits import History, MergeSpeakers, Reassign
from desktop_app.core.transcript.values import Transcript
from project.talks import FACTS, changes, made, renamed, talk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Harbour talk.diarist"


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_project_is_there_from_the_moment_a_recording_is_added(path: Path) -> None:
    with create_project(path, FACTS) as project:
        created = project.id
    with open_project(path) as project:
        assert (project.id, project.facts, project.text) == (created, FACTS, None)
        assert project.facts.work.state is WorkState.WAITING


def test_nothing_stays_beside_a_project_that_is_closed(path: Path) -> None:
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        assert names_in(path.parent) == [f".{path.name}.lock", path.name]
    assert names_in(path.parent) == [path.name]


def test_everything_that_is_said_of_the_recording_comes_back(path: Path) -> None:
    facts = replace(
        FACTS,
        sound=Sound("sounds/a \udcff.wav", "/sounds/a \udcff.wav", 1234, "ab" * 32, 5000),
        work=Work(WorkState.FAILED, "the disk was full"),
        options=JobOptions(2, 4, sensitivity=0.25, track=2, language="fi"),
        reading=Reading(61_000, {"zoom": 1.5, "folded": [1, None, "x"]}),
        export_folder=Path("/exports"),
    )
    with create_project(path, FACTS) as project:
        project.set_facts(facts)
        project.set_voices(b"voices\0")
        project.set_peaks(Peaks("dat/1", b"\1\2" * 5000))
    with open_project(path) as project:
        assert (project.facts, project.voices) == (facts, b"voices\0")
        assert project.peaks == Peaks("dat/1", b"\1\2" * 5000)
        project.set_voices(None)
    with open_project(path) as project:
        assert project.voices is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), is_draft=st.booleans(), reopened_at=st.integers(0, 15))
def test_any_edits_done_undone_and_done_again_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, seed: int, is_draft: bool, reopened_at: int
) -> None:
    path = tmp_path_factory.mktemp("projects") / "talk.diarist"
    base = made(maker=Maker.CAPTIONS if is_draft else Maker.JOB)
    project = create_project(path, FACTS)
    project.record_transcript(base)
    for number, (history, transcript) in enumerate(changes(seed, base.transcript, 15, is_draft=is_draft)):
        project.record_history(history, transcript)
        if number == reopened_at:
            project.release()  # without the snapshot of closing
            project = open_project(path)
    project.release()
    with open_project(path, read_only=True) as found:
        assert found.losses == ()
        assert found.text is not None
        assert (found.text.base, found.text.history, found.text.transcript) == (base, history, transcript)


def test_every_edit_can_be_undone_and_done_again_after_a_restart(path: Path) -> None:
    first = made()
    with create_project(path, FACTS) as project:
        project.record_transcript(first)
        for state in changes(7, first.transcript, 40):
            project.record_history(*state)
    with open_project(path) as project:
        assert project.text is not None
        history, transcript = project.text.history, project.text.transcript
    assert history.done
    while history.done:
        history, transcript = history.undo(transcript)
    assert transcript == first.transcript
    while history.undone:
        history, transcript = history.redo(transcript)


def test_only_what_is_new_of_the_edits_is_written(path: Path) -> None:
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        state = renamed((History(), talk()), "Anna")
        project.record_history(*state)
        written = [row.digest for row in project.image.rows.tables["steps"].values()]
        project.record_history(*renamed(state, "Ann"))
        steps = project.image.rows.tables["steps"]
        assert [row.digest for row in steps.values()][:1] == written
        assert len(steps) == 2


def test_the_transcript_of_a_job_takes_the_place_of_a_draft_and_both_are_kept(path: Path) -> None:
    draft, job = talk(3), talk(5)
    with create_project(path, FACTS) as project:
        project.record_transcript(made(draft, Maker.CAPTIONS))
        assert project.text is not None
        assert project.text.is_draft
        done = History().do(FullPass(draft, job, JobOptions()), draft)
        project.record_history(*done)
        undone = done[0].undo(done[1])
        project.record_history(*renamed(undone, "Anna"))
    with open_project(path) as project:
        assert project.text is not None
        assert project.text.is_draft
        assert [project.image.machine.get(number).transcript for number in (1, 2)] == [draft, job]


def test_a_second_job_begins_anew_and_the_first_transcript_is_kept(path: Path) -> None:
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(*renamed((History(), talk()), "Anna"))
        project.record_transcript(made(talk(2)))
    with open_project(path) as project:
        assert project.text is not None
        assert project.text.transcript == talk(2)
        assert project.text.history == History()
        assert project.image.machine.get(1).transcript == talk()


def test_what_a_machine_made_last_and_the_options_of_its_speakers_are_known(path: Path) -> None:
    draft, job = talk(3), talk(5)
    with create_project(path, FACTS) as project:
        project.record_transcript(made(draft, Maker.CAPTIONS))
        project.record_history(*History().do(FullPass(draft, job, JobOptions(2, 2)), draft))
    with open_project(path) as project:
        assert project.text is not None
        assert (project.text.original.transcript, project.text.options) == (job, JobOptions(2, 2))


def many_names(transcript: Transcript, count: int) -> tuple[History, Transcript]:
    state = (History(), transcript)
    for number in range(count):
        state = renamed(state, f"Name {number}")
    return state


@pytest.mark.parametrize("undone", [0, 5, 600])
def test_many_steps_are_read_from_the_snapshot_as_without_it(path: Path, undone: int) -> None:
    history, transcript = many_names(talk(), 1600)
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(history, transcript)
        project.write_snapshot()
        for _ in range(undone):
            history, transcript = history.undo(transcript)
        project.record_history(history, transcript)
        project.release()
    with open_project(path) as project:
        assert project.text is not None
        assert (project.text.history, project.text.transcript) == (history, transcript)


def test_a_snapshot_of_edits_that_are_no_more_is_not_used(path: Path) -> None:
    history, transcript = many_names(talk(), 1500)
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(history, transcript)
        project.write_snapshot()
        for _ in range(300):
            history, transcript = history.undo(transcript)
        for number in range(400):
            history, transcript = renamed((history, transcript), f"Other {number}")
        project.record_history(history, transcript)
        project.release()
    with open_project(path) as project:
        assert project.text is not None
        assert project.text.transcript == transcript


def test_a_step_that_is_read_with_what_was_before_it_is_as_it_was_after_many_steps(path: Path) -> None:
    state = many_names(talk(), 1200)
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(*state)
        for _ in range(2):
            kept, gone = state[1].speakers[:2]
            state = state[0].do(MergeSpeakers.of(state[1], kept=kept.id, gone=gone.id), state[1])
            project.record_history(*state)
            state = renamed(state, "Anna")
            project.record_history(*state)
        assert "snapshot after 1200" in project.image.rows.tables["parts"]
        project.release()
    with open_project(path) as project:
        assert project.text is not None
        assert (project.text.history, project.text.transcript) == state
        history, transcript = project.text.history.undo(project.text.transcript)
        history, transcript = history.undo(transcript)
        project.record_history(*renamed((history, transcript), "Ann"))
        project.release()
    with open_project(path) as project:
        assert project.text is not None
        assert project.text.transcript == renamed((history, transcript), "Ann")[1]


def test_the_text_is_written_down_whole_now_and_then_and_when_it_is_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_file, "SNAPSHOT_EVERY", 5)
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        state = (History(), talk())
        for number in range(5):
            assert "snapshot" not in project.image.rows.tables["parts"]
            state = renamed(state, f"Name {number}")
            project.record_history(*state)
        assert "snapshot" in project.image.rows.tables["parts"]
        before = project.image.rows.tables["parts"]["snapshot"]
        project.record_history(*renamed(state, "Anna"))
    assert project.image.rows.tables["parts"]["snapshot"] != before


def test_an_edit_that_nobody_declared_is_refused_and_nothing_is_changed(path: Path) -> None:
    plain = Reassign(talk().speakers, talk().turns, talk().speakers, ())
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        state = renamed((History(), talk()), "Anna")
        project.record_history(*state)
        with pytest.raises(TypeError, match="Reassign has no StepKind"):
            project.record_history(*History().do(plain, talk()))
    with open_project(path) as project:
        assert project.text is not None
        assert project.text.transcript == state[1]


def test_edits_need_a_transcript(path: Path) -> None:
    with create_project(path, FACTS) as project, pytest.raises(ValueError, match="no transcript"):
        project.record_history(*renamed((History(), talk()), "Anna"))


def test_a_file_that_is_there_is_not_replaced_by_a_new_project(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(ProjectNameTaken, match="already"):
        create_project(path, FACTS)
    assert path.read_text() == "mine"
    assert names_in(path.parent) == [path.name]


def test_a_file_that_is_not_there_is_said_to_be_gone(path: Path) -> None:
    with pytest.raises(ProjectGone, match="is not there"):
        open_project(path)
    with pytest.raises(ProjectGone, match="its folder is not there"):
        open_project(path / "deeper" / "talk.diarist")


@pytest.mark.parametrize("read_only", [True, False])
def test_files_of_others_are_refused_and_left_as_they_are(path: Path, read_only: bool) -> None:
    for content in (b"", b"text" * 1000, b"SQLite format 3\0"):
        path.write_bytes(content)
        with pytest.raises(NotAProject):
            open_project(path, read_only=read_only)
        assert path.read_bytes() == content
    assert names_in(path.parent) == [path.name]


def test_a_database_of_another_program_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE facts (key)")
    before = path.read_bytes()
    with pytest.raises(NotAProject, match="not a Diarist project"):
        open_project(path)
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_with_the_version_that_wrote_it(path: Path) -> None:
    create_project(path, FACTS).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(ProjectTooNew, match=r"written by Diarist \d+\.\d+"):
        open_project(path)


def test_an_edit_of_a_newer_version_is_refused_as_well(path: Path) -> None:
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(*renamed((History(), talk()), "Anna"))
        steps = project.image.rows.tables["steps"]
        steps[1] = type(steps[1]).of(
            "steps", 1, "paint", steps[1].data, after=project.image.rows.tables["transcripts"][1].digest
        )
        project.image.unsaved["steps", 1] = None
        project.image._move(replace(project.image._position, tip=steps[1].digest))
        project.set_voices(b"x")
        project.release()
    with pytest.raises(ProjectTooNew):
        open_project(path)


def test_the_journal_is_no_wal_and_the_writing_is_full(path: Path) -> None:
    with create_project(path, FACTS) as project:
        connection = project._connection
        assert connection is not None
        settings = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert settings == ["delete", 2]


def test_options_from_before_something_could_be_chosen_leave_it_as_it_was() -> None:
    document = {key: each for key, each in options_document(JobOptions(2, 2)).items() if key != "language"}
    assert read_options(Field(document)) == JobOptions(2, 2)
    del document["per_channel"]
    assert read_options(Field(document)) == JobOptions(2, 2)
    apart = JobOptions(per_channel=True)
    assert read_options(Field(options_document(apart))) == apart
