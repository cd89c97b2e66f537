"""What is read after a seek is what the transcript has at that time, in files of every kind."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray
from synthesis import encode, s16, wav_bytes
from told_time import RATE_HZ, off_by_ms, telling_noise

from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.sound_reader import SoundReader
from desktop_app.core.playback.values import Played
from desktop_app.core.transcript.values import HeardTrack

LENGTH_S = 24.0
NOISE = telling_noise(LENGTH_S)
SOUND = soxr.resample(NOISE, RATE_HZ, 48_000)
AT_S = (17.3, 0.0, 21.9, 5.05, 5.0, 0.4, 12.0)
MOST_OFF_MS = 5.0


def transcribed(path: Path) -> NDArray[np.float32]:
    """What the transcript is made from, the mean of the first track's channels."""
    with AudioFile(path) as audio:
        return np.concatenate([block.samples for block in audio.blocks() if block.track == 0]).mean(axis=1)


def read_at(reader: SoundReader, at_s: float, *, length_s: float = 0.35) -> NDArray[np.float32]:
    """So much sound from there on, mono; less at the end."""
    reader.seek(round(at_s * RATE_HZ))
    return read_on(reader, length_s=length_s)


def read_on(reader: SoundReader, *, length_s: float) -> NDArray[np.float32]:
    parts, there = [np.empty((0, 2), np.float32)], 0
    while there < length_s * RATE_HZ and (part := reader.read()) is not None:
        parts.append(part)
        there += len(part)
    return np.concatenate(parts).mean(axis=1)[: round(length_s * RATE_HZ)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


BARE = {"write_xing": "0", "id3v2_version": "0"}
MADE_BY: Mapping[str, Callable[[Path], object]] = {
    "pcm.wav": lambda path: soundfile.write(path, SOUND, 48_000),
    "summed.flac": lambda path: soundfile.write(path, SOUND, 48_000),
    "vorbis.ogg": lambda path: soundfile.write(path, SOUND, 48_000, format="OGG", subtype="VORBIS"),
    "steady.mp3": lambda path: encode(path, SOUND, 48_000, "libmp3lame"),
    "varying.mp3": lambda path: encode(path, SOUND, 48_000, "libmp3lame", quality=4),
    "without-index.mp3": lambda path: encode(path, SOUND, 48_000, "libmp3lame", quality=4, options=BARE),
    "frames.aac": lambda path: encode(path, SOUND, 48_000, "aac"),
    "talk.m4a": lambda path: encode(path, SOUND, 48_000, "aac"),
    "opus.ogg": lambda path: encode(path, SOUND, 48_000, "libopus"),
    "opus.webm": lambda path: encode(path, SOUND, 48_000, "libopus"),
    "opus.mkv": lambda path: encode(path, SOUND, 48_000, "libopus"),
    "camera.mp4": lambda path: encode(path, SOUND, 48_000, "aac", video="mpeg4"),
    "camera.mkv": lambda path: encode(path, SOUND, 48_000, "aac", video="mpeg4"),
    "camera.ts": lambda path: encode(path, SOUND, 48_000, "aac", video="mpeg4"),
    "film.webm": lambda path: encode(path, SOUND, 48_000, "libopus", video="libvpx"),
}


def written(name: str, folder: Path) -> Path:
    path = folder / name
    if not path.exists():
        MADE_BY[name](path)
    return path


@pytest.mark.parametrize("name", MADE_BY)
def test_after_a_seek_sounds_what_the_transcript_has_there(name: str, folder: Path) -> None:
    path = written(name, folder)
    truth = transcribed(path)
    with closing(SoundReader(Played((path,)), RATE_HZ)) as reader:
        assert off_by_ms(read_on(reader, length_s=0.35), truth, 0.0) == pytest.approx(0, abs=MOST_OFF_MS)
        for known in (False, True):
            if known:
                reader.wait_until_looked_through()
            for at_s in AT_S:
                assert off_by_ms(read_at(reader, at_s), truth, at_s) == pytest.approx(0, abs=MOST_OFF_MS), at_s


@pytest.mark.parametrize("name", [name for name in MADE_BY if not name.endswith((".aac", "index.mp3", ".ts"))])
def test_the_time_is_that_of_the_sound_that_was_encoded(name: str, folder: Path) -> None:
    path = written(name, folder)
    with closing(SoundReader(Played((path,)), RATE_HZ)) as reader:
        for at_s in AT_S:
            late_ms = 8.0 if name == "vorbis.ogg" else MOST_OFF_MS
            assert off_by_ms(read_at(reader, at_s), NOISE, at_s) == pytest.approx(0, abs=late_ms), at_s


def agrees(played: Played, truth: NDArray[np.float32], *at_s: float) -> None:
    with closing(SoundReader(played, RATE_HZ)) as reader:
        reader.wait_until_looked_through()
        for each_s in at_s:
            assert off_by_ms(read_at(reader, each_s), truth, each_s) == pytest.approx(0, abs=MOST_OFF_MS), each_s


@pytest.mark.parametrize("name", ["jumps.mkv", "jumps.mp4", "jumps.mka"])
def test_a_gap_in_the_file_s_times_is_silence_as_in_the_transcript(name: str, tmp_path: Path) -> None:
    codec = "libopus" if name.endswith("a") else "aac"
    video = None if name.endswith("a") else "mpeg4"
    path = encode(tmp_path / name, SOUND, 48_000, codec, video=video, picture_s=30, jump=(10.0, 4.0))
    truth = transcribed(path)
    assert len(truth) > 27 * RATE_HZ
    agrees(Played((path,)), truth, 20.0, 5.0, 14.5, 9.0)
    with closing(SoundReader(Played((path,)), RATE_HZ)) as reader:
        assert not read_at(reader, 11.0, length_s=2.5).any()
        assert off_by_ms(read_at(reader, 9.5, length_s=8)[-6000:], truth, 17.5 - 6000 / RATE_HZ) == pytest.approx(
            0, abs=5
        )


def test_sound_that_starts_after_the_picture_starts_at_its_time(tmp_path: Path) -> None:
    path = encode(tmp_path / "late.mkv", SOUND, 48_000, "aac", video="mpeg4", start_s=2.5)
    truth = transcribed(path)
    agrees(Played((path,)), truth, 3.0, 15.0, 2.7)
    with closing(SoundReader(Played((path,)), RATE_HZ)) as reader:
        assert not read_at(reader, 0.0, length_s=2.4).any()


@pytest.mark.parametrize(
    "name", ["steady.mp3", "without-index.mp3", "frames.aac", "vorbis.ogg", "opus.mkv", "summed.flac"]
)
def test_behind_damage_it_agrees_with_the_transcript(name: str, folder: Path, tmp_path: Path) -> None:
    data = bytearray(written(name, folder).read_bytes())
    at = len(data) * 2 // 5
    data[at : at + len(data) // 20] = bytes(len(data) // 20)
    path = tmp_path / name
    path.write_bytes(data)
    agrees(Played((path,)), transcribed(path), 15.0, 2.0, 20.5)


def test_sound_cut_out_of_bare_frames_leaves_the_rest_where_the_transcript_has_it(folder: Path, tmp_path: Path) -> None:
    data = written("steady.mp3", folder).read_bytes()
    path = tmp_path / "joined.mp3"
    path.write_bytes(data[:200_100] + data[230_000:])
    agrees(Played((path,)), transcribed(path), 15.0, 2.0, 20.5)


def test_times_that_begin_anew_in_the_middle_are_played_as_transcribed(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "twice.ts"
    path.write_bytes(2 * written("camera.ts", folder).read_bytes())
    truth = transcribed(path)
    assert len(truth) > 40 * RATE_HZ
    agrees(Played((path,)), truth, 5.0, 30.0, 10.0, 45.0)


def test_a_chained_ogg_is_one_recording(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.ogg"
    soundfile.write(other, telling_noise(8.0, seed=2), RATE_HZ, format="OGG", subtype="VORBIS")
    path = tmp_path / "chained.ogg"
    path.write_bytes(written("vorbis.ogg", folder).read_bytes() + other.read_bytes())
    truth = transcribed(path)
    agrees(Played((path,)), truth, 26.0, 3.0, 30.0, 23.9 - 0.4)
    with closing(SoundReader(Played((path,)), RATE_HZ)) as reader:
        assert len(read_on(reader, length_s=60)) == pytest.approx(len(truth), abs=80)


def test_segments_of_a_recording_that_is_not_joined_follow_on_from_each_other(tmp_path: Path) -> None:
    whole = (NOISE * 32767).astype("<i2")
    files = []
    for first in range(0, len(whole), 8 * RATE_HZ):
        claimed = 0 if first else None  # the header of one that is being written is behind
        files.append(tmp_path / f"{first}.wav")
        files[-1].write_bytes(wav_bytes(whole[first : first + 8 * RATE_HZ].tobytes(), claimed=claimed))
    agrees(Played(tuple(files)), NOISE, 0.0, 7.9, 8.0, 20.0, 3.0)


def test_a_header_that_lies_about_the_length_binds_nobody(tmp_path: Path) -> None:
    for claimed in (0, 1000, 0xFFFFFFFF):
        path = tmp_path / f"{claimed}.wav"
        path.write_bytes(wav_bytes(s16(NOISE), claimed=claimed))
        with closing(SoundReader(Played((path,)), RATE_HZ)) as reader:
            assert reader.duration_s == pytest.approx(LENGTH_S, abs=0.01)
        agrees(Played((path,)), NOISE, 20.0, 1.0)


@pytest.mark.parametrize(
    ("rate_hz", "layout"), [(8_000, "mono"), (192_000, "7.1"), (44_100, "5.1"), (11_025, "stereo")]
)
def test_any_rate_and_any_channels_become_two_at_the_output_s_rate(rate_hz: int, layout: str, tmp_path: Path) -> None:
    import av

    samples = soxr.resample(NOISE[: 6 * RATE_HZ], RATE_HZ, rate_hz)
    channels = av.AudioLayout(layout).nb_channels
    path = tmp_path / "sound.wav"
    soundfile.write(path, np.repeat(samples[:, None], channels, axis=1), rate_hz, subtype="PCM_24")
    with closing(SoundReader(Played((path,)), 48_000)) as reader:
        reader.seek(2 * 48_000)
        sound = reader.read()
        assert sound is not None
        assert sound.shape[1] == 2
        reader.seek(0)
        length = 0
        while (sound := reader.read()) is not None:
            length += len(sound)
        assert length == 6 * 48_000
    agrees(Played((path,)), NOISE[: 6 * RATE_HZ], 2.0, 4.5)


def test_beyond_the_end_nothing_is_read(folder: Path) -> None:
    for name in ("pcm.wav", "steady.mp3", "talk.m4a", "opus.webm"):
        with closing(SoundReader(Played((written(name, folder),)), RATE_HZ)) as reader:
            reader.seek(3600 * RATE_HZ)
            assert reader.read() is None
            assert len(read_at(reader, 1.0)) > 0.3 * RATE_HZ


def test_only_the_tracks_and_channels_that_were_heard_sound(tmp_path: Path) -> None:
    other = telling_noise(LENGTH_S, seed=2)
    path = tmp_path / "two.wav"
    soundfile.write(path, np.stack([NOISE, other], axis=1), RATE_HZ)
    agrees(Played((path,), (HeardTrack(1, (1,), 2),)), NOISE, 5.0)
    agrees(Played((path,), (HeardTrack(1, (2,), 2),)), other, 5.0)
    with closing(SoundReader(Played((path,)), RATE_HZ)) as reader:
        reader.seek(5 * RATE_HZ)
        sound = reader.read()
        assert sound is not None
        first = 5 * RATE_HZ
        np.testing.assert_allclose(sound[:, 0], NOISE[first : first + len(sound)], atol=1e-3)
        np.testing.assert_allclose(sound[:, 1], other[first : first + len(sound)], atol=1e-3)


def two_tracks(path: Path, one: NDArray[np.float32], two: NDArray[np.float32]) -> Path:
    import av

    with av.open(str(path), "w") as container:
        streams = [container.add_stream("pcm_s16le", rate=RATE_HZ, layout="mono") for _ in range(2)]
        for first in range(0, max(len(one), len(two)), 1600):
            for stream, samples in zip(streams, (one, two), strict=True):
                part = samples[first : first + 1600]
                if len(part):
                    frame = av.AudioFrame.from_ndarray((part * 32767).astype("<i2")[None], format="s16", layout="mono")
                    frame.rate, frame.pts = RATE_HZ, first
                    container.mux(stream.encode(frame))
        for stream in streams:
            container.mux(stream.encode(None))
    return path


def test_tracks_are_mixed_at_their_times_also_where_one_ends_earlier(tmp_path: Path) -> None:
    other = telling_noise(10.0, seed=2)
    path = two_tracks(tmp_path / "two.mkv", NOISE, other)
    mixed = NOISE + np.pad(other, (0, len(NOISE) - len(other)))
    agrees(Played((path,)), mixed, 5.0, 9.9, 20.0)
    agrees(Played((path,), (HeardTrack(2, (1,), 1),)), other, 5.0, 9.0)
    agrees(Played((path,), (HeardTrack(1, (1,), 1),)), NOISE, 15.0)


def test_a_file_without_sound_and_one_that_is_not_there_are_told_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.wav", tmp_path / "text.txt", tmp_path / "empty.mp3"):
        if path.suffix != ".wav":
            path.write_text("words" if path.suffix == ".txt" else "")
        with pytest.raises(PlaybackError, match=f"'{path.name}' cannot be played: "):
            SoundReader(Played((path,)), RATE_HZ)


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    import threading

    yield
    assert not [thread for thread in threading.enumerate() if thread.name == "diarist-playback-times"]
