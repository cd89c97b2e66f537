from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.core.project.errors import NotAProject, ProjectDamaged, ProjectGone
from desktop_app.core.project.opening import create_project
from desktop_app.core.project.summary import ProjectSummary, read_summary, read_transcript
from desktop_app.core.project.values import Sound, Work, WorkState
from desktop_app.core.transcript.edits import History
from project.talks import FACTS, made, renamed, talk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talk.diarist"


def test_a_list_shows_a_project_that_waits(path: Path) -> None:
    with create_project(path, FACTS) as project:
        summary = read_summary(path)
    assert summary == ProjectSummary(
        path=path,
        id=project.id,
        name="Harbour talk",
        made_at=datetime(2026, 11, 25, 14, 3, 12, tzinfo=UTC),
        duration_ms=None,
        speakers=(),
        state=WorkState.WAITING,
        note="",
        tags=("harbour",),
        sound=None,
        recorded_here=False,
        changed_at=summary.changed_at,
    )


def test_a_list_shows_the_newest_state_of_a_project_that_is_open(path: Path) -> None:
    with create_project(path, FACTS) as project:
        created = read_summary(path)
        project.record_transcript(made())
        project.record_history(*renamed((History(), talk()), "Anna"))
        sound = Sound("talk.wav", "/sounds/talk.wav", duration_ms=7200)
        project.set_facts(replace(FACTS, sound=sound, work=Work(WorkState.CORRECTING)))
        summary = read_summary(path)
    assert summary.speakers == ("Anna", "Speaker 2", "Speaker 3")
    assert (summary.state, summary.duration_ms, summary.sound) == (
        WorkState.CORRECTING,
        7200,
        Path("/sounds/talk.wav"),
    )
    assert summary.changed_at > created.changed_at


def test_the_words_of_a_project_are_those_of_now(path: Path) -> None:
    with create_project(path, FACTS) as project:
        assert read_transcript(path) is None
        project.record_transcript(made())
        state = renamed((History(), talk()), "Anna")
        project.record_history(*state)
        assert read_transcript(path) == state[1]


def test_what_cannot_be_shown_is_told(path: Path) -> None:
    with pytest.raises(ProjectGone):
        read_summary(path)
    path.write_bytes(b"text" * 2000)
    with pytest.raises(NotAProject):
        read_summary(path)


def test_a_summary_that_is_spoilt_is_told(path: Path) -> None:
    create_project(path, FACTS).close()
    path.write_bytes(path.read_bytes().replace(b"Harbour talk", b"Harbour walk"))
    with pytest.raises(ProjectDamaged):
        read_summary(path)


def test_the_words_of_a_damaged_project_are_not_given_as_if_they_were_whole(path: Path) -> None:
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
        project.record_history(*renamed((History(), talk()), "Anna"))
        project.release()
    path.write_bytes(path.read_bytes().replace(b'"new":"Anna"', b'"new":"Emma"'))
    with pytest.raises(ProjectDamaged, match="the last 1 of 1 changes"):
        read_transcript(path)
