"""A project among the exports: whole, with all that a job found, and in nobody's way."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.export.destination import Destination
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.registry import format_for
from desktop_app.core.export.try_destination import try_destination
from desktop_app.core.export.write import export_transcript
from desktop_app.core.pipeline.kept_voices import with_kept_voices
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.project.database import journal_of
from desktop_app.core.project.export_format import PROJECT_FORMAT, in_hand, of_job
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.sound import find_sound
from desktop_app.core.project.values import WorkState
from desktop_app.core.store.content_id import content_id
from desktop_app.core.transcript.edits import History
from desktop_app.core.transcript.values import AudioSource, Transcript
from project.talks import renamed, talk

OPTIONS = JobOptions(2, 3)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sounds" / "talk.wav"
    path.parent.mkdir()
    path.write_bytes(b"RIFF and what follows")
    return path


@pytest.fixture
def transcript(sound: Path) -> Transcript:
    return replace(talk(), audio=AudioSource(str(sound), 5000, sha256=content_id(sound)))


def export(transcript: Transcript, folder: Path, *, replace: bool = False) -> Path:
    place = Destination(folder, "talk", in_hand=in_hand)
    formats = of_job([PROJECT_FORMAT], OPTIONS, folder)
    (path,) = export_transcript(transcript, place, formats, origin_of(transcript), replace=replace).paths
    return path


def test_a_project_holds_what_the_job_found_and_was_asked_for(
    transcript: Transcript, sound: Path, tmp_path: Path
) -> None:
    kept = with_kept_voices(Transcription(transcript, b"packed voices"))
    with open_project(export(kept, tmp_path / "texts")) as project:
        assert project.text is not None
        assert (project.text.base, project.voices) == (MachineTranscript(kept, OPTIONS), b"packed voices")
        facts = project.facts
        assert (facts.recording.name, facts.work.state, facts.options) == ("talk", WorkState.TRANSCRIBED, OPTIONS)
        assert facts.recording.made_at.timestamp() == pytest.approx(sound.stat().st_mtime)
        assert facts.sound is not None
        assert (facts.sound.relative, find_sound(project.path, facts.sound)) == ("../sounds/talk.wav", sound)


def test_voices_that_were_not_kept_are_not_in_it(transcript: Transcript, tmp_path: Path) -> None:
    with open_project(export(transcript, tmp_path)) as project:
        assert project.voices is None


def test_what_an_interrupted_job_had_ready_is_no_finished_work(transcript: Transcript, tmp_path: Path) -> None:
    with open_project(export(replace(transcript, incomplete_from_ms=900), tmp_path)) as project:
        assert project.facts.work.state is WorkState.CANCELLED


def test_a_recording_that_came_through_a_pipe_has_a_project_too(tmp_path: Path) -> None:
    with open_project(export(replace(talk(), audio=AudioSource("stdin", 5000)), tmp_path)) as project:
        assert project.facts.recording.name == "stdin"


def test_a_project_is_renewed_until_a_person_has_changed_it(transcript: Transcript, tmp_path: Path) -> None:
    path = export(transcript, tmp_path)
    assert export(transcript, tmp_path) == path
    with open_project(path) as project:
        project.record_history(*renamed((History(), transcript), "Anna"))
    assert export(transcript, tmp_path) == tmp_path / "talk (2).diarist"
    with open_project(path) as project:
        assert project.text is not None
        assert project.text.transcript.speakers[0].name == "Anna"


@pytest.mark.parametrize("replace", [False, True])
def test_a_project_that_is_open_is_never_replaced(transcript: Transcript, tmp_path: Path, replace: bool) -> None:
    path = export(transcript, tmp_path)
    with open_project(path) as project:
        assert export(transcript, tmp_path, replace=replace) == tmp_path / "talk (2).diarist"
        project.set_voices(b"still mine")
    assert export(transcript, tmp_path, replace=True) == path


def test_no_project_gets_a_name_beside_which_a_change_was_left_half_done(
    transcript: Transcript, tmp_path: Path
) -> None:
    journal_of(tmp_path / "talk.diarist").write_bytes(b"what SQLite would undo in the new file")
    assert export(transcript, tmp_path).name == "talk (2).diarist"


def test_a_name_must_leave_room_for_what_lies_beside_an_open_project(transcript: Transcript, tmp_path: Path) -> None:
    place = Destination(tmp_path, "n" * 240, in_hand=in_hand)
    with pytest.raises(ExportError, match="its name is too long"):
        try_destination(place, ["diarist"], origin_of(transcript), needed_bytes=0)


def test_it_is_found_by_its_ending_where_it_is_offered() -> None:
    assert format_for(".diarist", [PROJECT_FORMAT]) is PROJECT_FORMAT
    with pytest.raises(ValueError, match="'diarist': there are txt, docx, odt"):
        format_for("diarist")
