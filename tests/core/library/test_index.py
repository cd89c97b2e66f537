"""The index: what it is told, it says again; and it may be lost at any time."""

import os
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_projects import project, said

from desktop_app.core.library.errors import LibraryUnavailable
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.turn_search import FullTextSearch, PatternSearch
from desktop_app.core.library.values import LibraryProject
from desktop_app.core.project.values import WorkState
from desktop_app.user_folders import cache_folder

HERE = Path(os.path.abspath("/projects"))  # noqa: PTH100
TALK, TEA = HERE / "talk.diarist", HERE / "tea.diarist"


def test_all_that_a_list_shows_comes_back_and_the_newest_recording_is_first(index: LibraryIndex) -> None:
    full = project(
        "Ünïcode \udc80",
        day=3,
        duration_ms=60_000,
        speakers=("Anna", "Ben"),
        state=WorkState.DONE,
        note="two\nlines",
        tags=("work", "日本"),
        sound=HERE / "talk.wav",
        sha256="ab" * 32,
        recorded_here=True,
    )
    index.put(TALK, project("older", day=1))
    index.put(TEA, full)
    newest, oldest = index.entries()
    assert (newest.path, newest.summary, newest.problem) == (TEA, full.summary, None)
    assert oldest.name == "older"
    assert index.entry(TEA) == newest
    assert index.entry(HERE / "none.diarist") is None


def test_it_says_whether_anything_is_new(index: LibraryIndex) -> None:
    assert index.put(TALK, project("Talk", [said("one")]))
    assert not index.put(TALK, project("Talk", [said("one")]), "1:2:3")
    assert index.put(TALK, project("Talk", [said("two")]))
    assert index.put(TALK, project("Speech", [said("two")]))
    assert index.known()[TALK].id == "id of Speech"


def test_what_was_said_before_is_not_found_any_more(index: LibraryIndex) -> None:
    index.put(TALK, project(turns=[said("apples"), said("pears"), said("plums")]))
    index.put(TALK, project(turns=[said("apples"), said("cherries")]))
    found = {word: len(index.search(word).recordings) for word in ("apples", "pears", "plums", "cherries")}
    assert found == {"apples": 1, "pears": 0, "plums": 0, "cherries": 1}


def test_a_recording_that_was_made_at_another_time_after_all_takes_its_words_along(index: LibraryIndex) -> None:
    index.put(TEA, project("Tea", [said("biscuits")], day=5))
    index.put(TALK, project("Talk", [said("apples")], day=1))
    index.put(TALK, project("Talk", [said("apples")], day=9))
    assert [entry.name for entry in index.entries()] == ["Talk", "Tea"]
    assert [each.path for each in index.search("apples").recordings] == [TALK]


def test_recordings_of_one_moment_of_no_time_and_of_far_ahead_are_all_there(index: LibraryIndex) -> None:
    times = [datetime(year, 1, 1, tzinfo=UTC) for year in (1, 1960, 2026, 2026, 2026, 9999)]
    for number, made_at in enumerate(times):
        index.put(HERE / f"{number}.diarist", project(str(number), [said("word")], made_at=made_at))
    assert index.entries()[0].path.stem == "5"
    assert len(index.entries()) == len(index.search("word").recordings) == 6


def test_a_project_that_cannot_be_opened_stays_with_what_was_known_of_it(index: LibraryIndex) -> None:
    index.put(TALK, project("Talk", [said("apples")]), "1:2:3")
    assert index.put_problem(TALK, "It is damaged.")
    assert not index.put_problem(TALK, "It is damaged.")
    (entry,) = index.entries()
    assert (entry.name, entry.problem) == ("Talk", "It is damaged.")
    assert index.search("apples").recordings
    assert index.known()[TALK].signature == ""
    assert index.put(TALK, project("Talk", [said("apples")]))
    assert index.entries()[0].problem is None


def test_a_project_of_which_only_a_part_can_be_read_keeps_the_words_that_are_known(index: LibraryIndex) -> None:
    index.put(TALK, project("Talk", [said("apples")], day=1))
    partly = LibraryProject(project("Speech", day=2).summary, None, "It is damaged.")
    assert index.put(TALK, partly, "1:2:3")
    assert not index.put(TALK, partly, "1:2:3")
    (entry,) = index.entries()
    assert (entry.name, entry.problem) == ("Speech", "It is damaged.")
    assert [each.recording for each in index.search("apples").recordings] == ["Speech"]


def test_one_that_never_could_be_opened_is_listed_by_its_file(index: LibraryIndex) -> None:
    index.put_problem(TALK, "A newer Diarist wrote it.")
    (entry,) = index.entries()
    assert (entry.name, entry.summary) == ("talk", None)
    assert [hit.path for hit in index.search("talk").names] == [TALK]
    assert index.put(TALK, project("Talk"))
    assert len(index.entries()) == 1


def test_a_moved_project_is_the_same_and_what_lay_there_is_forgotten(index: LibraryIndex) -> None:
    index.put(TALK, project("Talk", [said("apples")]), "1:2:3")
    index.put(TEA, project("Tea"))
    index.move(TALK, TEA)
    (entry,) = index.entries()
    assert (entry.path, entry.name) == (TEA, "Talk")
    assert index.known()[TEA].signature == "1:2:3"
    assert [each.path for each in index.search("apples").recordings] == [TEA]


