"""What is done of a worklist stays known, whatever happens to the program."""

import json
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from desktop_app.core.worklist.done_record import DoneRecord, Outcome, outcomes_in
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.shard import Shard

DONE = Outcome(
    "a/talk.wav",
    (0, 1500),
    "cafe",
    "options",
    ("talk.srt",),
    1.5,
    0.7,
    ("Parakeet",),
    ("it is faint",),
    at="2026-01-01",
    language="de",
    doubtful=0.25,
    speakers=2,
)


def noted(folder: Path, *outcomes: Outcome, shard: Shard | None = None) -> None:
    with DoneRecord(folder, shard or Shard()) as record:
        for outcome in outcomes:
            record.append(outcome)


def test_what_was_noted_is_found_again_the_last_of_it(tmp_path: Path) -> None:
    failed = replace(DONE, reason="the disk is full")
    other = replace(DONE, stretch_ms=None)
    noted(tmp_path, failed, other)
    noted(tmp_path, DONE)
    assert set(outcomes_in(tmp_path).values()) == {DONE, other}


def test_shares_have_a_record_each_and_are_read_together(tmp_path: Path) -> None:
    noted(tmp_path, DONE, shard=Shard(1, 2))
    noted(tmp_path, replace(DONE, name="b.wav"), shard=Shard(2, 2))
    assert {path.name for path in tmp_path.iterdir()} == {"diarist-done.1-of-2.jsonl", "diarist-done.2-of-2.jsonl"}
    assert {outcome.name for outcome in outcomes_in(tmp_path).values()} == {"a/talk.wav", "b.wav"}


@pytest.mark.parametrize("shards", [(Shard(1, 2), Shard()), (Shard(), Shard(1, 2))])
def test_what_one_share_has_done_another_s_failure_does_not_undo_whatever_their_clocks_say(
    tmp_path: Path, shards: tuple[Shard, Shard]
) -> None:
    noted(tmp_path, replace(DONE, reason="the disk is full", at="2030-01-01"), shard=shards[0])
    noted(tmp_path, DONE, shard=shards[1])
    assert set(outcomes_in(tmp_path).values()) == {DONE}


def test_a_share_that_fails_after_it_was_done_has_failed(tmp_path: Path) -> None:
    failed = replace(DONE, reason="the disk is full")
    noted(tmp_path, DONE, failed)
    assert set(outcomes_in(tmp_path).values()) == {failed}


def test_a_line_that_a_killed_program_tore_spoils_no_other(tmp_path: Path) -> None:
    noted(tmp_path, DONE, replace(DONE, name="torn.wav"))
    path = tmp_path / "diarist-done.jsonl"
    path.write_bytes(path.read_bytes()[:-30])
    noted(tmp_path, replace(DONE, name="after.wav"))
    assert {outcome.name for outcome in outcomes_in(tmp_path).values()} == {"a/talk.wav", "after.wav"}


@pytest.mark.parametrize("line", [b"[]\n", b"{}\n", b'{"name": "a"}\n', b'{"colour": "red"}\n', b"\xff\n", b"null\n"])
def test_lines_of_others_count_as_none(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "diarist-done.jsonl").write_bytes(line)
    assert not outcomes_in(tmp_path)


def test_lines_of_older_and_newer_versions_are_read_as_far_as_they_are_known(tmp_path: Path) -> None:
    older = {"name": "old.wav", "stretch_ms": None, "sha256": "cafe", "options": "options", "results": ["old.txt"]}
    newer = older | {"name": "new.wav", "language": "de", "colour": "red"}
    (tmp_path / "diarist-done.jsonl").write_text(f"{json.dumps(older)}\n{json.dumps(newer)}\n")
    read_older, read_newer = outcomes_in(tmp_path).values()
    assert (read_older.language, read_older.doubtful, read_older.speakers) == ("", None, None)
    assert (read_newer.name, read_newer.language) == ("new.wav", "de")


def test_two_programs_never_work_on_one_share(tmp_path: Path) -> None:
    with DoneRecord(tmp_path, Shard()), pytest.raises(WorklistError, match="another program works on this list"):
        noted(tmp_path, DONE)
    noted(tmp_path, DONE)


def test_threads_append_whole_lines(tmp_path: Path) -> None:
    with DoneRecord(tmp_path, Shard()) as record:
        threads = [
            Thread(target=lambda first=first: [record.append(replace(DONE, name=f"{first + at}")) for at in range(20)])
            for first in range(0, 100, 20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(outcomes_in(tmp_path)) == 100


def test_a_name_that_is_no_unicode_comes_back_as_it_was(tmp_path: Path) -> None:
    noted(tmp_path, replace(DONE, name="talk-\udce9.wav"))
    assert [outcome.name for outcome in outcomes_in(tmp_path).values()] == ["talk-\udce9.wav"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorklistError):
        noted(tmp_path / "file", DONE)
