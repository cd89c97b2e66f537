"""Which recordings files, folders and manifests name."""

from pathlib import Path

import pytest

from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.items import Item, items_of, require_any

FILES = (
    "b.wav",
    "a.MP3",
    "notes.txt",
    "a.json",
    ".hidden.wav",
    "._b.wav",
    "deep/c.flac",
    "deep/er/d.ogg",
    ".git/e.wav",
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def test_a_folder_means_its_recordings_in_the_order_of_their_names(archive: Path) -> None:
    found = items_of([archive], recursive=False)
    assert found == [Item(archive / "a.MP3", "a.MP3"), Item(archive / "b.wav", "b.wav")]


def test_folders_in_it_are_looked_into_where_that_is_asked_for(archive: Path) -> None:
    found = items_of([archive], recursive=True)
    assert [item.name for item in found] == ["a.MP3", "b.wav", "deep/c.flac", "deep/er/d.ogg"]


def test_a_file_is_meant_whatever_it_is_called_and_no_recording_twice(archive: Path) -> None:
    found = items_of([archive / "notes.txt", archive / "b.wav", archive], recursive=False)
    assert [item.name for item in found] == ["notes.txt", "b.wav", "a.MP3"]


def test_a_folder_without_a_recording_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorklistError, match="no recording is in it; --recursive looks into its folders, too"):
        require_any(items_of([tmp_path], recursive=False), [tmp_path])
