from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.models.forms.encoder.weight_file import Part, Place, write_parts

SIZES = (100, 64, 1, 3000)


class Stop(Exception):
    pass


class Writing:
    """Parts of known numbers; notes down which are made."""

    def __init__(self, folder: Path) -> None:
        self.file, self.journal = folder / "weights", folder / "journal"
        self.made: list[int] = []
        self.parts: list[Part] = []
        end = 0
        for index, size in enumerate(SIZES):
            first = Place(f"first{index}", np.dtype(np.float32), (size,), end)
            second = Place(f"second{index}", np.dtype(np.uint8), (3, 1), first.end)
            end = second.end
            self.parts.append(Part((first, second), self._maker(index, size)))

    def _maker(self, index: int, size: int) -> Callable[[], Sequence[np.ndarray]]:
        def make() -> Sequence[np.ndarray]:
            self.made.append(index)
            return np.arange(size, dtype=np.float32) + index, np.full((3, 1), index, np.uint8)

        return make

    def run(self, *, stop_before: int | None = None, whose: str = "mine") -> list[float]:
        progress: list[float] = []

        def on_progress(part: float) -> None:
            progress.append(part)
            if len(progress) - 1 == stop_before:
                raise Stop

        self.made.clear()
        write_parts(self.file, self.journal, self.parts, whose=whose, on_progress=on_progress)
        return progress


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    (tmp_path / "whole").mkdir()
    writing = Writing(tmp_path / "whole")
    writing.run()
    return writing.file.read_bytes()


@pytest.fixture
def writing(tmp_path: Path) -> Writing:
    return Writing(tmp_path)


def test_every_tensor_lies_where_its_place_says(writing: Writing) -> None:
    progress = writing.run()
    assert progress == sorted(progress)
    assert (progress[0], progress[-1]) == (0.0, 1.0)
    for index, part in enumerate(writing.parts):
        place = part.places[0]
        assert place.offset % 64 == 0
        found = np.fromfile(writing.file, place.dtype, place.shape[0], offset=place.offset)
        assert np.array_equal(found, np.arange(SIZES[index], dtype=np.float32) + index)


@pytest.mark.parametrize("stop_before", range(len(SIZES)))
def test_it_goes_on_where_it_was_stopped_and_comes_to_the_same_bytes(
    writing: Writing, whole: bytes, stop_before: int
) -> None:
    with pytest.raises(Stop):
        writing.run(stop_before=stop_before)
    writing.run()
    assert writing.made == list(range(stop_before, len(SIZES)))
    assert writing.file.read_bytes() == whole


def test_what_is_whole_is_not_written_again(writing: Writing, whole: bytes) -> None:
    writing.run()
    writing.run()
    assert writing.made == []
    assert writing.file.read_bytes() == whole


def test_what_lies_behind_the_last_part_goes(writing: Writing, whole: bytes) -> None:
    writing.run()
    writing.file.write_bytes(whole + b"of a part that nobody noted down")
    writing.run()
    assert writing.file.read_bytes() == whole


def test_half_a_part_is_written_anew(writing: Writing, whole: bytes) -> None:
    """As after a kill between a part's bytes and the note of it, or in the middle of either."""
    for spoil in (
        lambda: writing.file.write_bytes(writing.file.read_bytes() + b"half of the next"),
        lambda: writing.file.write_bytes(writing.file.read_bytes()[:-3]),
        lambda: writing.journal.write_text(writing.journal.read_text()[:-4]),
    ):
        writing.file.unlink(missing_ok=True)
        with pytest.raises(Stop):
            writing.run(stop_before=2)
        spoil()
        writing.run()
        assert writing.made in ([2, 3], [1, 2, 3])
        assert writing.file.read_bytes() == whole


def test_bytes_that_a_power_cut_took_are_noticed(writing: Writing, whole: bytes) -> None:
    writing.run()
    with writing.file.open("r+b") as data:
        data.seek(writing.parts[1].begin)
        data.write(bytes(20))
    writing.run()
    assert writing.made == [1, 2, 3]
    assert writing.file.read_bytes() == whole


@pytest.mark.parametrize("lost", ["file", "journal"])
def test_without_the_file_or_its_journal_it_begins_anew(writing: Writing, whole: bytes, lost: str) -> None:
    writing.run()
    getattr(writing, lost).unlink()
    writing.run()
    assert writing.made == [0, 1, 2, 3]
    assert writing.file.read_bytes() == whole


def test_parts_of_something_else_are_not_gone_on_with(writing: Writing) -> None:
    writing.run(whose="another's")
    writing.run()
    assert writing.made == [0, 1, 2, 3]


def test_an_array_that_does_not_fit_its_place_is_refused(writing: Writing) -> None:
    writing.parts[1] = Part(writing.parts[1].places, writing.parts[0].make)
    with pytest.raises(ValueError, match="first1 is not what was expected"):
        writing.run()