def test_what_is_removed_is_neither_listed_nor_found(index: LibraryIndex) -> None:
    index.put(TALK, project("Talk", [said("apples")]))
    index.put(TEA, project("Tea", [said("apples")]))
    index.remove([TALK, HERE / "none.diarist"])
    assert [entry.path for entry in index.entries()] == [TEA]
    assert [each.path for each in index.search("apples").recordings] == [TEA]


def test_a_sound_leads_to_its_project_by_its_bytes_and_else_by_its_place(index: LibraryIndex, tmp_path: Path) -> None:
    sound = tmp_path / "talk.wav"
    index.put(TALK, project("Talk", sound=sound, sha256="a" * 64))
    index.put(TEA, project("Tea", sound=tmp_path / "tea.wav"))
    assert index.project_of(sha256="a" * 64) == TALK
    assert index.project_of(tmp_path / "copy.wav", sha256="a" * 64) == TALK
    assert index.project_of(tmp_path / "." / "talk.wav") == TALK
    assert index.project_of(tmp_path / "tea.wav", sha256="b" * 64) == TEA
    assert index.project_of(sound, sha256="b" * 64) is None  # another recording lies there now
    assert index.project_of(tmp_path / "none.wav") is None
    assert index.project_of() is None


def test_of_two_projects_of_a_sound_the_newest_that_can_be_opened_counts(index: LibraryIndex, tmp_path: Path) -> None:
    for number, path in enumerate((TALK, TEA)):
        index.put(path, project(path.stem, day=number, sound=tmp_path / "talk.wav", sha256="a" * 64))
    assert index.project_of(sha256="a" * 64) == TEA
    index.put_problem(TEA, "It is damaged.")
    assert index.project_of(sha256="a" * 64) == TALK


def fill(index: LibraryIndex) -> None:
    index.put(TALK, project("Talk", [said("apples")]))


def is_filled(index: LibraryIndex) -> bool:
    return len(index.entries()) == len(index.search("apples").recordings) == 1


def test_another_process_s_index_is_the_same(index: LibraryIndex) -> None:
    fill(index)
    with LibraryIndex(index.path, turn_search=index._wanted_search) as other:
        assert is_filled(other)
        assert other.remade == 0
        other.put(TEA, project("Tea"))
    assert len(index.entries()) == 2


def test_a_deleted_index_is_made_anew_also_while_it_is_open(index: LibraryIndex) -> None:
    fill(index)
    assert index.remade == 1
    for each in index.path.parent.iterdir():
        each.unlink()
    assert index.entries() == ()
    assert index.remade == 2
    fill(index)
    assert is_filled(index)


@pytest.mark.parametrize("garbage", [b"", b"no database", b"x" * 100_000])
def test_a_file_that_is_no_index_is_made_one(index: LibraryIndex, garbage: bytes) -> None:
    index.path.parent.mkdir()
    index.path.write_bytes(garbage)
    fill(index)
    assert is_filled(index)


def test_an_index_with_spoilt_pages_is_made_anew(index: LibraryIndex) -> None:
    for number in range(50):
        index.put(HERE / f"{number}.diarist", project(str(number), [said(f"apples {number}")]))
    index.close()
    whole = index.path.read_bytes()
    index.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    index.put(TALK, project("Talk", [said("apples")]))
    assert is_filled(index)


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE texts",
        "UPDATE texts SET packed = x'00'",
        "UPDATE recordings SET facts = '{}'",
        "DELETE FROM texts",
        "PRAGMA user_version = 99",
        "DELETE FROM made_by",
        "UPDATE made_by SET form = 'fts5, Unicode 99'",
    ],
)
def test_an_index_that_says_what_it_cannot_say_or_of_another_version_is_made_anew(
    index: LibraryIndex, damage: str
) -> None:
    fill(index)
    index.close()
    with closing(sqlite3.connect(index.path)) as connection, connection:
        connection.execute(damage)
    index.search("apples")
    assert index.entries() == ()
    assert index.remade == 2
    fill(index)
    assert is_filled(index)


def test_an_index_for_another_way_to_search_is_made_anew(tmp_path: Path) -> None:
    with LibraryIndex(tmp_path / "index", turn_search=FullTextSearch()) as index:
        fill(index)
    with LibraryIndex(tmp_path / "index", turn_search=PatternSearch()) as index:
        assert index.entries() == ()
        fill(index)
        assert is_filled(index)


def test_where_no_file_can_be_made_the_index_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    with LibraryIndex(tmp_path / "cache" / "library.sqlite") as index:
        fill(index)
        assert is_filled(index)


def test_an_index_that_another_process_keeps_to_itself_is_not_thrown_away(
    index: LibraryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.core.library.index_file._WAIT_S", 0.01)
    fill(index)
    with closing(sqlite3.connect(index.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryUnavailable, match="locked"):
            index.put(TEA, project("Tea"))
        assert is_filled(index)
    index.put(TEA, project("Tea"))
    assert index.remade == 1


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are the profile's there")
def test_nobody_else_may_read_what_was_said(index: LibraryIndex) -> None:
    fill(index)
    modes = {each.suffix: stat.S_IMODE(each.stat().st_mode) for each in index.path.parent.iterdir()}
    assert modes[".sqlite"] == modes[".sqlite-wal"] == 0o600
    assert stat.S_IMODE(index.path.parent.stat().st_mode) == 0o700


def test_it_can_be_begun_anew(index: LibraryIndex) -> None:
    fill(index)
    index.rebuild()
    assert index.entries() == ()


def test_it_lies_where_what_may_be_deleted_lies() -> None:
    with LibraryIndex() as index:
        fill(index)
    assert index.path.is_relative_to(cache_folder())
    assert index.path.is_file()
