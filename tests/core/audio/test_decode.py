from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from synthesis import chunk, clicks, encode, onsets_s, s16, tone, wav_bytes

from desktop_app.core.audio.decode import AudioFile, Block
from desktop_app.core.audio.errors import AudioError

AT_S = (0.5, 1.5, 2.75)
CLICKS = clicks(48_000, 3.2, AT_S)


def blocks(path: Path) -> Iterator[Block]:
    with AudioFile(path) as audio:
        yield from audio.blocks()


def decoded(path: Path) -> NDArray[np.float32]:
    """The mean of the channels of the first track."""
    return np.concatenate([block.samples for block in blocks(path) if block.track == 0]).mean(axis=1)


@pytest.mark.parametrize(
    ("container", "subtype"),
    [
        ("WAV", "PCM_U8"),
        ("WAV", "PCM_16"),
        ("WAV", "PCM_24"),
        ("WAV", "PCM_32"),
        ("WAV", "FLOAT"),
        ("WAV", "DOUBLE"),
        ("WAV", "ULAW"),
        ("WAV", "IMA_ADPCM"),
        ("WAVEX", "PCM_24"),
        ("RF64", "PCM_16"),
        ("W64", "PCM_16"),
        ("AIFF", "PCM_16"),
        ("FLAC", "PCM_16"),
        ("FLAC", "PCM_24"),
        ("OGG", "VORBIS"),
    ],
)
def test_every_format_of_sound_files_keeps_its_clicks(container: str, subtype: str, tmp_path: Path) -> None:
    path = tmp_path / "clicks"
    soundfile.write(path, CLICKS, 48_000, format=container, subtype=subtype)
    samples = decoded(path)
    assert samples.dtype == np.float32
    assert len(samples) == pytest.approx(3.2 * 16_000, abs=800 if subtype == "IMA_ADPCM" else 1)
    assert onsets_s(samples) == pytest.approx(AT_S, abs=0.003)
    assert np.abs(samples).max() == pytest.approx(0.8, abs=0.1)


# Where a container does not say how much silence its encoder put in front, that much is added.
@pytest.mark.parametrize(
    ("name", "codec", "video", "late_s"),
    [
        ("clicks.mp3", "libmp3lame", None, 0),
        ("clicks.m4a", "aac", None, 0),
        ("clicks.m4a", "alac", None, 0),
        ("clicks.opus", "libopus", None, 0),
        ("clicks.ogg", "libopus", None, 0),
        ("clicks.mka", "flac", None, 0),
        ("clicks.webm", "libopus", "libvpx", 0),
        ("clicks.mkv", "aac", "mpeg4", 0),
        ("clicks.mkv", "pcm_s16le", "mpeg4", 0),
        ("clicks.mp4", "aac", "mpeg4", 0),
        ("clicks.mov", "aac", "mpeg4", 0),
        ("clicks.mov", "pcm_s24le", "mpeg4", 0),
        ("clicks.avi", "pcm_s16le", "mpeg4", 0),
        ("clicks.avi", "libmp3lame", "mpeg4", 0.03),
        ("clicks.aac", "aac", None, 0.025),
        ("clicks.ts", "aac", "mpeg4", 0.025),
        ("clicks.wma", "wmav2", None, 0.1),
        ("clicks.wmv", "wmav2", "msmpeg4", 0.1),
    ],
)
@pytest.mark.parametrize("layout", ["mono", "stereo"])
def test_every_codec_and_container_keeps_its_clicks(
    name: str, codec: str, video: str | None, late_s: float, layout: str, tmp_path: Path
) -> None:
    samples = decoded(encode(tmp_path / name, CLICKS, 48_000, codec, layout=layout, video=video))
    found = onsets_s(samples)
    assert len(found) == len(AT_S)
    assert all(-0.004 <= at - true <= late_s + 0.004 for at, true in zip(found, AT_S, strict=True))
    assert 3.199 <= len(samples) / 16_000 <= 3.2 + late_s + 0.06


@pytest.mark.parametrize("rate_hz", [8000, 11_025, 16_000, 44_100, 48_000, 192_000])
@pytest.mark.parametrize("channels", [1, 2, 8])
def test_every_rate_and_number_of_channels_keeps_its_length(rate_hz: int, channels: int, tmp_path: Path) -> None:
    sound = tone(rate_hz, 1.234)
    soundfile.write(tmp_path / "tone.wav", np.repeat(sound[:, np.newaxis], channels, axis=1), rate_hz)
    samples = decoded(tmp_path / "tone.wav")
    assert abs(len(samples) - 1.234 * 16_000) <= 1
    np.testing.assert_allclose(samples[500:19_000], tone(16_000, 1.234)[500:19_000], atol=2e-3)


