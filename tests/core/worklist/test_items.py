"""Which recordings files, folders and manifests name."""

import json
from pathlib import Path

import pytest

from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.items import Item, items_of, require_any
from desktop_app.core.worklist.manifest import read_manifest

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


def manifest(folder: Path, *lines: object) -> Path:
    path = folder / "in.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_a_manifest_names_recordings_and_stretches_of_them_in_seconds(tmp_path: Path) -> None:
    path = manifest(
        tmp_path,
        {"audio_filepath": "talk.wav", "offset": 1.5, "duration": 2.25, "text": "-"},
        "",
        {"audio_filepath": "/other/place.wav"},
        {"audio_filepath": "talk.wav", "offset": 0, "duration": None},
        {"audio_filepath": "talk.wav", "offset": 3},
    )
    whole, end_ms = None, 10_000_000_000
    assert read_manifest(path) == [
        Item(tmp_path / "talk.wav", "talk.wav", Span(1500, 3750)),
        Item(Path("/other/place.wav"), "/other/place.wav", whole),
        Item(tmp_path / "talk.wav", "talk.wav", whole),
        Item(tmp_path / "talk.wav", "talk.wav", Span(3000, end_ms)),
    ]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "5", '{"file": "a.wav"}', '{"audio_filepath": ""}', '{"audio_filepath": 5}']
    + [f'{{"audio_filepath": "a.wav", "offset": {value}}}' for value in ("-1", '"2"', "true", "NaN", "1e300", "[1]")]
    + ["[" * 100_000],
)
def test_a_line_that_is_none_is_named_and_nothing_is_begun(tmp_path: Path, line: str) -> None:
    path = manifest(tmp_path, {"audio_filepath": "talk.wav"}, line)
    with pytest.raises(WorklistError, match="line 2 is none of the form"):
        read_manifest(path)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe{\x00"])
def test_a_manifest_that_names_nothing_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(content)
    with pytest.raises(WorklistError, match=r"no recording is named in it|it is no text in UTF-8"):
        read_manifest(path)
