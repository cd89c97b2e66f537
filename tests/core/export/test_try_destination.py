"""Where exports cannot go is found out before the work, and trying leaves nothing behind."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.core.export.destination import Destination
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.try_destination import expected_bytes, try_destination, try_name
from desktop_app.core.store.export_record import Origin

ENDINGS = ("txt", "json")


def try_it(folder: Path, stem: str = "talk", endings: tuple[str, ...] = ENDINGS, needed_bytes: int = 1000) -> None:
    try_destination(Destination(folder, stem), endings, Origin(None), needed_bytes=needed_bytes)


def test_a_missing_folder_is_made_and_nothing_else_stays(tmp_path: Path) -> None:
    try_it(tmp_path / "new" / "deep")
    assert list((tmp_path / "new" / "deep").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="a part of its path is a file, not a folder"):
        try_it(tmp_path / "file" / "new")


def test_a_name_must_fit_with_the_longest_ending(tmp_path: Path) -> None:
    try_it(tmp_path, "ä" * 125 + "n", endings=("txt",))
    with pytest.raises(ExportError, match="its name is too long"):
        try_it(tmp_path, "ä" * 125 + "n")
    assert list(tmp_path.iterdir()) == []


def test_a_name_must_fit_with_the_number_that_it_gets(tmp_path: Path) -> None:
    stem = "n" * 250
    try_it(tmp_path, stem)
    (tmp_path / f"{stem}.txt").write_text("mine")
    with pytest.raises(ExportError, match="its name is too long"):
        try_it(tmp_path, stem)


def test_a_file_that_has_the_name_of_the_trial_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "talk.part").write_text("mine")
    try_name(tmp_path / "talk.json")
    assert (tmp_path / "talk.part").read_text() == "mine"


def test_there_must_be_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_500_000))
    try_it(tmp_path, needed_bytes=expected_bytes(600.0))
    with pytest.raises(ExportError, match=r"the disk has 1.5 MB left, and up to 4.1 MB are needed"):
        try_it(tmp_path, needed_bytes=expected_bytes(3600.0))
