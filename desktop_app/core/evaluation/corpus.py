"""A folder of recordings with their truth beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.audio.endings import is_named_like_recording
from desktop_app.core.evaluation.errors import EvaluationError
from desktop_app.core.evaluation.lines import read_text
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.stm import read_stm
from desktop_app.core.evaluation.values import SpokenText, Truth


@dataclass(frozen=True, slots=True)
class Item:
    """A recording, and where its truth lies. words: an .stm or a .txt; None where there is neither."""

    recording: Path
    rttm: Path
    words: Path | None


def find_items(folder: Path) -> tuple[Item, ...]:
    """Every sound file below the folder with an .rttm of the same stem beside it, by path.

    EvaluationError if it is no folder, or holds nothing of the kind.
    """
    if not folder.is_dir():
        raise EvaluationError(f"{folder}: there is no such folder")
    items = tuple(_items(folder))
    if not items:
        raise EvaluationError(f"{folder}: no recording here has an .rttm of the same name beside it")
    return items


def _items(folder: Path) -> Iterator[Item]:
    for recording in sorted(folder.rglob("*")):
        rttm = recording.with_suffix(".rttm")
        if is_named_like_recording(recording.name) and rttm.is_file() and recording.is_file():
            words = [path for path in (recording.with_suffix(".stm"), recording.with_suffix(".txt")) if path.is_file()]
            yield Item(recording, rttm, words[0] if words else None)


def read_truth(item: Item) -> Truth:
    """What was written down of the recording; TruthError names the file that cannot be used, and the line."""
    return Truth(read_rttm(item.rttm), _texts(item.words) if item.words else None)


def _texts(path: Path) -> tuple[SpokenText, ...]:
    return read_stm(path) if path.suffix == ".stm" else (SpokenText(read_text(path), 0),)
