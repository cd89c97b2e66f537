"""The index of an archive: what is read for it, and what it finds, wherever it lies."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from made_archive import outcome, talk, write_results

from desktop_app.core.archive import archive_index, index_writing
from desktop_app.core.archive.archive_index import ArchiveUnavailable, read_archive, search_archive
from desktop_app.core.archive.index_writing import Indexed, write_index
from desktop_app.core.archive.result_reading import read_result
from desktop_app.core.library.errors import Cancelled
from desktop_app.core.library.found import TurnHit
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.project.export_format import PROJECT_FORMAT
from desktop_app.core.worklist.done_record import Outcome

LONG_AGO_S = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    return tmp_path / "texts"


@pytest.fixture
def index(folder: Path) -> Path:
    return folder / "diarist-archive.index"


@pytest.fixture
def harbour(folder: Path) -> Outcome:
    return outcome("a.wav", *settled(folder, write_results(folder, "a", talk("the old harbour", "yes"), "json")))


@pytest.fixture
def railway(folder: Path) -> Outcome:
    return outcome("b.wav", *settled(folder, write_results(folder, "b", talk("a new railway"), "json")))


def settled(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Files that were written long ago, so that it is sure that they are as they were."""
    for name in names:
        os.utime(folder / name, (LONG_AGO_S, LONG_AGO_S))
    return names


def written(folder: Path, index: Path, *outcomes: Outcome) -> Indexed:
    return write_index(folder, outcomes, index, lambda _: None)


def hits(index: Path, text: str) -> list[TurnHit]:
    return [hit for each in search_archive(index, text).recordings for hit in each.hits]


def test_words_are_found_with_their_recording_speaker_and_place(folder: Path, index: Path, harbour: Outcome) -> None:
    assert written(folder, index, harbour) == Indexed(read=1)
    (hit,) = hits(index, "harb")
    assert (hit.path, hit.recording, hit.speaker, hit.start_ms, hit.word) == (folder / "a.json", "a.wav", "Anna", 0, 2)
    (entry,) = read_archive(index)
    assert (entry.name, entry.path, entry.summary and entry.summary.duration_ms) == ("a.wav", folder / "a.json", 2000)


def test_the_library_itself_can_search_it(folder: Path, index: Path, tmp_path: Path, harbour: Outcome) -> None:
    written(folder, index, harbour)
    with LibraryIndex(Path(shutil.copy(index, tmp_path / "copy.sqlite"))) as library:
        assert library.search("harbour").recordings[0].path == folder / "a.json"
        assert library.remade == 0


def test_only_what_is_new_or_has_changed_is_read(
    folder: Path, index: Path, harbour: Outcome, railway: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(folder, index, harbour)
    read: list[str] = []

    def reading(path: Path, of: Outcome) -> object:
        read.append(path.name)
        return read_result(path, of)

    monkeypatch.setattr(index_writing, "read_result", reading)
    assert written(folder, index, harbour, railway) == Indexed(read=1, same=1)
    write_results(folder, "a", talk("a canal"), "json")
    assert written(folder, index, harbour, railway) == Indexed(read=1, same=1)
    assert read == ["b.json", "a.json"]
    assert hits(index, "canal")
    assert not hits(index, "harbour")


def test_where_nothing_is_new_the_file_stays(folder: Path, index: Path, harbour: Outcome) -> None:
    written(folder, index, harbour)
    before = index.stat()
    assert written(folder, index, harbour) == Indexed(same=1)
    assert index.stat().st_ino == before.st_ino


def test_what_is_no_result_any_more_is_found_no_more(
    folder: Path, index: Path, harbour: Outcome, railway: Outcome
) -> None:
    written(folder, index, harbour, railway)
    written(folder, index, railway)
    assert not hits(index, "harbour")
    assert hits(index, "railway")


def test_a_project_is_read_before_all_else(folder: Path, index: Path) -> None:
    transcript = talk("corrected by hand")
    (folder / "a.diarist").write_bytes(PROJECT_FORMAT.render(transcript))
    results = (*write_results(folder, "a", talk("as it was heard"), "srt", "json"), "a.diarist")
    written(folder, index, outcome("a.wav", *results))
    (hit,) = hits(index, "corrected")
    assert (hit.path.name, hit.recording) == ("a.diarist", "a.wav")


def test_subtitles_will_do(folder: Path, index: Path) -> None:
    written(folder, index, outcome("a.wav", "a.pdf", *write_results(folder, "a", talk("the old harbour"), "srt")))
    assert hits(index, "harbour")[0].path.name == "a.srt"


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_text('{"torn')])
def test_a_result_that_is_gone_or_torn_is_told_and_the_rest_goes_on(
    folder: Path, index: Path, harbour: Outcome, railway: Outcome, harm: Callable[[Path], object]
) -> None:
    harm(folder / "a.json")
    indexed = written(folder, index, harbour, railway)
    ((name, why),) = indexed.unread
    assert name == "a.wav"
    assert why.startswith("a.json: ")
    assert hits(index, "railway")


