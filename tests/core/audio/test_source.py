import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from synthesis import chunk, encode, tone, wav_bytes

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.source import open_source

TONE = tone(48_000, 1.0)


def cause(path: Path) -> str:
    with pytest.raises(AudioError) as caught:
        open_source(path)
    assert str(caught.value) == f"{path}: {caught.value.cause}"
    return caught.value.cause


@contextmanager
def not_as_root() -> Iterator[None]:
    """Nothing is forbidden to root, so be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_rate_at_which_nobody_could_be_understood_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "talk.wav").write_bytes(wav_bytes(bytes(1_600_000), rate_hz=1))
    assert cause(tmp_path / "talk.wav") == "its sound is in a format that cannot be read"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert cause(tmp_path / "nowhere.wav") == "there is no such file"
    (tmp_path / "file").write_bytes(b"1")
    assert cause(tmp_path / "file" / "within.wav") == "there is no such file"


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert cause(tmp_path) == "this is a folder, not a recording"


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    assert cause(tmp_path / "pipe.wav") == "this is a device, not a recording"


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.wav").write_bytes(b"")
    assert cause(tmp_path / "empty.wav") == "the file is empty (0 bytes)"


@pytest.mark.skipif(os.name == "nt", reason="modes do not forbid reading there")
def test_a_forbidden_file_is_said_to_be_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "secret.wav"
    path.write_bytes(wav_bytes(bytes(100)))
    path.chmod(0)
    with not_as_root():
        assert cause(path) == "you have no permission to read it"


def test_an_error_of_the_disk_is_passed_on(tmp_path: Path) -> None:
    assert cause(tmp_path / ("long" * 100)).startswith("it cannot be read: ")


@pytest.mark.parametrize("name", ["notes.wav", "notes.mp3", "notes.m4a", "notes.ogg", "notes"])
@pytest.mark.parametrize("content", [b"Dear all, please find the notes attached.\n" * 200, bytes(20_000)])
def test_what_is_no_recording_is_said_not_to_be_one(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert cause(tmp_path / name) == "this is not a sound or video file, or not of a kind that can be read"


def test_random_bytes_are_no_recording(tmp_path: Path) -> None:
    (tmp_path / "noise.mp3").write_bytes(np.random.default_rng(0).bytes(100_000))
    assert "not a sound or video file" in cause(tmp_path / "noise.mp3")


def test_a_playlist_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "list.m3u8").write_text("#EXTM3U\n#EXTINF:5,\nhttp://127.0.0.1:9/talk.ts\n#EXT-X-ENDLIST\n")
    assert "not a sound or video file" in cause(tmp_path / "list.m3u8")


def test_a_silent_film_has_no_sound_track(tmp_path: Path) -> None:
    import av

    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as container:
        track = container.add_stream("mpeg4", rate=25)
        track.width = track.height = 64
        frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24").reformat(format="yuv420p")
        container.mux(track.encode(frame) + track.encode(None))
    assert cause(path) == "it has no sound track"


def test_a_film_that_was_cut_off_lacks_its_index(tmp_path: Path) -> None:
    path = encode(tmp_path / "film.mp4", TONE, 48_000, "aac", video="mpeg4")
    path.write_bytes(path.read_bytes()[:-2000])
    assert cause(path) == (
        "the file is incomplete or damaged: its index, which is written last, is missing or cannot be read"
    )


@pytest.mark.parametrize(("name", "codec"), [("t.mkv", "libopus"), ("t.ogg", "libopus"), ("t.flac", "flac")])
def test_a_file_of_which_only_the_beginning_is_left_is_damaged(name: str, codec: str, tmp_path: Path) -> None:
    path = encode(tmp_path / name, TONE, 48_000, codec)
    path.write_bytes(path.read_bytes()[:30])
    assert cause(path) == "the file is incomplete or damaged"


def test_an_unknown_codec_is_said_to_be_unknown(tmp_path: Path) -> None:
    path = encode(tmp_path / "talk.mkv", TONE, 48_000, "libopus")
    path.write_bytes(path.read_bytes().replace(b"A_OPUS", b"A_ABCD"))
    assert cause(path) == "its sound is in a format that cannot be read"


@pytest.mark.parametrize("after", [b"", chunk(b"LIST", b"INFO")])
def test_a_wav_file_of_no_length_holds_no_sound(after: bytes, tmp_path: Path) -> None:
    (tmp_path / "none.wav").write_bytes(wav_bytes(b"", after=after))
    assert cause(tmp_path / "none.wav") == "it holds no sound"


@pytest.mark.parametrize("claimed", [None, 0, 320, 0xFFFFFFFF])
def test_the_duration_is_that_of_the_sound_whatever_the_header_says(claimed: int | None, tmp_path: Path) -> None:
    (tmp_path / "talk.wav").write_bytes(wav_bytes(bytes(32_000), claimed=claimed))
    source = open_source(tmp_path / "talk.wav")
    assert source.duration_s == 1.0
    source.container.close()


@pytest.mark.parametrize("name", ["part 1: talk.wav", "http:talk.wav", "-i.wav", "100%d.wav", "día ☕.wav"])
def test_any_name_is_taken_for_a_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    soundfile.write(name, TONE, 48_000)
    open_source(Path(name)).container.close()


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_not_unicode_is_no_obstacle(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xeda.wav"))
    path.write_bytes(wav_bytes(bytes(32_000)))
    open_source(path).container.close()


def test_a_title_that_is_not_unicode_is_no_obstacle(tmp_path: Path) -> None:
    title = chunk(b"LIST", b"INFO" + chunk(b"INAM", b"d\xeda\0"))
    (tmp_path / "titled.wav").write_bytes(wav_bytes(bytes(32_000), before=title))
    open_source(tmp_path / "titled.wav").container.close()


def test_nothing_is_written_to_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = encode(tmp_path / "film.mp4", TONE, 48_000, "aac")
    path.write_bytes(path.read_bytes()[:-500])
    assert "incomplete" in cause(path)
    assert capfd.readouterr() == ("", "")


def test_a_playlist_is_refused_instead_of_followed(tmp_path: Path) -> None:
    tone = tmp_path / "tone.wav"
    soundfile.write(tone, np.zeros(16_000, np.float32), 16_000)
    playlist = tmp_path / "list.wav"
    playlist.write_text("ffconcat version 1.0\nfile tone.wav\n", encoding="utf-8")
    with pytest.raises(AudioError, match="playlist"):
        open_source(playlist)


def test_a_film_cut_off_inside_its_index_is_damaged_not_silent(tmp_path: Path) -> None:
    path = encode(tmp_path / "film.mp4", TONE, 48_000, "aac", video="mpeg4")
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"mvhd") + 40])
    assert cause(path).startswith("the file is incomplete or damaged")
