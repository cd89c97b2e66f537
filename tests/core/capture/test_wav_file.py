import io
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from fake_input import noise
from numpy.typing import NDArray

from desktop_app.core.audio.riff import wav_layout
from desktop_app.core.capture.wav_file import HEADER_BYTES, WavFile, repair, wav_rate_hz, wav_samples

Read = Callable[[Path], NDArray[np.int16]]
SOUND = noise(5000)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "sound.wav"
    with WavFile(path, 48_000) as file:
        file.write(SOUND)
    return path


def by_av(path: Path) -> NDArray[np.int16]:
    with av.open(path) as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])


def test_other_libraries_read_it_while_it_is_written(tmp_path: Path, samples_of: Read) -> None:
    path = tmp_path / "sound.wav"
    with WavFile(path, 48_000) as file:
        for end in (1000, 2500, 5000):
            file.write(SOUND[file.samples : end])
            assert np.array_equal(samples_of(path), SOUND[:end])
            assert np.array_equal(by_av(path), SOUND[:end])


def test_the_header_is_what_it_should_be(written: Path) -> None:
    layout = wav_layout(io.BytesIO(written.read_bytes()))
    assert layout is not None
    assert (layout.start, layout.size, layout.claimed) == (HEADER_BYTES, 10_000, 10_000)
    assert wav_rate_hz(written) == 48_000
    assert wav_samples(written) == 5000


def test_a_file_that_is_there_is_not_written_over(written: Path) -> None:
    with pytest.raises(FileExistsError):
        WavFile(written, 48_000)


@pytest.mark.parametrize("claimed", [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x10\x27\0\0", b"\x0f\0\0\0"])
@pytest.mark.parametrize("offset", [4, 40])
def test_wrong_sizes_are_made_good(written: Path, samples_of: Read, claimed: bytes, offset: int) -> None:
    good = written.read_bytes()
    written.write_bytes(good[:offset] + claimed + good[offset + 4 :])
    assert repair(written, 48_000) == 5000
    assert written.read_bytes() == good
    assert np.array_equal(samples_of(written), SOUND)


@pytest.mark.parametrize("damage", [0, 1, 12, 20, 36])
def test_a_header_of_zeros_is_written_anew(written: Path, damage: int) -> None:
    good = written.read_bytes()
    written.write_bytes(good[:damage] + bytes(HEADER_BYTES - damage) + good[HEADER_BYTES:])
    assert repair(written, 48_000) == 5000
    assert written.read_bytes() == good


def test_half_a_sample_at_the_end_is_cut(written: Path) -> None:
    good = written.read_bytes()
    written.write_bytes(good + b"\x01")
    assert wav_samples(written) == 5000
    repair(written, 48_000)
    assert written.read_bytes() == good


@pytest.mark.parametrize("length", range(HEADER_BYTES + 2))
def test_a_file_that_broke_off_in_its_header_has_no_sound(written: Path, samples_of: Read, length: int) -> None:
    written.write_bytes(written.read_bytes()[:length])
    assert wav_samples(written) == 0
    assert repair(written, 48_000) == 0
    assert len(samples_of(written)) == 0


def test_what_does_not_fit_into_the_sizes_lasts_to_the_end_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sound.wav"
    with WavFile(path, 48_000) as file:
        file.write(SOUND)
    samples = 5_000_000_000 // 2
    with path.open("r+b") as raw:
        raw.truncate(HEADER_BYTES + 2 * samples)  # of which the disk holds nothing
    assert repair(path, 48_000) == samples
    with path.open("rb") as raw:
        layout = wav_layout(raw)
    assert layout is not None
    assert (layout.size, layout.claimed) == (2 * samples, 0xFFFFFFFF)
