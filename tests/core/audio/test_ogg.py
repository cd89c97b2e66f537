import io
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from synthesis import clicks, encode, onsets_s

from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.audio.ogg import links


def read(path: Path) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    with AudioFile(path) as audio:
        samples = np.concatenate([block.samples[:, 0] for block in audio.blocks()])
        return samples, audio.damage.sentences()


def link(path: Path, length_s: float, at_s: float, *, rate_hz: int = 48_000, channels: int = 1) -> bytes:
    sound = clicks(rate_hz, length_s, (at_s,))
    if path.suffix == ".ogg":
        soundfile.write(path, np.stack([sound] * channels, axis=1), rate_hz, format="OGG", subtype="VORBIS")
    else:
        codec = "flac" if path.suffix == ".oga" else "libopus"
        encode(path, sound, rate_hz, codec, layout="stereo" if channels == 2 else "mono")
    return path.read_bytes()


@pytest.mark.parametrize("name", ["t.opus", "t.oga", "t.ogg"])
@pytest.mark.parametrize("first_s", [0.3, 0.8, 4.0])
def test_a_chained_stream_is_all_of_its_links(name: str, first_s: float, tmp_path: Path) -> None:
    path = tmp_path / name
    chain = link(path, first_s, 0.1) + link(path, 3.0, 1.5, channels=2) + link(path, 0.5, 0.2, rate_hz=24_000)
    path.write_bytes(chain)
    samples, sentences = read(path)
    assert len(samples) / 16_000 == pytest.approx(first_s + 3.5, abs=0.03)
    assert onsets_s(samples) == pytest.approx([0.1, first_s + 1.5, first_s + 3.2], abs=0.02)
    assert sentences == ()


def test_a_link_that_cannot_be_read_is_told_and_the_others_are_heard(tmp_path: Path) -> None:
    path = tmp_path / "t.opus"
    one = link(path, 2.0, 1.0)
    path.write_bytes(one + one.replace(b"OpusHead", b"OpusBody") + one)
    samples, sentences = read(path)
    assert onsets_s(samples) == pytest.approx([1.0, 3.0], abs=0.02)
    assert sentences == ("1 piece could not be decoded, at 00:02: silence stands in its place.",)


def test_links_cover_the_file_and_know_whether_they_are_ended(tmp_path: Path) -> None:
    one = link(tmp_path / "t.opus", 1.0, 0.5)
    both = links(io.BytesIO(one + one[:-10]))
    assert [(each.start, each.size, each.is_ended) for each in both] == [
        (0, len(one), True),
        (len(one), len(one) - 10, False),
    ]
    torn = links(io.BytesIO(one[:200] + bytes(100_000) + one[200:] + one))
    assert [each.start for each in torn] == [0, len(one) + 100_000]
    assert links(io.BytesIO(b"RIFF")) == ()