@pytest.mark.parametrize(("name", "codec"), [("t.mka", "libopus"), ("t.m4a", "aac"), ("t.flac", "flac")])
def test_eight_channels_in_planes_are_averaged(name: str, codec: str, tmp_path: Path) -> None:
    path = encode(tmp_path / name, tone(48_000, 1.0), 48_000, codec, layout="7.1")
    with AudioFile(path) as audio:
        assert [(track.rate_hz, track.channels) for track in audio.tracks] == [(48_000, 8)]
    level = np.sqrt(np.mean(np.square(decoded(path)[2000:14_000])))
    assert 0.25 < level < 0.5


def test_a_gap_in_the_timestamps_is_silence(tmp_path: Path) -> None:
    path = encode(tmp_path / "gap.mkv", CLICKS, 48_000, "pcm_s16le", jump=(1.0, 7.5))
    samples = decoded(path)
    assert onsets_s(samples) == pytest.approx([0.5, 9.0, 10.25], abs=0.003)
    assert not samples[int(1.1 * 16_000) : int(8.4 * 16_000)].any()
    assert len(samples) == pytest.approx(10.7 * 16_000, abs=20)


def test_sound_that_starts_after_the_picture_has_silence_before_it(tmp_path: Path) -> None:
    path = encode(tmp_path / "late.mkv", CLICKS, 48_000, "libopus", video="mpeg4", start_s=1.25)
    assert onsets_s(decoded(path)) == pytest.approx([1.75, 2.75, 4.0], abs=0.005)


def test_timestamps_that_start_anew_carry_on(tmp_path: Path) -> None:
    one = encode(tmp_path / "one.ogg", CLICKS, 48_000, "libopus")
    (tmp_path / "two.ogg").write_bytes(one.read_bytes() * 2)
    expected = [*AT_S, *(3.2 + at for at in AT_S)]
    assert onsets_s(decoded(tmp_path / "two.ogg")) == pytest.approx(expected, abs=0.01)


def test_recordings_of_different_rates_in_one_file_are_read_on(tmp_path: Path) -> None:
    parts = [
        encode(tmp_path / "a.mp3", clicks(44_100, 2.0, (1.0,)), 44_100, "libmp3lame", layout="stereo"),
        encode(tmp_path / "b.mp3", clicks(48_000, 2.0, (1.0,)), 48_000, "libmp3lame"),
    ]
    (tmp_path / "both.mp3").write_bytes(b"".join(part.read_bytes() for part in parts))
    assert onsets_s(decoded(tmp_path / "both.mp3")) == pytest.approx([1.0, 3.0], abs=0.15)


def test_tracks_that_appear_midway_do_not_disturb(tmp_path: Path) -> None:
    sound_only = encode(tmp_path / "sound.ts", CLICKS, 48_000, "mp2")
    other_tracks = {"mpegts_start_pid": "512", "mpegts_pmt_start_pid": "6000", "mpegts_service_id": "7"}
    with_picture = encode(tmp_path / "picture.ts", CLICKS, 48_000, "aac", video="mpeg4", options=other_tracks)
    data = sound_only.read_bytes()
    (tmp_path / "joined.ts").write_bytes(data * 60 + with_picture.read_bytes())
    assert onsets_s(decoded(tmp_path / "joined.ts"))[:3] == pytest.approx(AT_S, abs=0.03)


