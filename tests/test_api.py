"""What scripts may do: the examples of docs/api.md, and what they are promised."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import diarist
from desktop_app import scripting
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.stages import JobOptions
from diarist import AudioSource, DiaristError, Span, Speaker, Transcript, Turn, Word

DOCS = Path(__file__).parents[1] / "docs" / "api.md"
TALK = Transcript(
    AudioSource("talk <1>.wav", 2000),
    (Speaker("S1", "Anna & Ben", 0),),
    (Turn("S1", 0, 900, (Word("<b>Hello</b>", 0, 900),), (Span(0, 900),)),),
)


@pytest.mark.slow
def test_the_examples_run_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(sample_recording(), tmp_path / "interview.wav")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) >= 6
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, str(DOCS), "exec"), names)
    assert {path.suffix for path in tmp_path.iterdir()} == {".wav", ".diarist", ".srt", ".txt", ".rttm", ".vtt"}


def test_no_window_s_library_is_loaded() -> None:
    loaded = "import sys, diarist; print({'PySide6', 'torch'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"


@pytest.mark.parametrize("ending", ["diarist", "json"])
def test_what_was_saved_is_loaded(tmp_path: Path, ending: str) -> None:
    path = diarist.save(TALK, tmp_path / f"talk.{ending}")
    assert diarist.load(path) == TALK
    assert diarist.load(diarist.save(TALK, str(path))) == TALK


def test_what_other_programs_wrote_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nAnna: Hello there\n")
    (turn,) = diarist.load(path).turns
    assert (turn.text, turn.start_ms) == ("Hello there", 1000)


def test_an_export_has_its_format_s_options_and_those_of_all(tmp_path: Path) -> None:
    path = diarist.export(TALK, tmp_path / "talk", format="rttm", offset_ms=1000)
    assert path.read_text().startswith("SPEAKER talk_<1> 1 1.000 0.900")


@pytest.mark.parametrize(
    ("name", "options", "reason"),
    [
        ("talk.odd", {}, "no export format '.odd'"),
        ("talk.srt", {"colour": 1}, "srt has no option 'colour'; there are .*start"),
        ("talk.srt", {"offset_ms": "1"}, "offset_ms is '1'; it must be a whole number"),
        ("talk.srt", {"only": ["Carla"]}, "nobody is called 'Carla'"),
        ("missing/talk.srt", {}, "its folder does not exist"),
    ],
)
def test_what_cannot_be_exported_is_said(tmp_path: Path, name: str, options: dict[str, object], reason: str) -> None:
    with pytest.raises(DiaristError, match=reason):
        diarist.export(TALK, tmp_path / name, **options)
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_loaded_or_saved_is_said(tmp_path: Path) -> None:
    (tmp_path / "broken.diarist").write_bytes(b"?")
    for name in ("missing.json", "missing.diarist", "broken.diarist"):
        with pytest.raises(DiaristError):
            diarist.load(tmp_path / name)
    with pytest.raises(DiaristError, match=r"save it as \.diarist or \.json, or export it"):
        diarist.save(TALK, tmp_path / "talk.srt")


def test_one_speaker_in_each_channel_can_be_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[JobOptions] = []

    def noting(path: Path, _engines: object, options: JobOptions, *_: object, **__: object) -> None:
        asked.append(options)
        raise AudioError(path, "noted")

    monkeypatch.setattr(scripting, "transcribe_recording", noting)
    for wish in ({}, {"per_channel": True}):
        with pytest.raises(DiaristError, match="noted"):
            diarist.transcribe(tmp_path / "talk.wav", **wish)
    assert [options.per_channel for options in asked] == [False, True]


def test_voices_that_are_not_kept_are_said() -> None:
    with pytest.raises(DiaristError):
        diarist.recluster(TALK, speakers=2)


def test_wrong_wishes_are_said(tmp_path: Path) -> None:
    for wrong in ({"asr": "parrot"}, {"speakers": 0, "min_speakers": 0}, {"sensitivity": 2.0}):
        with pytest.raises(DiaristError):
            diarist.transcribe(tmp_path / "talk.wav", **wrong)  # type: ignore[arg-type]


def test_a_notebook_shows_a_transcript_as_text_alone() -> None:
    shown = TALK._repr_html_()
    assert "&lt;b&gt;Hello&lt;/b&gt;" in shown
    assert "Anna &amp; Ben" in shown
    assert "<b>Hello" not in shown
