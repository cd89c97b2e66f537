import io
import struct
from pathlib import Path

import pytest
from synthesis import chunk, encode, s16, tone, wav_bytes

from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.audio.riff import wav_layout

PCM = s16(tone(16_000, 0.2))
LIST = chunk(b"LIST", b"INFOISFT" + b"\x0e\0\0\0" + b"a recorder 1.0")


def sound_size(data: bytes) -> int:
    layout = wav_layout(io.BytesIO(data))
    assert layout is not None
    return layout.size


def test_an_honest_header_is_believed() -> None:
    layout = wav_layout(io.BytesIO(wav_bytes(PCM, before=chunk(b"bext", bytes(7)), after=LIST)))
    assert layout is not None
    assert (layout.claimed, layout.size, len(layout.fmt)) == (len(PCM), len(PCM), 16)
    assert layout.start == 12 + 24 + 16 + 8


@pytest.mark.parametrize("claimed", [len(PCM) + 2, 0x80000000, 0xFFFFFFFF])
def test_a_claim_beyond_the_end_means_everything_there_is(claimed: int) -> None:
    assert sound_size(wav_bytes(PCM, claimed=claimed)) == len(PCM)


@pytest.mark.parametrize("claimed", [0, 100, 101, len(PCM) // 2])
def test_a_claim_that_is_too_small_means_everything_there_is(claimed: int) -> None:
    assert sound_size(wav_bytes(PCM, claimed=claimed)) == len(PCM)


@pytest.mark.parametrize("claimed", [0, 100, len(PCM), 1 << 62])
@pytest.mark.parametrize("after", [b"", LIST])
def test_of_large_files_everything_there_is_is_sound_too(claimed: int, after: bytes) -> None:
    sizes = chunk(b"ds64", struct.pack("<QQQI", 0, claimed, 0, 0))
    after = after if claimed == len(PCM) else b""
    rf64 = b"RF64" + wav_bytes(PCM, claimed=0xFFFFFFFF, before=sizes, after=after)[4:]
    assert sound_size(rf64) == len(PCM)
    assert sound_size(b"BW64" + rf64[4:]) == len(PCM)


@pytest.mark.parametrize("claimed", [0, 24, 1000, 24 + len(PCM), 1 << 62, (1 << 64) - 1])
def test_of_w64_files_everything_there_is_is_sound_too(claimed: int, tmp_path: Path) -> None:
    data = bytearray(encode(tmp_path / "t.w64", tone(16_000, 0.2), 16_000, "pcm_s16le").read_bytes())
    at = data.index(b"data\xf3")
    data[at + 16 : at + 24] = struct.pack("<Q", claimed)
    assert sound_size(bytes(data)) == len(PCM)


@pytest.mark.parametrize("after", [b"", LIST, LIST + chunk(b"id3 ", bytes(9)), b"\0"])
def test_chunks_behind_the_sound_are_not_sound(after: bytes) -> None:
    assert sound_size(wav_bytes(PCM, after=after)) == len(PCM)
    assert sound_size(wav_bytes(b"", after=after)) == 0


@pytest.mark.parametrize("name", [b"LIST", b"bext", b"fmt "])
def test_no_chunk_is_believed_beyond_the_file(name: bytes, tmp_path: Path) -> None:
    data = bytearray(wav_bytes(PCM, before=chunk(b"bext", bytes(30)) + LIST))
    at = data.index(name)
    data[at + 4 : at + 8] = b"\xf0\xff\xff\xff"
    layout = wav_layout(io.BytesIO(data))
    assert layout is not None
    assert (layout.size, layout.fmt[:16], layout.is_true) == (len(PCM), data[20:36], False)
    (tmp_path / "t.wav").write_bytes(data)
    with AudioFile(tmp_path / "t.wav") as audio:
        assert sum(len(block.samples) for block in audio.blocks()) == len(PCM) // 2
        assert audio.damage.sentences() == ()


def test_letters_in_the_sound_are_no_chunk() -> None:
    sound = PCM[:1000] + b"LIST\xff\xff\xff\x00" + PCM[1008:]
    assert sound_size(wav_bytes(sound, claimed=1000)) == len(PCM)


def test_a_missing_pad_byte_does_no_harm() -> None:
    assert sound_size(wav_bytes(PCM[:-1], after=LIST)) == len(PCM) - 1
    assert sound_size(wav_bytes(PCM[:-1], after=b"\0" + LIST)) == len(PCM) - 1


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF\0\0\0\0AVI LIST", b"OggS" + bytes(40), wav_bytes(b"")[:-8]])
def test_what_is_no_wav_file_has_no_layout(data: bytes) -> None:
    assert wav_layout(io.BytesIO(data)) is None
