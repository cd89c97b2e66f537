import io
import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from synthesis import chunk, s16, tone, wav_bytes

from desktop_app.core.audio.errors import WavError
from desktop_app.core.audio.wav import wav_bytes_to_waveform

GUID_TAIL = bytes.fromhex("000000001000800000aa00389b71")
PCM = s16(tone(16_000, 0.1))


def extension(tag: int, bits: int, tail: bytes = GUID_TAIL) -> bytes:
    return struct.pack("<HHIH", 22, bits, 0, tag) + tail


@given(
    subtype=st.sampled_from(["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"]),
    container=st.sampled_from(["WAV", "WAVEX"]),
    channels=st.integers(1, 8),
    rate_hz=st.sampled_from([8000, 11_025, 16_000, 44_100, 192_000]),
    length=st.integers(0, 50),
    seed=st.integers(0, 2**32 - 1),
)
def test_every_width_reads_as_another_library_reads_it(
    subtype: str, container: str, channels: int, rate_hz: int, length: int, seed: int
) -> None:
    samples = np.random.default_rng(seed).uniform(-1, 1, (length, channels))
    file = io.BytesIO()
    soundfile.write(file, samples, rate_hz, format=container, subtype=subtype)
    waveform, read_rate_hz = wav_bytes_to_waveform(file.getvalue())
    file.seek(0)
    expected = soundfile.read(file, always_2d=True)[0].mean(axis=1)
    assert (waveform.dtype, waveform.shape, read_rate_hz) == (np.float32, (1, length), rate_hz)
    np.testing.assert_allclose(waveform[0], expected, atol=1e-6)


@pytest.mark.parametrize(("tag", "bits", "dtype"), [(1, 16, "<i2"), (1, 32, "<i4"), (3, 32, "<f4"), (3, 64, "<f8")])
def test_an_extensible_format_is_read_by_its_sub_format(tag: int, bits: int, dtype: str) -> None:
    values = np.array([0, 1, -1, 0], dtype)
    waveform, _ = wav_bytes_to_waveform(
        wav_bytes(values.tobytes(), tag=0xFFFE, bits=bits, extension=extension(tag, bits))
    )
    scale = 1 if tag == 3 else 2 ** (bits - 1)
    np.testing.assert_allclose(waveform[0], values / scale, atol=1e-6)


@pytest.mark.parametrize("claimed", [0, 10, len(PCM) // 2, 0x7FFFFFFF, 0xFFFFFFFF])
def test_a_false_length_gives_everything_that_is_there(claimed: int) -> None:
    waveform, _ = wav_bytes_to_waveform(wav_bytes(PCM, claimed=claimed))
    np.testing.assert_array_equal(waveform[0], np.frombuffer(PCM, "<i2") / np.float32(32768))


def test_trailing_chunks_are_not_read_as_sound() -> None:
    waveform, _ = wav_bytes_to_waveform(wav_bytes(PCM, after=chunk(b"LIST", bytes(333))))
    assert waveform.shape == (1, 1600)


def test_an_incomplete_last_frame_is_dropped() -> None:
    waveform, _ = wav_bytes_to_waveform(wav_bytes(bytes(4 * 10 + 3), channels=2, claimed=0xFFFFFFFF))
    assert waveform.shape == (1, 10)


def test_values_that_are_no_sound_do_not_get_through() -> None:
    pcm = np.array([np.nan, np.inf, -np.inf, 1e30], "<f4").tobytes()
    waveform, _ = wav_bytes_to_waveform(wav_bytes(pcm, tag=3, bits=32))
    np.testing.assert_allclose(waveform[0], [0, 0, 0, 0])
    assert waveform.max() < 1


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "not a WAV file"),
        (b"OggS" + bytes(100), "OggS"),
        (wav_bytes(b"")[:-8], "not a WAV file with sound"),
        (wav_bytes(bytes(8), tag=6, bits=8), "0x0006 and 8 bits"),
        (wav_bytes(bytes(8), tag=0x55, bits=0), "0x0055"),
        (wav_bytes(bytes(8), bits=12), "12 bits"),
        (wav_bytes(bytes(8), tag=3, bits=16), "0x0003 and 16 bits"),
        (wav_bytes(bytes(8), channels=0), "0 channels"),
        (wav_bytes(bytes(8), rate_hz=0), "0 Hz"),
        (wav_bytes(bytes(8), tag=0xFFFE), "extensible"),
        (wav_bytes(bytes(8), tag=0xFFFE, extension=extension(1, 16, bytes(14))), "unknown kind"),
        (b"RIFF\0\0\0\0WAVE" + chunk(b"fmt ", bytes(8)) + chunk(b"data", bytes(8)), "8 bytes instead of 16"),
        (b"RIFF\0\0\0\0WAVE" + chunk(b"data", bytes(8)), "0 bytes instead of 16"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, cause: str) -> None:
    with pytest.raises(WavError, match=cause):
        wav_bytes_to_waveform(data)


@given(st.binary(max_size=80))
def test_any_bytes_give_a_waveform_or_a_wav_error(tail: bytes) -> None:
    try:
        waveform, rate_hz = wav_bytes_to_waveform(b"RIFF\0\0\0\0WAVEfmt " + tail)
    except WavError:
        return
    assert waveform.shape[0] == 1
    assert rate_hz > 0


def test_a_file_of_another_program_is_read(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "stereo.wav", np.stack([tone(44_100, 0.1), -0.5 * tone(44_100, 0.1)], axis=1), 44_100)
    waveform, rate_hz = wav_bytes_to_waveform((tmp_path / "stereo.wav").read_bytes())
    assert rate_hz == 44_100
    np.testing.assert_allclose(waveform[0], 0.25 * tone(44_100, 0.1), atol=1e-4)
