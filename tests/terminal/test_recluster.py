"""A transcript's speakers are changed from its kept voices, and no file of the user's is lost over it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from two_voices import talk, voices

from desktop_app.cli import main
from desktop_app.core.export.formats import json_format
from desktop_app.core.export.registry import FORMATS, format_for, usual_formats
from desktop_app.core.pipeline.kept_voices import with_kept_voices
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.values import Facts, Recording
from desktop_app.core.store.voices_cache import voices_folder
from desktop_app.core.transcript.values import Speaker, Transcript, Turn, Word
from desktop_app.terminal.recluster import exports_of, recluster_file, who_speaks

JSON = (format_for("json"),)
TWO = JobOptions(2, 2)


def annas_talk() -> Transcript:
    return talk("Anna", "a" * 64)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.json"
    path.write_text(json_format.render(with_kept_voices(Transcription(annas_talk(), voices()))), encoding="utf-8")
    return path


def read(path: Path) -> Transcript:
    return json_format.parse(path.read_bytes(), path)


def test_the_new_exports_lie_beside_the_transcript_which_stays_as_it_was(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert recluster_file(file, None, usual_formats(), TWO, replace_files=False)
    changed = read(file.with_name("talk.recluster.json"))
    assert [changed.speaker(turn.speaker).name for turn in changed.turns] == ["Anna", "Speaker 2"]
    assert changed.voices == read(file).voices
    assert file.read_bytes() == before
    output = capsys.readouterr()
    assert output.out == "Anna         00:09   50%  1 turn\nSpeaker 2    00:09   50%  1 turn\n"
    assert "talk.recluster.txt, talk.recluster.srt" in output.err


def test_a_file_that_is_there_is_replaced_only_when_asked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = file.with_name("talk.recluster.json")
    mine.write_text("edited for hours", encoding="utf-8")
    assert recluster_file(file, None, JSON, TWO, replace_files=False)
    assert mine.read_text(encoding="utf-8") == "edited for hours"
    assert len(read(file.with_name("talk.recluster (2).json")).speakers) == 2
    said = capsys.readouterr().err
    assert f"{mine} is there already" in said
    assert "is named talk.recluster (2).json (--replace would replace it)" in said
    assert recluster_file(file, None, JSON, TWO, replace_files=True)
    assert len(read(mine).speakers) == 2


def test_other_speakers_for_the_same_transcript_renew_what_was_written(file: Path) -> None:
    assert recluster_file(file, None, JSON, TWO, replace_files=False)
    assert recluster_file(file, None, JSON, JobOptions(1, 1), replace_files=False)
    assert len(read(file.with_name("talk.recluster.json")).speakers) == 1
    assert len(list(file.parent.iterdir())) == 2


def test_the_transcript_itself_is_replaced_only_when_asked(file: Path) -> None:
    assert recluster_file(file, file.parent, JSON, TWO, replace_files=False)
    assert len(read(file).speakers) == 1
    assert recluster_file(file, file.parent, JSON, TWO, replace_files=True)
    assert len(read(file).speakers) == 2


def test_out_is_a_folder_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "talk.v2.json"
    assert exports_of(path, None, FORMATS) == (tmp_path, "talk.v2.recluster", FORMATS)
    assert exports_of(path, Path("out"), JSON) == (Path("out"), "talk.v2", JSON)
    assert exports_of(path, Path("new.SRT"), FORMATS) == (Path(), "new", (format_for("srt"),))
    (tmp_path / "texts.txt").mkdir()
    assert exports_of(path, tmp_path / "texts.txt", JSON) == (tmp_path / "texts.txt", "talk.v2", JSON)


def test_without_its_voices_a_transcript_cannot_be_changed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for each in voices_folder().iterdir():
        each.unlink()
    assert not recluster_file(file, None, JSON, TWO, replace_files=False)
    assert capsys.readouterr().err == (
        f"diarist: {file}: the voices of this transcript are not on this computer: "
        "transcribe the recording again to change its speakers\n"
    )
    assert not file.with_name("talk.recluster.json").exists()


@pytest.mark.parametrize("content", ["not json", None], ids=["text", "missing"])
def test_what_is_no_transcript_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = tmp_path / "strange.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert not recluster_file(path, None, JSON, TWO, replace_files=False)
    assert f"{path} cannot be opened: " in capsys.readouterr().err


def test_a_transcript_in_disorder_is_refused_in_a_sentence(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = read(file)
    said = [(10_382, 10_382), (29_809, 44_559), (3444, 7051)]
    turns = (
        Turn("S1", 24_065, 29_143, tuple(Word("Yes.", start_ms, end_ms) for start_ms, end_ms in said)),
        Turn("S2", 27_032, 27_032, (Word("No.", 6515, 6515),)),
    )
    disorder = replace(kept, speakers=(*kept.speakers, Speaker("S2", "Ben", 1)), turns=turns)
    file.write_text(json_format.render(disorder), encoding="utf-8")
    assert not recluster_file(file, None, JSON, JobOptions(1, 2), replace_files=False)
    assert "its speakers cannot be changed, for words lie outside their turns" in capsys.readouterr().err


def test_a_recording_without_speech_has_no_speakers_to_list() -> None:
    assert who_speaks(replace(annas_talk(), turns=(), speakers=())) == ["no speech found"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "talk.diarist"
    with create_project(path, Facts(Recording("talk", datetime(2026, 11, 25, tzinfo=UTC)))) as made:
        made.record_transcript(MachineTranscript(annas_talk(), JobOptions()))
        made.set_voices(voices())
    return path


def test_a_project_takes_other_speakers_as_an_edit(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert recluster_file(project, None, None, TWO, replace_files=False)
    with open_project(project) as changed:
        assert changed.text is not None
        assert len(changed.text.history.done) == 1
        assert [each.name for each in changed.text.transcript.speakers] == ["Anna", "Speaker 2"]
    assert [each.name for each in project.parent.iterdir()] == [project.name]
    output = capsys.readouterr()
    assert output.out == "Anna         00:09   50%  1 turn\nSpeaker 2    00:09   50%  1 turn\n"
    assert output.err == f"Changed in {project}: Undo in the window takes it back\n"


def test_a_project_stays_as_it_is_where_exports_are_asked_for(project: Path) -> None:
    before = project.read_bytes()
    with open_project(project):  # in a window, say
        assert recluster_file(project, None, JSON, TWO, replace_files=False)
    assert len(read(project.with_name("talk.recluster.json")).speakers) == 2
    assert project.read_bytes() == before


def test_a_project_that_is_open_elsewhere_is_not_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_project(project):
        assert not recluster_file(project, None, None, TWO, replace_files=False)
    assert f"diarist: {project} can only be read now: " in capsys.readouterr().err


def test_a_project_without_a_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.diarist"
    create_project(path, Facts(Recording("new", datetime(2026, 11, 25, tzinfo=UTC)))).close()
    assert not recluster_file(path, None, None, TWO, replace_files=False)
    assert capsys.readouterr().err == f"diarist: {path} cannot be opened: it holds no transcript yet\n"


def test_no_project_is_written_to_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recluster", str(project), "--speakers", "2", "--out", "new.diarist"]) == 2
    assert "a project takes other speakers as an edit" in capsys.readouterr().err