def test_another_result_stands_in_for_one_that_is_torn(folder: Path, index: Path) -> None:
    results = write_results(folder, "a", talk("the old harbour"), "json", "srt")
    (folder / "a.json").write_text('{"torn')
    assert not written(folder, index, outcome("a.wav", *results)).unread
    assert hits(index, "harbour")[0].path.name == "a.srt"


def test_a_recording_that_failed_is_not_in_it(folder: Path, index: Path, harbour: Outcome) -> None:
    written(folder, index, harbour, outcome("b.wav", reason="It is empty."))
    assert [entry.name for entry in read_archive(index)] == ["a.wav"]


def test_a_folder_that_has_moved_takes_it_along(folder: Path, index: Path, tmp_path: Path, harbour: Outcome) -> None:
    written(folder, index, harbour)
    moved = folder.rename(tmp_path / "elsewhere")
    assert hits(moved / index.name, "harbour")[0].path == moved / "a.json"
    assert read_archive(moved / index.name)[0].path == moved / "a.json"
    assert written(moved, moved / index.name, harbour) == Indexed(read=1)


def test_it_may_lie_elsewhere(folder: Path, tmp_path: Path, harbour: Outcome) -> None:
    written(folder, tmp_path / "report.index", harbour)
    assert hits(tmp_path / "report.index", "harbour")[0].path == folder / "a.json"


def test_a_broken_one_is_made_anew(folder: Path, index: Path, harbour: Outcome) -> None:
    index.write_bytes(b"SQLite format 3\0 and nothing of it")
    with pytest.raises(ArchiveUnavailable, match="diarist archive report"):
        read_archive(index)
    assert written(folder, index, harbour) == Indexed(read=1)
    assert hits(index, "harbour")


@pytest.mark.parametrize("statements", ["", "PRAGMA user_version = 99", "CREATE TABLE made_by (form)"])
def test_other_files_are_refused(index: Path, statements: str) -> None:
    with sqlite3.connect(index) as connection:
        connection.executescript(statements)
    connection.close()
    with pytest.raises(ArchiveUnavailable):
        search_archive(index, "harbour")


def test_what_is_not_there_is_refused_and_not_made(index: Path) -> None:
    with pytest.raises(ArchiveUnavailable):
        read_archive(index)
    assert not index.exists()


def test_reading_writes_nothing(folder: Path, index: Path, harbour: Outcome) -> None:
    written(folder, index, harbour)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    hits(index, "harbour")
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert set(before) == {folder / "a.json", index}


def test_a_search_is_given_up(folder: Path, index: Path, harbour: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_index, "_STEPS_BETWEEN_LOOKS", 1)
    written(folder, index, harbour)
    with pytest.raises(Cancelled):
        search_archive(index, "harbour", is_cancelled=lambda: True)


def test_what_fails_leaves_the_old_one(
    folder: Path, index: Path, harbour: Outcome, railway: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(folder, index, harbour)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index_writing, "copy_atomically", full)
    with pytest.raises(OSError, match="No space"):
        written(folder, index, harbour, railway)
    assert hits(index, "harbour")
    assert {path.name for path in folder.iterdir()} == {"a.json", "b.json", index.name}
