from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from export.hostile_transcripts import HOSTILE

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.export.formats import json_format
from desktop_app.core.importing.import_file import has_sound, import_file

SRT = "1\n00:00:01,000 --> 00:00:02,000\nHello.\n"


@pytest.fixture
def subtitles(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT)
    return path


def sound(path: Path) -> Path:
    soundfile.write(path, np.zeros(32_000, np.float32), 16_000)
    return path


def test_the_recording_beside_it_is_its_own(subtitles: Path) -> None:
    recording = sound(subtitles.with_suffix(".flac"))
    audio = import_file(subtitles).audio
    assert (audio.file, audio.duration_ms, audio.sample_rate_hz, audio.channels) == (str(recording), 2000, 16_000, 1)
    assert has_sound(audio)


def test_what_is_no_recording_is_told_and_not_taken(subtitles: Path) -> None:
    subtitles.with_suffix(".wav").write_text("no sound")
    transcript = import_file(subtitles)
    assert not has_sound(transcript.audio)
    assert transcript.warnings[0].startswith("The recording beside it cannot be used: ")
    with pytest.raises(AudioError):
        import_file(subtitles, sound=subtitles.with_suffix(".wav"))


def test_without_a_recording_the_file_that_is_looked_for_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("rec 7.m4a (01:05)\n\n[00:01] Anna: Hello.\n")
    assert import_file(path).audio.file == str(tmp_path / "rec 7.m4a")


def test_a_transcript_of_diarist_is_tied_to_the_sound_that_it_knows_and_to_no_other(tmp_path: Path) -> None:
    talk = HOSTILE["overlaps"]
    path = tmp_path / "talk.json"
    recording = sound(tmp_path / "talk.wav")
    known = replace(talk.audio, file="/gone/talk.wav")
    path.write_text(json_format.render(replace(talk, audio=known)))
    assert import_file(path).audio.file == str(recording)
    path.write_text(json_format.render(replace(talk, audio=replace(known, sha256="0" * 64))))
    assert import_file(path).audio.file == "/gone/talk.wav"
