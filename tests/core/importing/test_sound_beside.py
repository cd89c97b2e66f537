from pathlib import Path

import pytest

from desktop_app.core.importing.sound_beside import media_name, sound_beside


@pytest.mark.parametrize(
    ("transcript", "sound"),
    [
        ("talk.srt", "talk.wav"),
        ("talk.srt", "talk.MP3"),
        ("talk.mp3.srt", "talk.mp3"),
        ("talk.en.srt", "talk.ogg"),
        ("talk.seglst.json", "talk.flac"),
        ("Talk.vtt", "talk.mkv"),
    ],
)
def test_the_recording_of_the_same_name_is_found(tmp_path: Path, transcript: str, sound: str) -> None:
    (tmp_path / sound).touch()
    (tmp_path / "other.wav").touch()
    assert sound_beside(tmp_path / transcript) == tmp_path / sound


@pytest.mark.parametrize("media", ["file:///x/the%20talk.wav", "C:\\x\\the talk.wav", "./the talk.wav", "the talk"])
def test_what_the_transcript_names_comes_first(tmp_path: Path, media: str) -> None:
    (tmp_path / "a.wav").touch()
    (tmp_path / "the talk.wav").touch()
    assert sound_beside(tmp_path / "a.eaf", media) == tmp_path / "the talk.wav"


@pytest.mark.parametrize("other", ["talk.txt", "talk2.wav", "talk", "my talk.wav"])
def test_nothing_else_is_taken_for_it(tmp_path: Path, other: str) -> None:
    (tmp_path / other).touch()
    assert sound_beside(tmp_path / "talk.2.srt") is None
    assert sound_beside(tmp_path / "gone" / "talk.srt") is None


def test_names_come_from_paths_and_addresses() -> None:
    assert [media_name(each) for each in ("", "/a/b c.wav", "file:///a/b%20c.wav", "c:\\a\\b.wav")] == [
        "",
        "b c.wav",
        "b c.wav",
        "b.wav",
    ]
