from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from synthesis import clicks, encode, onsets_s, s16, tone, wav_bytes

from desktop_app.core.audio.damage import Damage, places_s
from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.transcript.clock import clock

LENGTH_S = 16.0
AT_S = (1.0, 3.5, 6.0, 8.5, 11.0, 13.5, 15.0)
SOUND = clicks(48_000, LENGTH_S, AT_S) + tone(48_000, LENGTH_S, level=0.02)

# (name, codec, options of the container)
KINDS = {
    "wav": ("t.wav", "pcm_s16le", None),
    "w64": ("t.w64", "pcm_s16le", None),
    "rf64": ("t.wav", "pcm_s16le", {"rf64": "always"}),
    "flac": ("t.flac", "flac", None),
    "mp3": ("t.mp3", "libmp3lame", None),
    "mp3 without a count": ("t.mp3", "libmp3lame", {"write_xing": "0"}),
    "m4a": ("t.m4a", "aac", None),
    "m4a, index first": ("t.m4a", "aac", {"movflags": "faststart"}),
    "opus": ("t.opus", "libopus", None),
    "mkv": ("t.mkv", "aac", None),
    "webm": ("t.webm", "libopus", None),
    "live webm": ("t.webm", "libopus", {"live": "1"}),
    "wma": ("t.wma", "wmav2", None),
    "adts": ("t.aac", "aac", None),
    "aiff": ("t.aiff", "pcm_s16be", None),
    "au": ("t.au", "pcm_s16be", None),
    "caf": ("t.caf", "pcm_s16le", None),
    "ts": ("t.ts", "aac", None),
    "avi": ("t.avi", "libmp3lame", None),
    "flac in ogg": ("t.oga", "flac", None),
    "adpcm": ("t.wav", "adpcm_ima_wav", None),
    "wavpack": ("t.wv", "wavpack", None),
    "tta": ("t.tta", "tta", None),
    "flv": ("t.flv", "aac", None),
}
# These say in their header how long they are.
CLAIMING = [
    "wav", "w64", "rf64", "flac", "mp3", "m4a, index first", "mkv", "webm", "wma", "aiff", "au", "caf", "avi", "flv",
]  # fmt: skip
# These do not, but what is cut off has no proper end.
ENDING = ["mp3 without a count", "vorbis", "opus", "flac in ogg", "adts", "ts", "adpcm"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("whole")
    paths = {}
    for kind, (name, codec, options) in KINDS.items():
        (folder / kind).mkdir()
        paths[kind] = encode(folder / kind / name, SOUND, 48_000, codec, options=options)
    paths["vorbis"] = folder / "t.ogg"
    soundfile.write(paths["vorbis"], SOUND, 48_000, subtype="VORBIS")
    return paths


def read(path: Path) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    with AudioFile(path) as audio:
        samples = np.concatenate([block.samples[:, 0] for block in audio.blocks()])
        return samples, audio.damage.sentences()


def cut(path: Path, share: float, folder: Path) -> Path:
    data = path.read_bytes()
    (folder / path.name).write_bytes(data[: round(share * len(data))])
    return folder / path.name


@pytest.mark.parametrize("kind", [*KINDS, "vorbis"])
def test_a_whole_file_of_any_kind_is_not_called_damaged(kind: str, whole: dict[str, Path]) -> None:
    assert read(whole[kind])[1] == ()


@pytest.mark.parametrize("kind", CLAIMING)
def test_a_file_that_ends_before_its_header_says_is_told(kind: str, whole: dict[str, Path], tmp_path: Path) -> None:
    samples, (sentence,) = read(cut(whole[kind], 0.5, tmp_path))
    assert 6.5 <= len(samples) / 16_000 <= 9.5
    assert sentence == f"The file ends at {clock(round(len(samples) / 16))} of 00:16: the rest of it is missing."


@pytest.mark.parametrize("kind", ENDING)
def test_a_file_that_has_no_proper_end_is_told(kind: str, whole: dict[str, Path], tmp_path: Path) -> None:
    samples, sentences = read(cut(whole[kind], 0.5, tmp_path))
    assert sentences == (
        f"The file breaks off at {clock(round(len(samples) / 16))}: if anything followed, it is missing.",
    )


def test_a_recorder_that_never_knew_the_end_gives_no_false_alarm(whole: dict[str, Path], tmp_path: Path) -> None:
    assert read(cut(whole["live webm"], 0.5, tmp_path))[1] == ()


@pytest.mark.parametrize("kind", ["flac", "wavpack"])
def test_a_piece_whose_check_sum_is_wrong_is_no_noise(kind: str, whole: dict[str, Path], tmp_path: Path) -> None:
    data = bytearray(whole[kind].read_bytes())
    data[len(data) // 2] ^= 0xFF
    (tmp_path / whole[kind].name).write_bytes(data)
    samples, sentences = read(tmp_path / whole[kind].name)
    (intact, _) = read(whole[kind])
    broken = np.flatnonzero(np.abs(samples - intact[: len(samples)]) > 1e-3)
    assert np.median(np.abs(samples[broken])) < 1e-3
    assert len(sentences) == 1


def test_sound_that_is_shorter_than_the_picture_is_not_missing(tmp_path: Path) -> None:
    for name in ("film.mp4", "film.mkv"):
        path = encode(tmp_path / name, SOUND, 48_000, "aac", video="mpeg4", picture_s=LENGTH_S + 4)
        assert read(path)[1] == ()


@pytest.mark.parametrize("claimed", [0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0])
def test_a_size_that_was_never_known_is_no_claim(claimed: int, tmp_path: Path) -> None:
    (tmp_path / "live.wav").write_bytes(wav_bytes(s16(tone(16_000, 2.0)), claimed=claimed))
    assert read(tmp_path / "live.wav")[1] == ()


@pytest.mark.parametrize(("field", "wrong"), [(28, 1), (28, 0x7FFFFFFF), (32, 1)])
def test_a_header_that_is_wrong_about_bytes_claims_no_other_length(field: int, wrong: int, tmp_path: Path) -> None:
    data = bytearray(wav_bytes(s16(tone(16_000, 2.0))))
    data[field : field + 2] = (wrong & 0xFFFF).to_bytes(2, "little")
    (tmp_path / "t.wav").write_bytes(data)
    assert read(tmp_path / "t.wav")[1] == ()


@pytest.mark.parametrize("name", ["t.caf", "t.w64"])
def test_a_length_that_nobody_records_is_no_claim(name: str, whole: dict[str, Path], tmp_path: Path) -> None:
    data = bytearray(whole[name[2:]].read_bytes())
    at = data.index(b"data") + (4 if name == "t.caf" else 16)
    data[at : at + 8] = (1 << 60).to_bytes(8, "big" if name == "t.caf" else "little")
    (tmp_path / name).write_bytes(data)
    samples, sentences = read(tmp_path / name)
    assert len(samples) / 16_000 == pytest.approx(LENGTH_S, abs=0.01)
    assert not any(" of " in sentence for sentence in sentences)


@pytest.mark.parametrize(
    "kind",
    ["flac", "mp3", "mp3 without a count", "m4a", "vorbis", "opus", "mkv", "webm", "wma", "adts", "ts", "flv"],
)
@pytest.mark.parametrize("filling", ["zeros", "noise", "text"])
def test_what_cannot_be_decoded_is_silent_and_told_and_later_sound_keeps_its_time(
    kind: str, filling: str, whole: dict[str, Path], tmp_path: Path
) -> None:
    data = bytearray(whole[kind].read_bytes())
    start, length = round(0.4 * len(data)), round(0.08 * len(data))
    data[start : start + length] = {
        "zeros": bytes(length),
        "noise": np.random.default_rng(0).bytes(length),
        "text": (b"Not a sound. " * length)[:length],
    }[filling]
    path = tmp_path / whole[kind].name
    path.write_bytes(data)
    samples, sentences = read(path)
    assert len(sentences) == 1
    assert " could not be decoded, at 00:0" in sentences[0]
    assert len(samples) / 16_000 == pytest.approx(LENGTH_S, abs=0.2)
    later = samples.copy()
    later[: round(10.5 * 16_000)] = 0
    assert onsets_s(later)[-3:] == pytest.approx(AT_S[-3:], abs=0.2)


def test_frames_of_other_recordings_tags_between_joined_files_are_no_damage(tmp_path: Path) -> None:
    one = encode(tmp_path / "one.mp3", SOUND, 48_000, "libmp3lame").read_bytes()
    picture = b"ID3\x03\x00\x00" + bytes([0, 2, 0, 0]) + bytes(2 << 14)
    (tmp_path / "joined.mp3").write_bytes(one + b"TAG" + bytes(125) + picture + one)
    samples, sentences = read(tmp_path / "joined.mp3")
    assert sentences == ()
    assert len(samples) / 16_000 == pytest.approx(2 * LENGTH_S, abs=0.2)


def test_short_recordings_that_were_joined_are_no_damage(tmp_path: Path) -> None:
    one = encode(tmp_path / "one.mp3", SOUND[:24_000], 48_000, "libmp3lame").read_bytes()
    (tmp_path / "joined.mp3").write_bytes(3 * one)
    assert read(tmp_path / "joined.mp3")[1] == ()


def test_places_near_each_other_are_one() -> None:
    assert places_s([7.0, 3.0, 3.5, 4.4, 9.0]) == (3.0, 7.0, 9.0)
    assert places_s([]) == ()


def test_a_reader_is_told_in_sentences() -> None:
    assert Damage().sentences() == ()
    assert Damage((3.9,), 10.0, 10.4).sentences() == (
        "1 piece could not be decoded, at 00:03: silence stands in its place.",
    )
    assert Damage((3.0, 7.0, 4000.0)).sentences() == (
        "3 pieces could not be decoded, at 00:03, 00:07 and 1:06:40: silence stands in their place.",
    )
    (many,) = Damage(tuple(range(0, 80, 10))).sentences()
    assert many.startswith("8 pieces could not be decoded, at 00:00, 00:10, 00:20, 00:30, 00:40 and 3 more: ")
    assert Damage(ends_s=9.9, breaks_off=True).sentences() == (
        "The file breaks off at 00:09: if anything followed, it is missing.",
    )
    assert Damage((), 16.1, 16.9, breaks_off=True).sentences() == (
        "The file ends at 00:16, 0.8 s before its header says: the rest of it is missing.",
    )
    assert Damage((2.0, 8.0), 8.2, 16.9).sentences() == (
        "The file ends at 00:08 of 00:16: the rest of it is missing.",
        "1 piece could not be decoded, at 00:02: silence stands in its place.",
    )
