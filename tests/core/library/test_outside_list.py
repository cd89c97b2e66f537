"""Projects that lie elsewhere are noted for good."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.core.library.errors import OutsideListError
from desktop_app.core.library.outside_list import (
    forget_outside,
    outside_file,
    outside_projects,
    remember_outside,
)
from desktop_app.user_folders import data_folder

ONE, TWO = Path("/desk/one.diarist").absolute(), Path("/desk/two \udc80.diarist").absolute()


def test_what_is_remembered_is_there_until_it_is_forgotten() -> None:
    assert outside_projects() == ()
    for path in (ONE, TWO, ONE, ONE.parent / "x" / ".." / "one.diarist"):
        remember_outside(path)
    assert outside_projects() == (ONE, TWO)
    forget_outside(ONE)
    forget_outside(ONE)
    assert outside_projects() == (TWO,)


def test_it_lies_where_what_must_not_be_lost_lies() -> None:
    remember_outside(ONE)
    assert outside_file().is_relative_to(data_folder())
    assert json.loads(outside_file().read_text())["outside"] == [str(ONE)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"nonsense", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"[]", "it is no list of projects"),
        (b'{"version": 1, "outside": [1]}', "it is no list of projects"),
        (b'{"version": 2, "outside": {}}', "a newer Diarist wrote it"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_and_left_as_it_is(content: bytes, why: str) -> None:
    outside_file().parent.mkdir(parents=True, exist_ok=True)
    outside_file().write_bytes(content)
    with pytest.raises(OutsideListError, match=why):
        outside_projects()
    with pytest.raises(OutsideListError, match=r"library\.json"):
        remember_outside(ONE)
    assert outside_file().read_bytes() == content


def test_a_list_that_cannot_be_written_is_told() -> None:
    outside_file().parent.mkdir(parents=True, exist_ok=True)
    outside_file().mkdir()
    with pytest.raises(OutsideListError, match=r"library\.json"):
        remember_outside(ONE)


def test_those_who_note_something_at_the_same_time_lose_nothing() -> None:
    paths = [ONE.with_name(f"{number}.diarist") for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(remember_outside, paths))
    assert set(outside_projects()) == set(paths)
