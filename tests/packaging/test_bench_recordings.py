"""What the bench runs on."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from bench.errors import LeftOut
from bench.probe_clustering import synthetic_embeddings
from bench.probe_reclustering import repeated
from bench.recordings import Recordings, sound_of

from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.evaluation.rttm import read_rttm


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A scratch folder in which a conversation of half a minute is already made: two seconds of it are there."""
    folder = tmp_path / "long-0.5"
    folder.mkdir()
    soundfile.write(folder / "long-0.5min.wav", np.zeros(32_000, np.float32), 16_000, subtype="PCM_16")
    (folder / "long-0.5min.rttm").write_text("SPEAKER long 1 0.500 1.000 <NA> <NA> anna <NA> <NA>\n")
    return tmp_path


@pytest.mark.parametrize("name", ["conversations", "meetings", "more_conversations"])
def test_without_the_data_recordings_are_left_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(LeftOut, match="Left out"):
        getattr(Recordings(tmp_path / "none", tmp_path), name)()


def test_the_telephone_sample_is_found_where_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIST_TELEPHONE", str(tmp_path))
    with pytest.raises(LeftOut, match="pip download"):
        Recordings(tmp_path, tmp_path).telephone()
    (tmp_path / "sample.rttm").touch()
    assert Recordings(tmp_path, tmp_path).telephone() == tmp_path


def test_a_repeated_recording_has_its_truth_repeated(scratch: Path) -> None:
    folder = Recordings(scratch, scratch).repeated(0.5, 3)
    assert soundfile.info(sound_of(folder)).duration == 6.0
    spans = read_rttm(sound_of(folder).with_suffix(".rttm"))
    assert [(span.speaker, span.start_ms, span.end_ms) for span in spans] == [
        ("anna", 500, 1500),
        ("anna", 2500, 3500),
        ("anna", 4500, 5500),
    ]


def test_a_made_hour_has_all_clips_again_and_again_with_their_truth(tmp_path: Path) -> None:
    clips = tmp_path / "data" / "clips"
    clips.mkdir(parents=True)
    for speaker, length_s in (("anna", 2), ("ben", 3)):
        sound = np.concatenate([np.zeros(16_000), np.full((length_s - 1) * 16_000, 0.3)])
        soundfile.write(clips / f"{speaker}.wav", sound, 16_000, subtype="PCM_16")
        line = f"SPEAKER {speaker} 1 1.000 {length_s - 1}.000 <NA> <NA> {speaker} <NA> <NA>\n"
        (clips / f"{speaker}.rttm").write_text(line)
    (clips / "without-truth.wav").touch()
    recording = sound_of(Recordings(tmp_path / "data", tmp_path).again_and_again(["clips"], 0.25, seed=1))
    samples, _ = soundfile.read(recording)
    spans = read_rttm(recording.with_suffix(".rttm"))
    assert 15 <= len(samples) / 16_000 < 20
    assert {spans[at].speaker for at in (0, 1)} == {spans[at].speaker for at in (2, 3)} == {"anna", "ben"}
    for before, span in pairwise(spans):  # the truth is rounded to a millisecond
        assert np.abs(samples[span.start_ms * 16 + 16 : span.end_ms * 16 - 16]).min() > 0.18
        assert np.abs(samples[before.end_ms * 16 + 16 : span.start_ms * 16 - 16]).max() < 0.01
    levels = [samples[span.start_ms * 16 + 8000] for span in spans]
    assert len({round(float(level), 3) for level in levels}) == len(levels)


def test_synthetic_embeddings_are_as_alike_as_they_say() -> None:
    embeddings = synthetic_embeddings(400, 2)
    cosines = embeddings @ embeddings.T
    same = cosines > 0.34
    np.fill_diagonal(cosines, np.nan)
    assert np.nanmean(cosines[same]) == pytest.approx(0.6, abs=0.01)
    assert np.nanmean(cosines[~same]) == pytest.approx(0.08, abs=0.01)


def test_repeated_voices_do_not_meet() -> None:
    heard = np.ones(40, np.bool_)
    pieces = (Piece(0, 10, heard, heard), Piece(1, 30, heard, heard))
    voices = repeated(Voices(pieces, np.eye(2, 4, dtype=np.float32), 1000), 3)
    assert [(piece.track, piece.start) for piece in voices.pieces] == [
        (0, 10), (1, 30), (2, 80), (3, 100), (4, 150), (5, 170)
    ]  # fmt: skip
    assert voices.embeddings.shape == (6, 4)
    assert voices.duration_ms >= voices.pieces[-1].end * 270 // 16
