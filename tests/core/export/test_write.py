"""Exports reach the user's folder whole, or say why not."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.core.export.errors import ExportError, cause_in_words
from desktop_app.core.export.formats import FORMATS, format_for
from desktop_app.core.export.write import export_transcript
from desktop_app.core.transcript.values import Transcript

TXT, SRT = format_for("txt"), format_for("srt")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_file_per_format_in_the_order_asked_for(tmp_path: Path, interview: Transcript) -> None:
    paths = export_transcript(interview, tmp_path, "Harbour talk", (SRT, TXT))
    assert paths == [tmp_path / "Harbour talk.srt", tmp_path / "Harbour talk.txt"]
    assert names_in(tmp_path) == ["Harbour talk.srt", "Harbour talk.txt"]


def test_files_hold_the_formats_text_as_utf_8(tmp_path: Path, interview: Transcript) -> None:
    for path, each in zip(export_transcript(interview, tmp_path, "talk", FORMATS), FORMATS, strict=True):
        assert path.read_bytes() == each.render(interview).encode("utf-8")


def test_a_missing_folder_is_made(tmp_path: Path, interview: Transcript) -> None:
    (path,) = export_transcript(interview, tmp_path / "new" / "deep", "talk", [TXT])
    assert path.is_file()


def test_a_dot_in_the_stem_is_not_an_ending(tmp_path: Path, interview: Transcript) -> None:
    (path,) = export_transcript(interview, tmp_path, "talk.v1", [TXT])
    assert path.name == "talk.v1.txt"


def test_without_formats_there_are_no_files(tmp_path: Path, interview: Transcript) -> None:
    assert export_transcript(interview, tmp_path, "talk", []) == []
    assert names_in(tmp_path) == []


def test_an_older_export_is_replaced(tmp_path: Path, interview: Transcript) -> None:
    (tmp_path / "talk.txt").write_text("old", encoding="utf-8")
    (path,) = export_transcript(interview, tmp_path, "talk", [TXT])
    assert path.read_text(encoding="utf-8") == TXT.render(interview)


def test_a_folder_in_the_files_place_is_named(tmp_path: Path, interview: Transcript) -> None:
    (tmp_path / "talk.txt").mkdir()
    with pytest.raises(ExportError) as caught:
        export_transcript(interview, tmp_path, "talk", [TXT])
    assert caught.value.path == tmp_path / "talk.txt"
    assert str(caught.value) == f"{tmp_path / 'talk.txt'} cannot be written: a folder of that name is in the way"
    assert names_in(tmp_path) == ["talk.txt"]


def test_a_file_in_the_folders_place_is_named(tmp_path: Path, interview: Transcript) -> None:
    (tmp_path / "exports").write_bytes(b"kept")
    with pytest.raises(ExportError, match="a file of that name is in the way") as caught:
        export_transcript(interview, tmp_path / "exports", "talk", [TXT])
    assert caught.value.path == tmp_path / "exports"
    assert (tmp_path / "exports").read_bytes() == b"kept"


def test_a_name_too_long_is_an_export_error(tmp_path: Path, interview: Transcript) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        export_transcript(interview, tmp_path, "n" * 300, [TXT])
    assert names_in(tmp_path) == []


def test_a_full_disk_leaves_the_older_export_as_it_was(tmp_path: Path, interview: Transcript) -> None:
    resource = pytest.importorskip("resource")
    (tmp_path / "talk.txt").write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(ExportError, match="the disk does not take files that large"):
            export_transcript(interview, tmp_path, "talk", [TXT])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (tmp_path / "talk.txt").read_bytes() == b"old"
    assert names_in(tmp_path) == ["talk.txt"]


def test_a_folder_without_permission_is_an_export_error(tmp_path: Path, interview: Transcript) -> None:
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("permissions do not hold for this user")
        with pytest.raises(ExportError, match="there is no permission to write there"):
            export_transcript(interview, tmp_path, "talk", [TXT])
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "there is no permission to write there"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
def test_common_causes_are_said_in_plain_words(number: int, words: str) -> None:
    assert cause_in_words(OSError(number, "as the system says")) == words


def test_rare_causes_are_said_in_the_systems_words() -> None:
    assert cause_in_words(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert cause_in_words(OSError("something odd")) == "something odd"
