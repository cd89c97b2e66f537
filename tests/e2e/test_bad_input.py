"""Recordings that are wrong, odd or unusual: a sentence that names the file, or a transcript; never a crash."""

import json
import struct
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.export.destination import Destination
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.formats import json_format
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.registry import FORMATS, format_for
from desktop_app.core.export.write import export_transcript
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

Sound = NDArray[np.float32]
RATE_HZ = 24_000


class Deaf:
    """Told of progress, it does nothing."""

    def progress(self, stage: Stage, fraction: float) -> None:
        """Nothing."""

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def engines() -> Engines:
    return Engines()


@pytest.fixture(scope="module")
def dialogue() -> Sound:
    """The packaged dialogue, 28 s, float32 [samples] at 24 kHz."""
    sound, rate_hz = soundfile.read(sample_recording(), dtype="float32")
    assert (rate_hz, sound.ndim) == (RATE_HZ, 1)
    return sound


@pytest.fixture(scope="module")
def words(dialogue: Sound) -> Sound:
    """Its first words, 3 s."""
    return dialogue[: 3 * RATE_HZ]


def transcribed(path: Path, engines: Engines) -> Transcript:
    return transcribe_recording(path, engines, JobOptions(), Deaf()).transcript


def exported(transcript: Transcript, folder: Path, *formats: ExportFormat) -> tuple[Path, ...]:
    return export_transcript(transcript, Destination(folder, "talk"), formats, origin_of(transcript)).paths


def text_of(transcript: Transcript) -> str:
    return " ".join(turn.text for turn in transcript.spoken_turns())


# Files that hold no recording.


def _empty(folder: Path) -> Path:
    (folder / "empty.wav").touch()
    return folder / "empty.wav"


def _folder(folder: Path) -> Path:
    (folder / "folder.wav").mkdir()
    return folder / "folder.wav"


def _text(folder: Path) -> Path:
    (folder / "notes.wav").write_text("Dear diary, this is no sound at all.\n" * 50, encoding="utf-8")
    return folder / "notes.wav"


def _truncated_mp4(folder: Path) -> Path:
    path = folder / "cut.mp4"
    with av.open(str(path), "w") as container:
        track = container.add_stream("aac", rate=48_000, layout="mono")
        noise = np.random.default_rng(0).uniform(-0.5, 0.5, (1, 96_000)).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(noise, format="fltp", layout="mono")
        frame.rate = 48_000
        container.mux(track.encode(frame) + track.encode(None))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def _no_samples(folder: Path) -> Path:
    soundfile.write(folder / "silent.wav", np.zeros(0, np.float32), RATE_HZ)
    return folder / "silent.wav"


def _video_without_sound(folder: Path) -> Path:
    path = folder / "silent film.mkv"
    with av.open(str(path), "w") as container:
        track = container.add_stream("mpeg4", rate=25)
        track.width = track.height = 64
        track.pix_fmt = "yuv420p"
        picture = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        container.mux(track.encode(picture) + track.encode(None))
    return path


@pytest.mark.parametrize(
    ("make", "cause"),
    [
        (lambda folder: folder / "gone.wav", "there is no such file"),
        (_empty, "the file is empty (0 bytes)"),
        (_folder, "this is a folder, not a recording"),
        (_text, "this is not a sound or video file, or not of a kind that can be read"),
        (_truncated_mp4, "the file is incomplete or damaged: its index, which is written last, is missing"),
        (_no_samples, "it holds no sound"),
        (_video_without_sound, "it has no sound track"),
    ],
)
def test_a_file_without_a_recording_is_named_with_the_reason(
    make: Callable[[Path], Path], cause: str, tmp_path: Path, engines: Engines
) -> None:
    path = make(tmp_path)
    with pytest.raises(AudioError) as failure:
        transcribed(path, engines)
    assert str(failure.value).startswith(f"{path}: {cause}")
    assert "\n" not in str(failure.value)


# Sound that is odd.


def _wav(path: Path, sound: Sound) -> None:
    soundfile.write(path, sound, RATE_HZ, subtype="FLOAT")


def _lying_about_its_length(path: Path, sound: Sound) -> None:
    soundfile.write(path, sound, RATE_HZ, subtype="PCM_16")
    data = bytearray(path.read_bytes())
    at = data.index(b"data") + 4
    data[at : at + 4] = struct.pack("<I", 0xFFFFFFFF)
    path.write_bytes(data)


def _with_values_that_are_no_sound(path: Path, sound: Sound) -> None:
    odd = sound.copy()
    odd[5_000:5_003] = np.nan, np.inf, -np.inf
    odd[40_000:40_400] = np.nan
    _wav(path, odd)


