"""The recording that a transcript belongs to, by its name."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from desktop_app.core.audio.endings import RECORDING_ENDINGS
from desktop_app.core.store.file_names import folded

_ADDED = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,9}")
"""What programs put between a name and its ending: a language, a kind of text."""


def sound_beside(path: Path, media: str = "") -> Path | None:
    """The recording beside a transcript: the file that the transcript names, or the one of its own name; None where
    there is none. media: a file's name or path, or a URL of one, as the transcript has it; '' where it has none."""
    files = _recordings_in(path.parent)
    return next((files[name] for name in _names(path, media) if name in files), None)


def media_name(media: str) -> str:
    """The name of a file without its folders, wherever that was written; '' of none."""
    return unquote(re.split(r"[/\\]", media)[-1]) if "://" in media else re.split(r"[/\\]", media)[-1]


def _names(path: Path, media: str) -> Iterator[str]:
    if told := media_name(media):
        yield folded(told)
        yield from (folded(f"{told}.{ending}") for ending in RECORDING_ENDINGS)
    for stem in _stems(path):
        yield folded(stem)  # 'talk.mp3.srt'
        yield from (folded(f"{stem}.{ending}") for ending in RECORDING_ENDINGS)


def _stems(path: Path) -> Iterator[str]:
    """'talk.en' and 'talk' of 'talk.en.srt'."""
    stem = path.stem
    yield stem
    while (parts := stem.rpartition("."))[0] and _ADDED.fullmatch(parts[2]):
        stem = parts[0]
        yield stem


def _recordings_in(folder: Path) -> dict[str, Path]:
    """The recordings in a folder, by their folded names."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names, not paths
    except OSError:
        return {}
    return {folded(name): folder / name for name in names if name.rpartition(".")[2].lower() in RECORDING_ENDINGS}
