"""A project's sound on the disk: where it is now, and whether it is that sound."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from desktop_app.core.project.values import Sound
from desktop_app.core.store.content_id import content_id


class SoundState(StrEnum):
    """moved: found elsewhere; replaced: another sound lies where it was."""

    THERE = "there"
    MOVED = "moved"
    REPLACED = "replaced"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FoundSound:
    """state: what has become of the sound. path: where it is, None where it was not found."""

    state: SoundState
    path: Path | None


def sound_at(path: Path, project_path: Path, *, duration_ms: int | None = None) -> Sound:
    """The sound at a path, as the project keeps it; its content is read once. OSError where it cannot be."""
    path = path.absolute()
    return Sound(_relative(path, project_path), str(path), path.stat().st_size, content_id(path), duration_ms)


def located(sound: Sound, project_path: Path) -> Sound:
    """The sound with what its file tells at once: how large it is, and where it lies as seen from the project."""
    path = Path(sound.absolute)
    size_bytes = _size(path)
    known = sound.size_bytes if size_bytes is None else size_bytes
    return replace(sound, relative=_relative(path, project_path), size_bytes=known)


def seen_from(project_path: Path, sound: Sound, before: Path) -> Sound:
    """The sound as a project elsewhere keeps it. before: where the project was until now."""
    beside = _beside(before, sound)
    path = beside if beside is not None and beside.exists() else Path(sound.absolute)
    return replace(sound, relative=_relative(path, project_path), absolute=str(path))


def find_sound(project_path: Path, sound: Sound, folders: Iterable[Path] = ()) -> Path | None:
    """Where the sound is: at its relative path, its absolute one, beside the project under its name, or in one of
    these folders, under whatever name."""
    return state_of_sound(project_path, sound, folders).path


def look_for_sound(project_path: Path, sound: Sound, folders: Iterable[Path] = ()) -> FoundSound:
    """As state_of_sound, but what lies where it was and is as large as it was counts as it: no content is read."""
    for path in _known_places(project_path, sound):
        if path.is_file() and sound.size_bytes in {None, _size(path)}:
            return FoundSound(SoundState.THERE, path)
    return state_of_sound(project_path, sound, folders)


def state_of_sound(project_path: Path, sound: Sound, folders: Iterable[Path] = ()) -> FoundSound:
    """Where the sound is, and what has become of it; see find_sound."""
    known = list(_known_places(project_path, sound))
    for path in known:
        if sound_matches(path, sound):
            return FoundSound(SoundState.THERE, path)
    beside = project_path.parent / Path(sound.absolute).name
    for path in (beside, *_of_its_size(folders, sound)):
        if sound_matches(path, sound):
            return FoundSound(SoundState.MOVED, path)
    is_replaced = any(path.is_file() for path in known)
    return FoundSound(SoundState.REPLACED if is_replaced else SoundState.MISSING, None)


def sound_matches(path: Path, sound: Sound) -> bool:
    """Whether the file at a path is this sound, by its size and its content, as far as they are known."""
    try:
        if not path.is_file() or sound.size_bytes not in {None, path.stat().st_size}:
            return False
    except OSError:
        return False
    return sound.sha256 is None or content_id(path) == sound.sha256


def _known_places(project_path: Path, sound: Sound) -> Iterator[Path]:
    if (beside := _beside(project_path, sound)) is not None:
        yield beside
    yield Path(sound.absolute)


def _beside(project_path: Path, sound: Sound) -> Path | None:
    if sound.relative is None:
        return None
    return Path(os.path.normpath(project_path.parent / PurePosixPath(sound.relative)))


def _of_its_size(folders: Iterable[Path], sound: Sound) -> Iterator[Path]:
    """Files of the sound's size; without a size and a content to know it by, those of its name."""
    if sound.size_bytes is None or sound.sha256 is None:
        yield from (folder / Path(sound.absolute).name for folder in folders)
        return
    for folder in folders:
        yield from (path for path in _files(folder) if _size(path) == sound.size_bytes)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_file())
    except OSError:
        return []


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _relative(path: Path, project_path: Path) -> str | None:
    try:
        return Path(os.path.relpath(path, project_path.parent)).as_posix()
    except ValueError:  # another drive
        return None
