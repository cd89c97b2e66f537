"""What becomes of a recording that was captioned: a project, or the next start finds it."""

import io
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.capture.recordings_folder import recordings_folder
from desktop_app.core.capture.recovery import unfinished
from desktop_app.core.capture.segments import segment_path
from desktop_app.core.capture.sidecar import RecordingState, Sidecar, write_sidecar
from desktop_app.core.capture.values import EndReason, Recorded
from desktop_app.core.capture.wav_file import WavFile
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.values import Work, WorkState
from desktop_app.core.store.content_id import content_id
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from desktop_app.terminal.caption_lines import TextCaptions
from desktop_app.terminal.captioned import Captioned, Captions, Kept, keep, let_go

STARTED_AT = datetime(2026, 11, 25, 14, 3, 12, tzinfo=UTC)
WORDS = Captions(
    Transcript(
        AudioSource("elsewhere.wav", 900, 16_000, 1),
        (Speaker("S1", "Speaker 1", 0),),
        (Turn("S1", 0, 900, (Word("Hello.", 0, 900),), (Span(0, 900),)),),
    )
)


@pytest.fixture
def recorded() -> Recorded:
    """A recording that was stopped, in the folder where recordings lie."""
    folder = recordings_folder() / "Recording 2026-11-25 14.03.12"
    folder.mkdir(parents=True)
    sound = folder / f"{folder.name}.wav"
    with WavFile(sound, 16_000) as file:
        file.write(np.zeros(16_000, np.int16))
    write_sidecar(folder, Sidecar(STARTED_AT, "Desk", 16_000, RecordingState.FINISHED, sound.name, to_offer=True))
    return Recorded(folder, sound, 1000)


def kept(recorded: Recorded, captions: Captions, wav_out: Path | None = None) -> tuple[Kept, list[str]]:
    errors = io.StringIO()
    made = keep(Captioned(recorded, STARTED_AT, captions), wav_out, TextCaptions(io.StringIO(), errors))
    let_go(made)
    return made, errors.getvalue().splitlines()


def test_its_project_has_the_captions_as_its_draft_and_it_is_offered_no_more(recorded: Recorded) -> None:
    made, said = kept(recorded, WORDS)
    assert made.project == recorded.folder.with_name(f"{recorded.folder.name}.diarist")
    assert said == [f"Recorded 00:01 to {recorded.sound}", f"Its project is {made.project}"]
    with open_project(made.project) as project:
        assert project.facts.recording.made_at == STARTED_AT
        assert project.facts.work == Work(WorkState.DRAFT)
        assert project.text is not None
        assert project.text.is_draft
        audio = project.text.transcript.audio
        assert (audio.file, audio.sha256) == (str(recorded.sound), content_id(recorded.sound))
    assert made.is_good
    assert unfinished(recorded.folder.parent) == ()


def test_without_captions_the_project_says_why_there_is_no_text(recorded: Recorded) -> None:
    made, _ = kept(recorded, Captions(None, "There are no captions: no model."))
    assert made.project is not None
    with open_project(made.project) as project:
        assert project.text is None
        assert project.facts.work == Work(WorkState.FAILED, "There are no captions: no model.")
    assert not made.is_good


def test_a_recording_that_went_elsewhere_is_known_by_the_name_it_has_there(recorded: Recorded, tmp_path: Path) -> None:
    made, _ = kept(recorded, WORDS, tmp_path / "talk.wav")
    assert made.project == recorded.folder.with_name("talk.diarist")
    with open_project(made.project) as project:
        assert project.facts.recording.name == "talk"
        assert project.facts.sound is not None
        assert project.facts.sound.absolute == str(tmp_path / "talk.wav")
    assert not recorded.folder.exists()


def test_without_a_project_everything_stays_and_the_next_start_finds_it(
    recorded: Recorded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("desktop_app.terminal.captioned.chosen_projects_folder", lambda: tmp_path / "file" / "projects")
    made, said = kept(recorded, WORDS, tmp_path / "talk.wav")
    assert (made.project, made.is_good) == (None, False)
    assert said[-1].startswith("diarist: there is no project of the recording: ")
    assert said[-1].endswith(" The window makes one when it starts.")
    assert [each.folder for each in unfinished(recorded.folder.parent)] == [recorded.folder]


def test_a_recording_in_parts_has_a_project_when_it_is_whole(recorded: Recorded) -> None:
    part = segment_path(recorded.folder, 0)
    recorded.sound.rename(part)
    apart = Recorded(recorded.folder, part, 1000, 0, EndReason.FAILED, "There is no room to join its parts.")
    made, _ = kept(apart, WORDS)
    assert (made.project, made.is_good) == (None, False)
    assert list(recorded.folder.parent.iterdir()) == [recorded.folder]
