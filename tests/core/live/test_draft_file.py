"""When the first draft is put beside the sound."""

from pathlib import Path

import pytest

from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.draft_file import DraftFile
from live.scripted_engines import scripted_engines


class Clock:
    """Stands still until it is told the time."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> DraftFile:
    folder = tmp_path / "Talk"
    folder.mkdir()
    return DraftFile(folder, Captioner(scripted_engines()), clock=clock)


def is_written_at(now_s: float, file: DraftFile, clock: Clock) -> bool:
    file.path.unlink(missing_ok=True)
    clock.now_s = now_s
    file.write_if_due()
    return file.path.exists()


def test_it_is_written_every_half_minute(file: DraftFile, clock: Clock) -> None:
    assert [is_written_at(now_s, file, clock) for now_s in (0, 29, 30, 31, 59, 60)] == [
        *(False, False, True),
        *(False, False, True),
    ]


def test_a_name_is_in_it_some_seconds_after_it_was_given(file: DraftFile, clock: Clock) -> None:
    file.write_soon()
    assert not is_written_at(2, file, clock)
    file.write_soon()
    assert is_written_at(3, file, clock)
    assert not is_written_at(32, file, clock)
    assert is_written_at(33, file, clock)


def test_a_disk_that_cannot_be_written_leaves_the_draft_with_whoever_wants_it(file: DraftFile) -> None:
    file.path.parent.rmdir()
    draft, path = file.write()
    assert (draft.turns, path) == ((), None)
