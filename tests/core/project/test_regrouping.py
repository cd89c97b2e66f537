"""Other speakers for a project's text: one more edit, which can be undone, and in which names stay."""

from dataclasses import replace
from pathlib import Path

import pytest
from two_voices import talk, voices

from desktop_app.core.editing import turn_acts
from desktop_app.core.editing.rewriting import rewrite
from desktop_app.core.pipeline.edits import Regroup
from desktop_app.core.pipeline.kept_voices import with_kept_voices
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.regrouping import regroup
from desktop_app.core.project.values import Work, WorkState
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.transcript.edits import RenameSpeaker
from project.talks import FACTS

MADE_WITH = JobOptions(1, 1, track=2)
TWO = JobOptions(2, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talk.diarist"
    with create_project(path, replace(FACTS, work=Work(WorkState.TRANSCRIBED))) as project:
        project.record_transcript(MachineTranscript(talk(), MADE_WITH))
        project.set_voices(voices())
    return path


def names(project: ProjectFile) -> list[str]:
    assert project.text is not None
    transcript = project.text.transcript
    return [transcript.speaker(turn.speaker).name for turn in transcript.turns]


def test_it_is_an_edit_that_is_undone_after_a_restart(path: Path) -> None:
    with open_project(path) as project:
        regroup(project, TWO)
    with open_project(path) as project:
        assert names(project) == ["Speaker 1", "Speaker 2"]
        assert project.text is not None
        assert project.text.options == replace(MADE_WITH, min_speakers=2, max_speakers=2)
        assert project.facts.work.state is WorkState.CORRECTING
        project.record_history(*project.text.history.undo(project.text.transcript))
        assert (project.text.transcript, project.text.options) == (talk(), MADE_WITH)


def test_names_that_a_person_gave_stay_with_their_voices(path: Path) -> None:
    with open_project(path) as project:
        for options, named in ((TWO, "Anna"), (JobOptions(1, 1), ""), (TWO, "")):
            text = regroup(project, options)
            assert text is not None
            if named:
                edit = RenameSpeaker("S2", "Speaker 2", named)
                project.record_history(*text.history.do(edit, text.transcript))
        assert names(project) == ["Speaker 1", "Anna"]


def test_where_the_speakers_are_what_they_are_nothing_is_changed(path: Path) -> None:
    with open_project(path) as project:
        regroup(project, TWO)
    before = path.read_bytes()
    with open_project(path) as project:
        assert regroup(project, TWO) == project.text
    assert path.read_bytes() == before


def test_every_one_is_undone_by_itself(path: Path) -> None:
    with open_project(path) as project:
        regroup(project, TWO)
        text = regroup(project, JobOptions(1, 1))
        assert text is not None
        assert [type(edit) for edit in text.history.done] == [Regroup, Regroup]


def test_voices_that_are_not_in_the_project_may_be_kept_on_this_computer(path: Path) -> None:
    kept = with_kept_voices(Transcription(talk(), voices()))
    with open_project(path) as project:
        project.set_voices(None)
        with pytest.raises(VoicesUnavailable, match="were not kept"):
            regroup(project, TWO)
        project.record_transcript(MachineTranscript(kept, MADE_WITH))
        regroup(project, TWO)
        assert names(project) == ["Speaker 1", "Speaker 2"]


def test_a_project_without_a_text_has_no_speakers_to_change(tmp_path: Path) -> None:
    with create_project(tmp_path / "new.diarist", FACTS) as project:
        assert regroup(project, TWO) is None


def test_what_a_person_typed_and_decided_holds_whatever_is_asked_for(path: Path) -> None:
    with open_project(path) as project:
        text = regroup(project, TWO)
        assert text is not None
        state = text.history, text.transcript
        for edit_of in (
            lambda now: rewrite(now, [0], ["typed words"]),
            lambda now: turn_acts.give_turns(now, [0], "S2"),
        ):
            edit = edit_of(state[1])
            assert edit is not None
            state = state[0].do(edit, state[1])
        project.record_history(*state)
        decided = state[1]
        for options in (JobOptions(1, 1), TWO, JobOptions(1, 3, sensitivity=1.0)):
            found = regroup(project, options)
            assert found is not None
            first = next(found.transcript.spoken_turns())
            assert (first.speaker, first.text) == ("S2", "typed words")
            assert first.words == next(decided.spoken_turns()).words