def test_what_is_broken_is_silent_and_the_rest_in_its_place(tmp_path: Path) -> None:
    at_s = (1.0, 11.0, 19.0)
    path = encode(tmp_path / "broken.m4a", clicks(48_000, 20.0, at_s) + tone(48_000, 20.0, level=0.02), 48_000, "aac")
    data = bytearray(path.read_bytes())
    data[len(data) // 4 : len(data) // 3] = np.random.default_rng(0).bytes(len(data) // 3 - len(data) // 4)
    path.write_bytes(data)
    with AudioFile(path) as audio:
        samples = np.concatenate([block.samples[:, 0] for block in audio.blocks()])
        assert audio.damage.sentences() == ("1 piece could not be decoded, at 00:05: silence stands in its place.",)
    whole = samples.copy()
    whole[3 * 16_000 : 9 * 16_000] = 0
    assert onsets_s(whole) == pytest.approx(at_s, abs=0.005)


def test_a_recording_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = encode(tmp_path / "cut.mkv", CLICKS, 48_000, "pcm_s16le")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert onsets_s(decoded(path)) == pytest.approx(AT_S[:2], abs=0.003)


def test_sound_that_cannot_be_decoded_at_all_is_an_error(tmp_path: Path) -> None:
    path = encode(tmp_path / "locked.m4a", CLICKS, 48_000, "alac")
    data = bytearray(path.read_bytes())
    start = data.index(b"mdat") + 4
    data[start : data.index(b"moov") - 4] = b"\xff" * (data.index(b"moov") - 4 - start)
    path.write_bytes(data)
    with pytest.raises(AudioError, match="none of its sound can be decoded"):
        decoded(path)


def test_a_sound_track_without_sound_is_an_error(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "none.aiff", np.zeros(0, np.float32), 16_000)
    with pytest.raises(AudioError, match=r"none\.aiff: it holds no sound$"):
        decoded(tmp_path / "none.aiff")


PCM = s16(tone(16_000, 2.0))
LIST = chunk(b"LIST", b"INFO" + bytes(500))


@pytest.mark.parametrize(
    "wav",
    [
        wav_bytes(PCM),
        wav_bytes(PCM, after=LIST),
        wav_bytes(PCM, claimed=0),
        wav_bytes(PCM, claimed=len(PCM) + 1000),
        wav_bytes(PCM, claimed=0x80000000),
        wav_bytes(PCM, claimed=0xFFFFFFFF),
        wav_bytes(PCM, claimed=10_000),
        wav_bytes(PCM, claimed=10_001, before=LIST),
    ],
)
def test_a_wav_file_gives_all_its_sound_whatever_length_it_claims(wav: bytes, tmp_path: Path) -> None:
    (tmp_path / "claims.wav").write_bytes(wav)
    np.testing.assert_array_equal(decoded(tmp_path / "claims.wav"), np.frombuffer(PCM, "<i2") / np.float32(32768))


def test_values_that_are_no_sound_do_not_spread(tmp_path: Path) -> None:
    sound = tone(48_000, 1.0, level=0.1)
    sound[24_000:24_004] = np.nan, np.inf, -np.inf, 3e38
    soundfile.write(tmp_path / "odd.wav", sound, 48_000, subtype="FLOAT")
    samples = decoded(tmp_path / "odd.wav")
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() <= 1
    np.testing.assert_allclose(samples[500:7000], tone(16_000, 1.0, level=0.1)[500:7000], atol=1e-3)


def test_blocks_stay_small_however_long_the_recording_or_its_gaps(tmp_path: Path) -> None:
    path = encode(tmp_path / "gap.mkv", CLICKS, 48_000, "pcm_s16le", jump=(1.0, 600.0))
    sizes = [len(block.samples) for block in blocks(path)]
    assert sum(sizes) == pytest.approx(603.2 * 16_000, abs=20)
    assert max(sizes) <= 2 * 16_000


@pytest.mark.parametrize(
    ("name", "codec"), [("p.wav", "pcm_s16le"), ("p.mp3", "libmp3lame"), ("p.mkv", "libopus"), ("p.aac", "aac")]
)
def test_progress_goes_from_nothing_to_all(name: str, codec: str, tmp_path: Path) -> None:
    path = encode(tmp_path / name, tone(48_000, 20.0), 48_000, codec)
    fractions = [block.fraction for block in blocks(path)]
    assert fractions == sorted(fractions)
    assert 0 < fractions[0] < 0.2
    assert 0.4 < fractions[len(fractions) // 2] < 0.7
    assert fractions[-1] == 1


def test_progress_needs_no_duration(tmp_path: Path) -> None:
    (tmp_path / "short.wav").write_bytes(wav_bytes(s16(tone(16_000, 20.0)), claimed=1000))
    fractions = [block.fraction for block in blocks(tmp_path / "short.wav")]
    assert 0.4 < fractions[len(fractions) // 2] < 0.6


@pytest.mark.parametrize("length", [1, 10, 800])
def test_a_very_short_recording_is_read(length: int, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "short.wav", tone(48_000, 1.0)[:length], 48_000)
    assert abs(len(decoded(tmp_path / "short.wav")) - length / 3) <= 1
