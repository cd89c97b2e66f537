"""The store itself: what it promises to readers, whatever happens to writers."""

import errno
from dataclasses import replace
from pathlib import Path
from typing import Never

import pytest

from desktop_app.core.models import model_store
from desktop_app.core.models.errors import ModelStoreError
from desktop_app.core.models.model_spec import FileSpec
from desktop_app.core.models.model_store import (
    partial_path,
    read_record,
    require_room,
    settle,
    store_folder,
    stored_paths,
    writing,
)
from desktop_app.core.models.remove_model import remove_model
from desktop_app.core.models.store_record import StoreRecord, parse_record, record_text
from models.scripted_models import CONTENT, OTHER_CONTENT, SMALL, file_of, in_store

RECORD = StoreRecord("0123456789abcdef", (file_of(CONTENT),), "somewhere", own=False)


def put(content: bytes, *, own: bool = False) -> None:
    """Have a file of this content in the store."""
    file = file_of(content)
    with writing("small", (file,)) as folder:
        partial_path(folder, file).write_bytes(content)
        settle(folder, (file,), source="somewhere", own=own, on_bytes=lambda _: None)


def put_wrong(content: bytes) -> None:
    """Try to have a file there that is not what it should be."""
    file = file_of(content)
    with writing("small", (file,)) as folder:
        partial_path(folder, file).write_bytes(content[:-1] + b"?")
        settle(folder, (file,), source="somewhere", own=False, on_bytes=lambda _: None)


def stored() -> bytes:
    record = read_record("small")
    assert record is not None
    (path,) = stored_paths("small", record)
    return path.read_bytes()


def test_a_model_that_is_put_there_is_recorded_with_where_it_came_from() -> None:
    assert read_record("small") is None
    put(CONTENT, own=True)
    record = read_record("small")
    assert record is not None
    assert (record.files, record.source, record.own) == ((file_of(CONTENT),), "somewhere", True)
    assert stored() == CONTENT


def test_two_files_of_a_model_may_have_the_same_content() -> None:
    files = tuple(replace(file_of(CONTENT), name=name) for name in ("one.bin", "other.bin"))
    with writing("small", files) as folder:
        for file in files:
            partial_path(folder, file).write_bytes(CONTENT)
        settle(folder, files, source="somewhere", own=False, on_bytes=lambda _: None)
    record = read_record("small")
    assert record is not None
    assert [path.read_bytes() for path in stored_paths("small", record)] == [CONTENT, CONTENT]


def test_a_new_model_takes_the_place_of_an_old_one_and_nothing_else_is_left() -> None:
    put(CONTENT)
    put(OTHER_CONTENT)
    assert stored() == OTHER_CONTENT
    assert in_store() == ["small/record.json", "small/weights.bin"]


def test_the_old_model_can_be_read_until_the_new_one_is_whole() -> None:
    put(CONTENT)
    file = file_of(OTHER_CONTENT)
    with writing("small", (file,)) as folder:
        partial_path(folder, file).write_bytes(OTHER_CONTENT)
        assert stored() == CONTENT
        settle(folder, (file,), source="somewhere", own=False, on_bytes=lambda _: assert_old())
        assert stored() == OTHER_CONTENT


def assert_old() -> None:
    assert stored() == CONTENT


def test_a_record_that_cannot_be_written_loses_neither_the_old_model_nor_the_new_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    put(CONTENT)
    monkeypatch.setattr(model_store, "write_atomically", full)
    with pytest.raises(ModelStoreError, match=r"store cannot be written \(No space left on device\)$"):
        put(OTHER_CONTENT)
    assert stored() == CONTENT
    (partial,) = (store_folder() / "small" / "partial").iterdir()
    assert partial.read_bytes() == OTHER_CONTENT


def test_wrong_bytes_do_not_get_in_and_are_gone() -> None:
    put(CONTENT)
    with pytest.raises(ModelStoreError, match=r"what came from somewhere as weights\.bin has the wrong hash"):
        put_wrong(OTHER_CONTENT)
    assert stored() == CONTENT
    assert in_store() == ["small/record.json", "small/weights.bin"]


def test_what_killed_writers_left_is_cleared_by_the_next_and_never_read() -> None:
    put(CONTENT)
    left = store_folder() / "small" / "fedcba9876543210"
    left.mkdir()
    (left / "weights.bin").write_bytes(OTHER_CONTENT)
    assert stored() == CONTENT
    with writing("small"):
        pass
    assert not left.exists()
    assert stored() == CONTENT


def test_nobody_else_may_write_meanwhile_but_at_another_model() -> None:
    with writing("small"):
        with pytest.raises(ModelStoreError, match="another process is just fetching, importing or removing small"):
            put(CONTENT)
        with writing("large"):
            pass
    put(CONTENT)


def test_a_writer_that_fails_leaves_no_empty_folder() -> None:
    def fail() -> Never:
        with writing("small") as folder:
            partial_path(folder, file_of(CONTENT))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert in_store() == []
    assert not (store_folder() / "small").exists()


def test_there_is_to_be_room_for_more_than_the_model(tmp_path: Path) -> None:
    require_room(tmp_path, 0)
    with pytest.raises(ModelStoreError, match=r"MB free, and 1,000,000,050 MB are needed: make room on that disk"):
        require_room(tmp_path, 10**15)


def test_a_record_is_read_as_it_was_written() -> None:
    assert parse_record(record_text(RECORD)) == RECORD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": 99}',
        record_text(StoreRecord("../outside", RECORD.files, "", own=False)),
        record_text(StoreRecord(RECORD.folder, (FileSpec("../../outside", 1, "0" * 64),), "", own=False)),
        record_text(StoreRecord(RECORD.folder, (FileSpec("..", 1, "0" * 64),), "", own=False)),
        record_text(StoreRecord(RECORD.folder, (), "", own=False)),
    ],
)
def test_what_is_no_record_or_leads_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  each says it differently
        parse_record(text)


def test_a_model_is_removed_with_what_waited_for_the_next_fetch() -> None:
    put(CONTENT)
    waiting = store_folder() / "small" / "partial" / file_of(OTHER_CONTENT).sha256
    waiting.parent.mkdir()
    waiting.write_bytes(b"part")
    remove_model(SMALL)
    assert not (store_folder() / "small").exists()


def test_the_own_model_is_removed_only_when_that_is_said_twice() -> None:
    put(CONTENT, own=True)
    with pytest.raises(ModelStoreError, match=r"may be your own, which cannot be fetched again: .* --yes"):
        remove_model(SMALL)
    assert stored() == CONTENT
    remove_model(SMALL, even_own=True)
    assert read_record("small") is None


def test_a_model_whose_record_cannot_be_read_may_be_the_own_one() -> None:
    put(CONTENT)
    (store_folder() / "small" / "record.json").write_text("{}")
    with pytest.raises(ModelStoreError, match="may be your own"):
        remove_model(SMALL)
    remove_model(SMALL, even_own=True)
    assert in_store() == []


def test_what_is_not_in_the_store_is_not_removed() -> None:
    with pytest.raises(ModelStoreError, match=r"^small is not in .*store$"):
        remove_model(SMALL)