def _clipped(path: Path, sound: Sound) -> None:
    _wav(path, np.clip(sound * 20, -1, 1))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("write", "is_speech"),
    [
        (_lying_about_its_length, True),
        (_with_values_that_are_no_sound, True),
        (_clipped, True),
        (lambda path, sound: _wav(path, sound * 0.3 + 0.6), True),
        (lambda path, sound: _wav(path, sound * 1e-3), True),
        (lambda path, sound: _wav(path, np.zeros_like(sound)), False),
        (lambda path, sound: _wav(path, np.full_like(sound, np.nan)), False),
        (lambda path, sound: _wav(path, np.full_like(sound, 0.7)), False),
        (lambda path, sound: _wav(path, sound[: RATE_HZ // 20]), False),
        (lambda path, sound: _wav(path, sound[:1]), False),
    ],
    ids=["lying", "no-numbers", "clipped", "offset", "faint", "zeros", "all-nan", "constant", "0.05-s", "one-sample"],
)
def test_odd_sound_becomes_a_transcript_of_numbers(
    write: Callable[[Path, Sound], None], is_speech: bool, tmp_path: Path, engines: Engines, words: Sound
) -> None:
    path = tmp_path / "odd.wav"
    write(path, words)
    transcript = transcribed(path, engines)
    assert ("hear" in text_of(transcript).lower()) == is_speech
    (written,) = exported(transcript, tmp_path, format_for("json"))
    json.loads(written.read_bytes(), parse_constant=pytest.fail)
    assert json_format.parse(written.read_bytes(), written) == transcript


# The same dialogue in other clothes.


def _telephone(path: Path, sound: Sound) -> None:
    soundfile.write(path, soxr.resample(sound, RATE_HZ, 8_000), 8_000, subtype="ULAW")


def _studio(path: Path, sound: Sound) -> None:
    soundfile.write(path, soxr.resample(sound, RATE_HZ, 192_000), 192_000, subtype="PCM_24")


def _surround(path: Path, sound: Sound) -> None:
    """The voices in the middle of eight channels, as a film has them."""
    channels = np.zeros((len(sound), 8), np.float32)
    channels[:, 2] = sound
    frame = av.AudioFrame.from_ndarray(channels.reshape(1, -1), format="flt", layout="7.1")
    frame.rate = RATE_HZ
    with av.open(str(path), "w") as container:
        track = container.add_stream("pcm_f32le", rate=RATE_HZ, layout="7.1")
        container.mux(track.encode(frame) + track.encode(None))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "write", "rate_hz", "channels"),
    [
        ("phone.wav", _telephone, 8_000, 1),
        ("studio.flac", _studio, 192_000, 1),
        ("film.mkv", _surround, RATE_HZ, 8),
    ],
)
def test_the_dialogue_keeps_its_words_and_its_two_speakers(
    name: str,
    write: Callable[[Path, Sound], None],
    rate_hz: int,
    channels: int,
    tmp_path: Path,
    engines: Engines,
    dialogue: Sound,
) -> None:
    write(tmp_path / name, dialogue)
    transcript = transcribed(tmp_path / name, engines)
    assert (transcript.audio.sample_rate_hz, transcript.audio.channels) == (rate_hz, channels)
    assert transcript.audio.duration_ms == pytest.approx(len(dialogue) * 1000 / RATE_HZ, abs=50)
    assert len(transcript.speakers) == 2
    for expected in ("good story", "ditch"):
        assert expected in text_of(transcript)


# Places that cannot be written. As root, permissions hold nobody back: files and folders in the way do.


@pytest.fixture(scope="module")
def short_transcript(tmp_path_factory: pytest.TempPathFactory, engines: Engines, words: Sound) -> Transcript:
    path = tmp_path_factory.mktemp("short") / "talk.wav"
    _wav(path, words)
    return transcribed(path, engines)


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_a_file_in_the_way_of_the_export_folder_is_named(
    below: str, tmp_path: Path, short_transcript: Transcript
) -> None:
    (tmp_path / "texts").write_text("mine", encoding="utf-8")
    folder = tmp_path / "texts" / below
    with pytest.raises(ExportError) as failure:
        exported(short_transcript, folder, *FORMATS)
    assert str(failure.value).startswith(f"{folder} cannot be written: ")
    assert (tmp_path / "texts").read_text(encoding="utf-8") == "mine"


def test_a_folder_in_the_way_of_an_export_stays_and_all_of_them_get_another_name(
    tmp_path: Path, short_transcript: Transcript
) -> None:
    in_the_way = tmp_path / "talk.vtt"
    in_the_way.mkdir()
    written = exported(short_transcript, tmp_path, *FORMATS)
    assert [path.name for path in written] == [f"talk (2).{each.extension}" for each in FORMATS]
    assert not any(in_the_way.iterdir())
    assert len(list(tmp_path.iterdir())) == 1 + len(FORMATS)
