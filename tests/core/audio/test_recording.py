import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile
from synthesis import tone

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
from desktop_app.user_folders import cache_folder

IN_LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    open_recording(Path(sys.argv[1]), scratch=Path(sys.argv[2]))
except AudioError as error:
    print(error)
"""


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.wav"
    soundfile.write(path, np.repeat(tone(48_000, 5.0)[:, np.newaxis], 2, axis=1), 48_000)
    return path


def test_a_recording_is_its_samples_and_where_they_come_from(talk: Path) -> None:
    with open_recording(talk) as recording:
        assert recording.path == talk
        assert (recording.source_rate_hz, recording.source_channels) == (48_000, 2)
        assert (recording.duration_ms, recording.gain, recording.damage.sentences()) == (5000, 1.0, ())
        assert recording.samples.dtype == np.float32
        np.testing.assert_allclose(recording.samples[800:-800], tone(16_000, 5.0)[800:-800], atol=2e-3)


def test_samples_cannot_be_changed(talk: Path) -> None:
    with open_recording(talk) as recording, pytest.raises(ValueError, match="read-only"):
        recording.samples[0] = 1


@pytest.mark.skipif(os.name == "nt", reason="a file has a name there until it is closed")
def test_nothing_is_left_in_the_cache_folder(talk: Path) -> None:
    folder = cache_folder()
    with open_recording(talk):
        assert list(folder.iterdir()) == []


def test_the_scratch_folder_is_made(talk: Path, tmp_path: Path) -> None:
    with open_recording(talk, scratch=tmp_path / "new" / "scratch"):
        assert (tmp_path / "new" / "scratch").is_dir()


def test_a_closed_recording_has_no_samples(talk: Path) -> None:
    with open_recording(talk) as recording:
        kept = recording.samples[:100]
    recording.close()
    assert np.isfinite(kept).all()
    with pytest.raises(ValueError, match=r"talk\.wav: the recording is closed"):
        _ = recording.samples


def test_progress_is_told(talk: Path) -> None:
    told: list[float] = []
    open_recording(talk, on_progress=told.append).close()
    assert told == sorted(told)
    assert len(told) > 4
    assert told[-1] == 1


def test_an_error_while_told_of_progress_is_passed_on_as_it_is(talk: Path) -> None:
    def hang_up(_: float) -> None:
        raise BrokenPipeError("nobody listens")

    with pytest.raises(BrokenPipeError, match="nobody listens"):
        open_recording(talk, on_progress=hang_up)


def test_an_offset_is_taken_away(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "offset.wav", tone(16_000, 130.0, level=0.3) + 0.1, 16_000)
    with open_recording(tmp_path / "offset.wav") as recording:
        np.testing.assert_allclose(recording.samples, tone(16_000, 130.0, level=0.3), atol=1e-3)
        assert recording.gain == 1


def test_a_faint_recording_is_made_louder(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "faint.wav", tone(16_000, 3.0, level=0.001), 16_000, subtype="FLOAT")
    with open_recording(tmp_path / "faint.wav") as recording:
        assert np.sqrt(np.mean(np.square(recording.samples))) == pytest.approx(0.05, rel=0.01)
        assert recording.gain == pytest.approx(70.7, rel=0.01)


def test_a_twentieth_of_a_second_is_a_recording(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "short.wav", tone(44_100, 0.05), 44_100)
    with open_recording(tmp_path / "short.wav") as recording:
        assert recording.duration_ms == 50


def test_less_than_a_sample_is_an_empty_recording(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "click.wav", np.ones(1, np.float32), 192_000)
    with open_recording(tmp_path / "click.wav") as recording:
        assert recording.samples.shape == (0,)
        assert recording.duration_ms == 0


def test_a_recording_without_sound_leaves_nothing(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "none.aiff", np.zeros(0, np.float32), 16_000)
    with pytest.raises(AudioError, match="it holds no sound"):
        open_recording(tmp_path / "none.aiff", scratch=tmp_path / "scratch")
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_scratch_folder_that_cannot_be_made_is_named(talk: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AudioError, match=r"cannot be kept in the folder .*scratch: "):
        open_recording(talk, scratch=tmp_path / "file" / "scratch")


@pytest.mark.skipif(os.name == "nt", reason="no such limits there")
def test_a_disk_that_fills_is_named_with_the_room_needed(talk: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IN_LITTLE_ROOM, talk, scratch], capture_output=True, text=True, check=True
    )
    said = f"{talk}: its sound cannot be kept in the folder {scratch}: File too large (about 1 MB are needed there)"
    assert done.stdout.strip() == said
    assert done.stderr == ""
    assert list(scratch.iterdir()) == []


def test_memory_does_not_grow_with_the_recording(tmp_path: Path) -> None:
    with soundfile.SoundFile(tmp_path / "long.wav", "w", 8000, 1) as file:
        for _ in range(10):
            file.write(tone(8000, 60.0))
    tracemalloc.start()
    try:
        with open_recording(tmp_path / "long.wav") as recording:
            whole_bytes = recording.samples.nbytes
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert whole_bytes == 600 * 16_000 * 4
    assert peak_bytes < whole_bytes / 4


def test_two_identical_channels_are_heard_as_the_one_they_are(talk: Path, tmp_path: Path) -> None:
    mono = tmp_path / "mono.wav"
    soundfile.write(mono, tone(48_000, 5.0), 48_000)
    with open_recording(talk) as both, open_recording(mono) as one:
        assert np.array_equal(both.samples, one.samples)
