"""A batch goes on whatever is wrong with one of its files, and loses nothing of what it has done."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
import soundfile

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.export import write
from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.formats import json_format
from desktop_app.core.export.registry import format_for
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.language_doubt import OnDoubt
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.project.export_format import PROJECT_FORMAT
from desktop_app.core.project.opening import open_project
from desktop_app.core.store.content_id import content_id
from desktop_app.core.store.settings import AsrSettings, Settings
from desktop_app.core.store.voices_cache import kept_voices
from desktop_app.core.transcript.values import Speaker, Transcript, Turn
from desktop_app.terminal import batch, writing
from desktop_app.terminal.batch import transcribe_batch
from desktop_app.terminal.job_request import options_id, together_id
from desktop_app.terminal.rescued_transcripts import kept_folder
from desktop_app.terminal.writing import Writing

sys.path.append(str(Path(__file__).parents[1] / "core"))  # for when these tests run alone
from asr.scripted_detector import ScriptedDetector
from asr.scripted_recogniser import ScriptedRecogniser
from diarization.scripted_segmenter import ScriptedSegmenter, voices
from embedding.scripted_embedder import ScriptedEmbedder

BOTH = (format_for("txt"), format_for("json"))
TXT = Writing(BOTH[:1])


class Notes:
    """Keeps what a reporter is told."""

    def __init__(self) -> None:
        self.begun: list[Path] = []
        self.failures: list[str] = []
        self.exports: list[list[str]] = []
        self.told: list[str] = []
        self.kept: Sequence[Path] = ()

    def begin(self, path: Path) -> None:
        self.begun.append(path)

    def receiving(self, path: Path, folder: Path) -> None:
        self.told.append("receiving")

    def progress(self, stage: Stage, fraction: float) -> None: ...

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None: ...

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        self.told.append("done")
        self.exports.append([export.name for export in exports])

    def doubted(self, path: Path, sentence: str) -> None:
        self.told.append(sentence)

    def failed(self, path: Path, error: Exception) -> None:
        self.failures.append(str(error))

    def skipped(self, path: Path, exports: Sequence[Path]) -> None:
        self.told.append("skipped")

    def yielded(self, path: Path, taken: Path, exports: Sequence[Path]) -> None:
        self.told.append(f"{taken.name} is taken")

    def names_left(self, path: Path, sentence: str) -> None:
        self.told.append(sentence)

    def unwritten(self, path: Path, transcript: Transcript, error: Exception, kept: Sequence[Path]) -> None:
        self.failures.append(str(error))
        self.kept = kept


class Interrupting(Notes):
    """Presses Ctrl+C at the first finished turn."""

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    def engines(settings: Settings | None) -> Engines:
        made = Engines(settings, prepare=False)
        made.segmenter = LazyEngine(ScriptedSegmenter)
        made.detector = LazyEngine(ScriptedDetector)
        made.sources["onnx"] = LazyEngine(ScriptedEmbedder)
        made.recognisers["moonshine"] = LazyEngine(ScriptedRecogniser)
        return made

    monkeypatch.setattr(batch, "Engines", engines)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    return recording(tmp_path / "talk.wav", 6.0)


def recording(path: Path, end_s: float) -> Path:
    soundfile.write(path, voices(24.0, (0, 1.0, end_s), (1, 8.0, 12.0)), 16_000, subtype="FLOAT")
    return path


def done(
    files: list[Path], writing: Writing = TXT, *, out: Path | None = None, options: JobOptions | None = None
) -> Notes:
    notes = Notes()
    assert transcribe_batch(files, out, writing, options or JobOptions(), notes)
    return notes


def test_a_folder_that_cannot_be_made_is_reported_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    notes = Notes()
    assert not transcribe_batch([tmp_path / "a.wav"], tmp_path / "file" / "out", TXT, JobOptions(), notes)
    assert not notes.begun
    (failure,) = notes.failures
    assert str(tmp_path / "file" / "out") in failure


def test_a_file_of_others_stays_and_the_next_run_renews_the_exports(talk: Path) -> None:
    notes_of_mine = talk.with_suffix(".txt")
    notes_of_mine.write_text("my notes", encoding="utf-8")
    for _ in range(2):
        notes = done([talk], Writing(BOTH))
        assert notes.told == ["talk.txt is taken", "done"]
        assert notes.exports == [["talk (2).txt", "talk (2).json"]]
    assert notes_of_mine.read_text(encoding="utf-8") == "my notes"
    assert done([talk], Writing(BOTH[:1], replace=True)).exports == [["talk.txt"]]
    assert notes_of_mine.read_text(encoding="utf-8").startswith("talk.wav (00:24)")


def test_another_recording_of_the_same_name_has_exports_of_its_own(tmp_path: Path, talk: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "b").mkdir()
    other = recording(tmp_path / "b" / "talk.wav", 7.0)
    assert done([talk], out=out).exports == [["talk.txt"]]
    assert done([other], out=out).exports == [["talk (2).txt"]]
    assert done([talk, other], out=out).exports == [["talk.wav.txt"], ["talk.wav (2).txt"]]


def test_what_is_done_is_skipped_unless_something_that_matters_is_another(talk: Path) -> None:
    again = Writing(BOTH, skip_done=True)
    assert done([talk], again).told == ["done"]
    assert done([talk], again).told == ["skipped"]
    assert done([talk], Writing(BOTH[1:], skip_done=True)).told == ["skipped"]
    assert done([talk], Writing((*BOTH, format_for("srt")), skip_done=True)).told == ["done"]
    assert done([talk], again, options=JobOptions(1, 1)).told == ["done"]
    assert done([talk], again, options=JobOptions(1, 1, keep_voices=False)).told == ["skipped"]
    moved = talk.rename(talk.with_name("renamed.wav"))
    assert done([moved], again, options=JobOptions(1, 1)).told == ["done"]
    recording(moved, 7.0)
    assert done([moved], again, options=JobOptions(1, 1)).told == ["renamed.txt is taken", "done"]


def test_engines_and_their_settings_matter_and_secrets_do_not() -> None:
    usual = options_id(JobOptions(), Settings())
    assert usual != options_id(JobOptions(), Settings(asr=AsrSettings(vocabulary=("Diarist",))))
    assert usual == options_id(JobOptions(keep_voices=False), Settings())
    assert usual != options_id(JobOptions(language="de"), Settings())
    assert usual == options_id(JobOptions(), Settings(asr=AsrSettings(language="de")))  # the options say it
    assert usual != options_id(JobOptions(per_channel=True), Settings())


def test_the_other_recordings_of_a_meeting_go_with_the_job(
    talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, Sequence[Path]]] = []

    def noting(path: Path, *_: object, together: Sequence[Path]) -> Transcription:
        asked.append((path, together))
        raise AudioError(together[0], "it is not of the same meeting")

    monkeypatch.setattr(batch, "transcribe_recording", noting)
    other = recording(tmp_path / "ben.wav", 7.0)
    notes = Notes()
    assert not transcribe_batch([talk], None, TXT, JobOptions(), notes, together=[other])
    assert asked == [(talk, (other,))]
    assert notes.failures == [f"{other}: it is not of the same meeting"]


def test_recordings_of_the_same_meeting_matter_by_what_is_in_them(tmp_path: Path) -> None:
    one, other = tmp_path / "one.wav", tmp_path / "other.wav"
    one.write_bytes(b"one")
    other.write_bytes(b"other")
    assert together_id("asked", ()) == "asked"
    assert together_id("asked", (one,)) not in {"asked", together_id("asked", (other,))}
    renamed = one.rename(tmp_path / "renamed.wav")
    assert together_id("asked", (renamed,)) != together_id("asked", (other,))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (MemoryError(), "there is not enough memory for it"),
        (ImportError("no module named soxr"), "a part of the program is missing or broken (no module named soxr)"),
        (OSError(errno.EMFILE, "Too many open files"), "the system refuses what it needs: Too many open files"),
        (RecursionError(), "it is nested too deeply"),
        (ZeroDivisionError("division by zero"), "it met an unexpected error, ZeroDivisionError: division by zero"),
        (AudioError("a.wav", "it holds no sound"), "a.wav: it holds no sound"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_whatever_happens_to_one_file_is_said_in_a_sentence_and_the_next_is_done(
    tmp_path: Path, talk: Path, fault: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = recording(tmp_path / "a.wav", 7.0)
    transcribe = batch.transcribe_recording

    def failing(
        path: Path,
        engines: Engines,
        options: JobOptions,
        listener: JobListener,
        on_doubt: OnDoubt,
        *,
        together: Sequence[Path],
    ) -> Transcription:
        if path == bad:
            raise fault
        return transcribe(path, engines, options, listener, on_doubt, together=together)

    monkeypatch.setattr(batch, "transcribe_recording", failing)
    notes = Notes()
    assert not transcribe_batch([bad, talk], None, TXT, JobOptions(), notes)
    (failure,) = notes.failures
    assert str(bad.name) in failure
    assert said in failure
    assert notes.exports == [["talk.txt"]]


def test_a_reader_who_is_gone_is_no_fault_of_the_file(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(Notes, "done", gone)
    with pytest.raises(BrokenPipeError):
        transcribe_batch([talk], None, TXT, JobOptions(), Notes())


def test_a_place_that_cannot_be_written_is_found_before_the_work(talk: Path) -> None:
    long = talk.rename(talk.with_name("n" * 251 + ".wav"))
    notes = Notes()
    assert not transcribe_batch([long], None, Writing(BOTH), JobOptions(), notes)
    assert "its name is too long" in notes.failures[0]
    assert list(talk.parent.iterdir()) == [long]


def test_what_cannot_be_written_after_all_is_kept_where_it_can_be_found(
    talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = talk.parent
    staged = write.staged

    def full(where: Path, data: bytes) -> AbstractContextManager[Path]:
        if where == folder:
            raise OSError(errno.ENOSPC, "No space left on device")
        return staged(where, data)

    monkeypatch.setattr(write, "staged", full)
    notes = Notes()
    assert not transcribe_batch([talk], None, TXT, JobOptions(), notes)
    assert notes.failures == [f"{talk.with_suffix('.txt')} cannot be written: the disk is full"]
    assert [path.name for path in notes.kept] == ["talk.txt", "talk.json"]
    assert notes.kept[0].parent == kept_folder()
    assert list(json_format.parse(notes.kept[1].read_bytes(), notes.kept[1]).spoken_turns())


def test_what_is_done_of_an_interrupted_file_is_written_and_the_next_run_completes_it(talk: Path) -> None:
    writing = Writing(BOTH, skip_done=True)
    notes = Interrupting()
    with pytest.raises(KeyboardInterrupt):
        transcribe_batch([talk, talk.with_name("next.wav")], None, writing, JobOptions(), notes)
    assert (notes.begun, notes.exports) == ([talk], [["talk.txt", "talk.json"]])
    assert "incomplete: interrupted at" in talk.with_suffix(".txt").read_text(encoding="utf-8")
    assert done([talk], writing).told == ["done"]
    assert "incomplete:" not in talk.with_suffix(".txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in talk.parent.iterdir()) == ["talk.json", "talk.txt", "talk.wav"]


def test_an_interruption_does_not_cost_what_was_complete(talk: Path) -> None:
    done([talk])
    notes = Interrupting()
    with pytest.raises(KeyboardInterrupt):
        transcribe_batch([talk], None, TXT, JobOptions(), notes)
    assert notes.exports == [["talk (2).txt"]]
    assert "incomplete:" not in talk.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_pipe_is_transcribed_as_the_file_it_stands_for(tmp_path: Path, talk: Path) -> None:
    pipe = tmp_path / "sent.wav"
    os.mkfifo(pipe)
    writer = Thread(target=lambda: pipe.write_bytes(talk.read_bytes()), daemon=True)
    writer.start()
    notes = done([pipe], Writing(BOTH))
    writer.join(30)
    assert notes.told == ["receiving", "done"]
    assert notes.exports == [["sent.txt", "sent.json"]]
    written = json_format.parse((tmp_path / "sent.json").read_bytes(), pipe)
    assert written.audio.file == str(pipe)
    assert written.audio.sha256 == content_id(talk)


def test_standard_input_has_its_exports_in_the_working_folder(
    tmp_path: Path, talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with talk.open() as sent:
        monkeypatch.setattr("sys.stdin", sent)
        assert done([Path("-")]).exports == [["stdin.txt"]]
    assert (tmp_path / "here" / "stdin.txt").read_text(encoding="utf-8").startswith("stdin (00:24)\n")


def test_a_track_that_is_not_there_is_said_and_another_choice_is_another_transcript(talk: Path) -> None:
    notes = Notes()
    assert not transcribe_batch([talk], None, TXT, JobOptions(track=2), notes)
    assert notes.failures == [f"{talk}: it has no sound track 2: it has only one"]
    assert options_id(JobOptions(track=1), Settings()) != options_id(JobOptions(), Settings())
    assert options_id(JobOptions(channel=1), Settings()) != options_id(JobOptions(), Settings())


def test_names_that_can_still_be_read_although_they_have_a_pseudonym_are_told(talk: Path) -> None:
    notes = done([talk], Writing(BOTH, adaptation=Adaptation(pseudonyms=("our=X", "two=Y"))))
    assert notes.told == ["done", "These names can still be read: our (in four)."]
    assert done([talk], Writing(BOTH, adaptation=Adaptation(pseudonyms=("two=Y",)))).told == ["done"]


def test_a_project_is_an_export_like_the_others(talk: Path) -> None:
    writing = Writing((*BOTH, PROJECT_FORMAT), skip_done=True)
    assert done([talk], writing).exports == [["talk.txt", "talk.json", "talk.diarist"]]
    assert done([talk], writing).told == ["skipped"]
    with open_project(talk.with_suffix(".diarist")) as project:
        assert project.text is not None
        assert project.text.transcript == json_format.parse(talk.with_suffix(".json").read_bytes(), talk)
        assert project.voices == kept_voices(project.text.transcript.voices)
        project.set_facts(replace(project.facts, export_folder=talk.parent))
    notes = done([talk], writing)
    assert notes.told == ["talk.diarist is taken", "done"]
    assert notes.exports == [["talk (2).txt", "talk (2).json", "talk (2).diarist"]]


def test_a_project_is_no_recording(talk: Path) -> None:
    project = talk.with_name("other.diarist")
    notes = Notes()
    assert not transcribe_batch([project, talk], None, TXT, JobOptions(), notes)
    (failure,) = notes.failures
    assert failure.startswith(f"{project}: it is a project, not a recording: `diarist open`")
    assert notes.exports == [["talk.txt"]]


def test_of_a_project_that_cannot_be_written_the_transcript_is_kept(
    talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(transcript: Transcript) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(writing, "of_job", lambda *_: (ExportFormat("diarist", "broken", broken),))
    notes = Notes()
    assert not transcribe_batch([talk], None, Writing((PROJECT_FORMAT,)), JobOptions(), notes)
    assert [path.name for path in notes.kept] == ["talk.json"]
