"""The page of benchmarks, from records."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from bench import speakers
from bench.arguments import read_arguments
from bench.errors import LeftOut
from bench.notes import read_notes
from bench.page import render
from bench.parts import PARTS
from bench.places import NOTES
from bench.recordings import Recordings
from bench.records import Record, forget, keep, read_all, take

Fields = dict[str, Any]


def record(name: str, measured: Fields | None = None, left_out: str | None = None) -> Record:
    return Record(name, measured or {}, left_out, "2026-11-25", 2.0, 0.5, "abc1234")


def fields(**changed: object) -> Fields:
    usual = {
        "der_0": 8.46,
        "missed": 2.0,
        "false_alarm": 6.0,
        "confusion": 0.46,
        "der_25": 1.04,
        "missed_25": 0.5,
        "false_alarm_25": 0.5,
        "confusion_25": 0.04,
        "speed": {"diarization": 120.0},
        "speakers_found": 2,
        "speakers_true": 2,
        "files": 7,
        "speakers_exact": 7,
    }
    return {**usual, **changed}


def report(**engines: Fields) -> Fields:
    shape = {"file": "2spk-short.wav"}
    return {
        "engines": {
            name: {"files": [{**pooled, **shape}], "failed": [], "pooled": pooled} for name, pooled in engines.items()
        }
    }


def page_of(*records: Record, notes: Mapping[str, str] | None = None, planned: Sequence[str] = ()) -> str:
    return render({each.name: each for each in records}, notes or {}, planned=planned)


def row_of(page: str, *cells: str) -> str:
    return next(line for line in page.splitlines() if all(cell in line for cell in cells))


def test_a_set_that_reaches_its_goals_says_so() -> None:
    both = report(diarist=fields(), moonshine=fields(speed={"diarization": 1.5}))
    page = page_of(record("speakers-conversations", both))
    row = row_of(page, "all 7", "diarist")
    assert "8.5 (2.0 / 6.0 / 0.5) | 1.0 (0.5 / 0.5 / 0.0) | 7 right of 7 | 120 x | 80 x" in row
    assert "8.5 / 1.0: met; 7 of 7: met; 100 x: met; 60 x the peer: met" in row


def test_a_goal_that_is_not_reached_is_shown_as_it_is() -> None:
    page = page_of(record("speakers-conversations", report(diarist=fields(confusion=1.1, speakers_exact=6))))
    assert "confusion 1.0: **not met**" in row_of(page, "2spk-short", "diarist")
    assert "7 of 7: **not met**" in row_of(page, "all 7", "diarist")


def test_without_the_peer_nothing_is_said_of_its_speed() -> None:
    assert "x the peer" not in page_of(record("speakers-conversations", report(diarist=fields())))


def test_a_file_on_which_only_one_engine_failed_has_one_row() -> None:
    both = report(diarist=fields(), moonshine=fields())
    both["engines"]["moonshine"]["files"][0]["file"] = "another.wav"
    page = page_of(record("speakers-conversations", both))
    assert sum("2spk-short" in line for line in page.splitlines()) == 1


def test_what_could_not_be_measured_says_why() -> None:
    page = page_of(record("speakers-ami", left_out="Left out: there are none."))
    assert "- clips of AMI meetings: Left out: there are none." in page


def test_an_unfinished_bench_says_what_is_missing() -> None:
    page = page_of(record("sample", left_out="It failed."), planned=["sample", "stages"])
    assert "**Incomplete**: not measured yet: stages." in page


def test_a_part_without_records_says_so() -> None:
    assert page_of().count("Not measured.") == len(PARTS)


def test_notes_stand_under_the_section_of_their_title() -> None:
    page = page_of(notes=read_notes("# Notes\n\nlost\n\n## Hours\n\nWhy.\n\n## Else\n\nMore.\n"))
    assert "## Hours\n\nNot measured.\n\nWhy.\n" in page
    assert "## Else\n\nMore.\n" in page
    assert "lost" not in page


def test_every_note_has_a_section() -> None:
    assert read_notes(NOTES.read_text(encoding="utf-8")).keys() <= {part.TITLE for part in PARTS.values()}


@pytest.mark.parametrize("part", PARTS)
def test_every_record_of_a_part_has_a_label(part: str) -> None:
    options = read_arguments(["--hours", "10"]).options
    names = [each.name for each in PARTS[part].measurements(options, Recordings(Path(), Path()))]
    assert names == list(PARTS[part].LABELS)


def test_records_outlive_the_bench(tmp_path: Path) -> None:
    taken = take("stages", lambda: {"speed": 1.5})
    keep(tmp_path, taken)
    assert read_all(tmp_path) == {"stages": taken}
    forget(tmp_path, "stages")
    assert not read_all(tmp_path)


def test_what_cannot_be_measured_is_a_record() -> None:
    def fail() -> Fields:
        raise LeftOut("Not here.")

    assert take("stages", fail).left_out == "Not here."


def test_parts_and_sets_choose_what_is_measured() -> None:
    asked = read_arguments(["--parts", "speakers,hours", "--sets", "ami"])
    assert asked.wants("speakers", "speakers-ami")
    assert not asked.wants("speakers", "speakers-made")
    assert asked.wants("hours", "hours-long")
    assert not asked.wants("window", "sample")
    assert asked.wants("machine", "machine")


def test_an_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_arguments(["--sets", "radio"])
    assert f"'radio' is none of {', '.join(speakers.SETS)}" in capsys.readouterr().err
