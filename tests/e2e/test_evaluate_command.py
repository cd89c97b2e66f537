"""`diarist evaluate` as a person meets it."""

import json
from pathlib import Path

import pytest
import soundfile
from command_line import diarist

from desktop_app.core.models.packaged_models import sample_recording

CLIP_S = 8.4
CLIP_RTTM = """\
;; by hand
SPEAKER clip 1 0.03 0.93 <NA> <NA> Nagg <NA> <NA>
SPEAKER clip 1 1.60 0.29 <NA> <NA> Nell <NA> <NA>
SPEAKER clip 1 2.46 0.88 <NA> <NA> Nell <NA> <NA>
SPEAKER clip 1 3.96 0.29 <NA> <NA> Nagg <NA> <NA>
SPEAKER clip 1 4.82 3.26 <NA> <NA> Nagg <NA> <NA>
"""
CLIP_STM = """\
clip 1 Nagg 0.03 0.96 Do you hear me?
clip 1 Nell 1.60 3.34 Yes. Do you hear me?
clip 1 Nagg 3.96 8.08 Yes. We laugh less heartily, so we have still that resource.
"""


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A folder with the beginning of the sample, who speaks in it, and what is said."""
    folder = tmp_path / "talks"
    folder.mkdir()
    sound, rate_hz = soundfile.read(sample_recording(), stop=int(24_000 * CLIP_S), dtype="int16")
    soundfile.write(folder / "clip.wav", sound, rate_hz)
    (folder / "clip.rttm").write_text(CLIP_RTTM, encoding="utf-8")
    (folder / "clip.stm").write_text(CLIP_STM, encoding="utf-8")
    return folder


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    ran = diarist("evaluate", "gone", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "diarist: gone: there is no such folder\n"


def test_a_folder_with_nothing_to_evaluate_is_wrong_usage(tmp_path: Path) -> None:
    ran = diarist("evaluate", ".", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "no recording here has an .rttm of the same name beside it" in ran.stderr


def test_the_help_says_what_a_folder_must_hold(tmp_path: Path) -> None:
    ran = diarist("evaluate", "--help", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "an .rttm of the same name beside it" in " ".join(ran.stdout.split())


@pytest.mark.slow
def test_the_sample_is_measured_for_programs_and_bad_files_are_named(tmp_path: Path, talks: Path) -> None:
    (talks / "bad.wav").write_text("not a sound", encoding="utf-8")
    (talks / "bad.rttm").touch()
    (talks / "odd.wav").touch()
    (talks / "odd.rttm").write_text("SPEAKER odd 1 0.3\n", encoding="utf-8")
    ran = diarist("evaluate", "talks", "--json", cwd=tmp_path)
    assert ran.returncode == 1
    first, second = ran.stderr.splitlines()
    assert first.startswith(f"diarist: {Path('talks', 'odd.rttm')}, line 1: a SPEAKER line needs")
    assert second.startswith(f"diarist: {Path('talks', 'bad.wav')}: ")
    report = json.loads(ran.stdout)
    assert [failed["file"] for failed in report["failed"]] == ["odd.wav", "bad.wav"]
    assert list(report["engines"]) == ["diarist"]
    (clip,) = report["files"]
    assert (clip["file"], clip["speakers_true"], clip["duration_s"]) == ("clip.wav", 2, CLIP_S)
    assert clip["missed"] + clip["false_alarm"] < 20
    assert clip["der_25"] < clip["der_0"]
    assert clip["wer"] < 30
    assert clip["cp_wer"] >= clip["wer"]
    assert set(clip["speed"]) >= {"decoding", "segmentation", "embedding", "diarization", "transcription", "total"}
    assert report["pooled"]["der_0"] == clip["der_0"]


@pytest.mark.slow
def test_diarizing_alone_leaves_words_out_of_the_table(tmp_path: Path, talks: Path) -> None:
    ran = diarist("evaluate", "talks", "--no-words", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    head, clip, pooled = (line.split() for line in ran.stdout.splitlines()[3:6])
    assert (head[0], clip[0], pooled[:2]) == ("file", "clip.wav", ["all", "1"])
    assert (clip[11:13], clip[14]) == (["-", "-"], "-")


@pytest.mark.slow
def test_engines_of_words_are_measured_side_by_side(tmp_path: Path, talks: Path) -> None:
    ran = diarist("evaluate", "talks", "--asr", "parakeet-ultra", "--json", cwd=tmp_path)
    assert "the model is not installed" in ran.stderr  # nobody has fetched it
    ran = diarist("evaluate", "talks", "--asr", "moonshine,auto", "--json", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    report = json.loads(ran.stdout)
    assert list(report["engines"]) == ["moonshine", "auto"]
    compared = report["head_to_head"][0]
    assert compared["wer"] == compared["first_wer"] < 30
