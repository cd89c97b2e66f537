import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.project.sound import (
    FoundSound,
    SoundState,
    find_sound,
    seen_from,
    sound_at,
    sound_matches,
    state_of_sound,
)
from desktop_app.core.project.values import Sound

CONTENT = b"RIFF and what follows"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "projects"
    folder.mkdir()
    return folder / "talk.diarist"


@pytest.fixture
def sound(tmp_path: Path, project: Path) -> Sound:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "talk.wav").write_bytes(CONTENT)
    return sound_at(tmp_path / "sounds" / "talk.wav", project, duration_ms=5000)


def test_a_sound_is_known_by_its_places_its_size_and_its_content(sound: Sound) -> None:
    assert (sound.relative, sound.size_bytes, sound.duration_ms) == ("../sounds/talk.wav", len(CONTENT), 5000)
    assert sound.sha256 is not None


def test_a_sound_that_stayed_is_there(sound: Sound, project: Path) -> None:
    assert state_of_sound(project, sound) == FoundSound(SoundState.THERE, Path(sound.absolute))


def test_project_and_sound_that_moved_together_find_each_other(sound: Sound, project: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    for name in ("projects", "sounds"):
        (tmp_path / name).rename(tmp_path / "disk" / name)
    moved = tmp_path / "disk" / "projects" / "talk.diarist"
    assert find_sound(moved, sound) == tmp_path / "disk" / "sounds" / "talk.wav"


def test_a_project_that_moved_alone_finds_its_sound(sound: Sound, tmp_path: Path) -> None:
    assert find_sound(tmp_path / "far" / "away" / "talk.diarist", sound) == Path(sound.absolute)


def test_a_sound_that_lies_beside_the_project_now_has_moved(sound: Sound, project: Path) -> None:
    beside = project.with_name("talk.wav")
    Path(sound.absolute).rename(beside)
    assert state_of_sound(project, sound) == FoundSound(SoundState.MOVED, beside)


def test_a_sound_under_another_name_is_found_in_the_folders_of_the_user(
    sound: Sound, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "as long.wav").write_bytes(CONTENT[::-1])
    renamed = tmp_path / "archive" / "renamed.wav"
    Path(sound.absolute).rename(renamed)
    assert find_sound(project, sound) is None
    assert state_of_sound(project, sound, [tmp_path / "none", tmp_path / "archive"]).path == renamed


@pytest.mark.parametrize("content", [CONTENT[::-1], CONTENT + b"longer"])
def test_another_sound_in_its_place_is_told(sound: Sound, project: Path, content: bytes) -> None:
    path = Path(sound.absolute)
    path.write_bytes(content)
    os.utime(path, ns=(1, 1))
    assert not sound_matches(path, sound)
    assert state_of_sound(project, sound) == FoundSound(SoundState.REPLACED, None)


def test_a_sound_that_is_nowhere_is_missing(sound: Sound, project: Path) -> None:
    Path(sound.absolute).unlink()
    assert state_of_sound(project, sound) == FoundSound(SoundState.MISSING, None)


def test_what_is_not_known_of_a_sound_is_not_asked(sound: Sound, project: Path, tmp_path: Path) -> None:
    unknown = replace(sound, size_bytes=None, sha256=None)
    assert state_of_sound(project, unknown).state is SoundState.THERE
    (tmp_path / "archive").mkdir()
    Path(sound.absolute).rename(tmp_path / "archive" / "talk.wav")
    assert find_sound(project, unknown, [tmp_path / "archive"]) == tmp_path / "archive" / "talk.wav"


def test_a_project_elsewhere_sees_the_sound_from_there(sound: Sound, project: Path, tmp_path: Path) -> None:
    seen = seen_from(tmp_path / "talk.diarist", sound, project)
    assert (seen.relative, seen.absolute) == ("sounds/talk.wav", sound.absolute)
