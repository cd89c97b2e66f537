"""The command line as a person meets it: a process, its output, its files, its exit status."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pysubs2
import pytest
import soundfile
import webvtt
from command_line import TIMEOUT_S, command, diarist, environment

from desktop_app.core.export.formats import json_format
from desktop_app.core.models.packaged_models import sample_recording

ENDINGS = ("json", "rttm", "srt", "txt", "vtt")


@pytest.fixture(scope="module")
def clip_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The first words of the sample: a job that is soon done."""
    path = tmp_path_factory.mktemp("clip") / "clip.wav"
    sound, rate_hz = soundfile.read(sample_recording(), stop=24_000 * 3, dtype="int16")
    soundfile.write(path, sound, rate_hz)
    return path.read_bytes()


def exports_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix.removeprefix(".") in ENDINGS)


@pytest.mark.parametrize("arguments", [["--help"], ["transcribe", "--help"]])
def test_help_shows_examples(arguments: list[str], tmp_path: Path) -> None:
    ran = diarist(*arguments, cwd=tmp_path)
    assert ran.returncode == 0
    assert "diarist transcribe interview.m4a" in ran.stdout
    assert ran.stderr == ""


def test_without_a_screen_the_window_points_to_the_terminal(tmp_path: Path) -> None:
    ran = diarist(cwd=tmp_path)
    assert ran.returncode == 2
    assert "usage: diarist" in ran.stdout
    assert "use `diarist transcribe`" in ran.stderr


def test_wrong_usage_is_said_in_a_sentence(tmp_path: Path) -> None:
    ran = diarist("transcribe", "talk.wav", "--format", "doc", cwd=tmp_path)
    assert ran.returncode == 2
    assert "no export format 'doc': there are txt, docx, odt, " in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout == ""


@pytest.mark.slow
def test_a_transcript_is_given_other_speakers_unless_its_voices_were_to_be_forgotten(
    clip_bytes: bytes, tmp_path: Path
) -> None:
    (tmp_path / "talk.wav").write_bytes(clip_bytes)
    diarist("transcribe", "talk.wav", "--speakers", "1", cwd=tmp_path)
    ran = diarist("recluster", "talk.json", "--speakers", "1", "--format", "json,txt", cwd=tmp_path)
    assert (ran.returncode, ran.stdout.split()[:2]) == (0, ["Speaker", "1"])
    assert (tmp_path / "talk.recluster.json").read_bytes() == (tmp_path / "talk.json").read_bytes()

    diarist("transcribe", "talk.wav", "--forget-voices", "--format", "json", cwd=tmp_path)
    ran = diarist("recluster", "talk.json", "--speakers", "2", "--out", "new.json", cwd=tmp_path)
    assert ran.returncode == 1
    assert "were not kept: transcribe the recording again" in ran.stderr


@pytest.mark.slow
def test_the_sample_becomes_words_of_two_speakers_in_every_format(tmp_path: Path) -> None:
    ran = diarist("transcribe", sample_recording(), "--speakers", "2", "--out", "texts", cwd=tmp_path)
    assert (ran.returncode, "Traceback" in ran.stderr) == (0, False)
    for expected in ("good story", "ditch", "Speaker 1: ", "Speaker 2: "):
        assert expected in ran.stdout
    stem = tmp_path / "texts" / sample_recording().stem
    for ending in ENDINGS:
        assert f"{stem.name}.{ending}" in ran.stderr

    transcript = json_format.parse(stem.with_suffix(".json").read_bytes(), stem)
    assert len(transcript.speakers) == 2
    assert stem.with_suffix(".txt").read_text(encoding="utf-8") == ran.stdout.removesuffix("\n")
    spoken = list(transcript.spoken_turns())
    assert len(pysubs2.load(str(stem.with_suffix(".srt")))) >= len(spoken)
    assert len(webvtt.read(str(stem.with_suffix(".vtt")))) >= len(spoken)
    lines = [line.split() for line in stem.with_suffix(".rttm").read_text(encoding="utf-8").splitlines()]
    assert {len(line) for line in lines} == {10}
    assert len({line[7] for line in lines}) == 2


@pytest.mark.slow
def test_exports_lie_beside_recordings_of_any_name(tmp_path: Path, clip_bytes: bytes) -> None:
    folder = tmp_path / "it's a “talk” 🎙"
    folder.mkdir()
    stems = ["with space", "emoji 🎙️", 'it\'s "quoted"', "-leading", "100% {x} $HOME", "two.dots", "caf\udce9"]
    for stem in stems:
        (folder / f"{stem}.wav").write_bytes(clip_bytes)
    names = [f"{stem}.wav" for stem in stems]
    env = environment(tmp_path / "home")
    ran = subprocess.run(
        command("transcribe", "--format", "txt,json", "--", *names),
        cwd=folder,
        env=env,
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False), ran.stderr
    assert exports_in(folder) == sorted(f"{stem}.{ending}" for stem in stems for ending in ("txt", "json"))
    for stem in stems:
        transcript = json_format.parse((folder / f"{stem}.json").read_bytes(), folder)
        assert transcript.audio.file == str(folder / f"{stem}.wav")


@pytest.mark.slow
def test_a_missing_file_is_named_and_the_others_are_done(tmp_path: Path, clip_bytes: bytes) -> None:
    for name in ("one.wav", "two.wav"):
        (tmp_path / name).write_bytes(clip_bytes)
    ran = diarist("transcribe", "one.wav", "gone.wav", "two.wav", "--format", "txt", cwd=tmp_path)
    assert ran.returncode == 1
    assert "diarist: gone.wav: there is no such file\n" in ran.stderr
    assert exports_in(tmp_path) == ["one.txt", "two.txt"]


@pytest.mark.slow
def test_quiet_prints_nothing(tmp_path: Path, clip_bytes: bytes) -> None:
    (tmp_path / "talk.wav").write_bytes(clip_bytes)
    ran = diarist("transcribe", "talk.wav", "--quiet", cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert exports_in(tmp_path) == [f"talk.{ending}" for ending in ENDINGS]


@pytest.mark.slow
def test_progress_for_programs_is_a_line_of_json_for_every_event(tmp_path: Path, clip_bytes: bytes) -> None:
    (tmp_path / "talk 🎙.wav").write_bytes(clip_bytes)
    ran = diarist("transcribe", "talk 🎙.wav", "gone.wav", "--json-progress", "--format", "srt", cwd=tmp_path)
    events = [json.loads(line) for line in ran.stdout.splitlines()]
    assert (ran.returncode, ran.stderr) == (1, "")
    kinds = [event["type"] for event in events]
    assert (kinds[0], kinds[-1]) == ("begin", "failed")
    assert {"progress", "turn", "done"} <= set(kinds)
    overall = [event["overall"] for event in events[: kinds.index("done")] if event["type"] == "progress"]
    assert overall == sorted(overall)
    assert overall[-1] == 1
    assert events[kinds.index("done")]["exports"] == ["talk 🎙.srt"]
    assert events[-1] == {"type": "failed", "file": "gone.wav", "reason": "gone.wav: there is no such file"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["models", "list"]])
def test_an_output_that_cannot_be_written_is_told(arguments: list[str], tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command(*arguments),
            env=environment(tmp_path / "home"),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == "diarist: standard output cannot be written (No space left on device)\n"


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "told"), [([], "Written to "), (["--json-progress"], "")])
def test_a_reader_that_goes_away_costs_no_transcript(
    arguments: list[str], told: str, tmp_path: Path, clip_bytes: bytes
) -> None:
    (tmp_path / "talk.wav").write_bytes(clip_bytes)
    with subprocess.Popen(
        command("transcribe", "talk.wav", *arguments),
        cwd=tmp_path,
        env=environment(tmp_path / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert [line[: len("Written to ")] for line in said.decode().splitlines()] == ([told] if told else [])
    assert {"talk.txt", "talk.json"} <= set(exports_in(tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["decoding", "segmentation", "embedding", "transcription"])
def test_ctrl_c_cancels_and_leaves_nothing_half_written(stage: str, tmp_path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a child started without one ignores Ctrl+C
    try:
        with subprocess.Popen(
            command("transcribe", sample_recording(), sample_recording(), "--out", "texts", "--json-progress"),
            cwd=tmp_path,
            # An interrupt in the middle of `open` may leave it to the garbage collector to close the file.
            env=environment(tmp_path / "home") | {"PYTHONWARNINGS": "ignore"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            next(line for line in process.stdout if json.loads(line).get("stage") == stage)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=30)
    finally:
        signal.signal(signal.SIGINT, before)
    assert (process.returncode, said) == (130, b"Cancelled.\n")
    written = list((tmp_path / "texts").iterdir()) if (tmp_path / "texts").exists() else []
    assert written == []


@pytest.fixture
def models_missing(tmp_path: Path) -> Path:
    """A folder with an empty package of the name that carries the models."""
    package = tmp_path / "packages" / "moonshine_voice"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    return package.parent


_BOTH_REPORTS = """
import sys
from desktop_app.cli import main
sys.argv[1:] = ["doctor"]
for_people = main()
print("==")
for_programs = main(["doctor", "--json"])
sys.exit(f"{for_people} {for_programs}")
"""
"""One process for both: each looks at everything there is, for which it imports whatever is installed."""


def test_the_doctor_says_which_models_are_missing_and_why_to_people_and_to_programs(
    tmp_path: Path, models_missing: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _BOTH_REPORTS],
        cwd=tmp_path,
        env=environment(tmp_path / "home", first_on_path=models_missing),
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT_S,
        check=False,
    )
    assert ran.stderr == "1 1\n"
    text, document = ran.stdout.split("\n==\n")
    assert text.count("NOT USABLE") == 3
    assert text.count(f"why       {models_missing / 'moonshine_voice'}") == 3
    assert text.count("do        Reinstall it with: pip install") == 3
    engines = json.loads(document)["engines"]
    assert [engine["usable"] for engine in engines] == [False] * 3
    assert all("moonshine_voice" in engine["reason"] for engine in engines)


def test_without_models_a_recording_fails_with_one_line(
    tmp_path: Path, models_missing: Path, clip_bytes: bytes
) -> None:
    (tmp_path / "talk.wav").write_bytes(clip_bytes)
    ran = diarist("transcribe", "talk.wav", cwd=tmp_path, first_on_path=models_missing)
    assert (ran.returncode, ran.stdout) == (1, "")
    (line,) = ran.stderr.splitlines()
    assert "holds no native library. Reinstall it with" in line
    assert exports_in(tmp_path) == []


def test_without_models_the_sample_says_that_it_is_missing(tmp_path: Path, models_missing: Path) -> None:
    ran = diarist("sample", "--no-window", cwd=tmp_path, first_on_path=models_missing)
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "endgame_nagg_nell.wav is missing" in ran.stderr
