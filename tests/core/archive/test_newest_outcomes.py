"""Of every recording the last that became of it counts, whatever the lines of the record are like."""

from pathlib import Path

import pytest
from made_archive import note, outcome

from desktop_app.core.archive.newest_outcomes import newest_outcomes
from desktop_app.core.worklist.errors import WorklistError


def test_all_shares_are_read_and_torn_lines_count_as_none(tmp_path: Path) -> None:
    note(tmp_path, outcome("b.wav"), share="1/2")
    note(tmp_path, outcome("a.wav"), share="2/2")
    with (tmp_path / "diarist-done.2-of-2.jsonl").open("ab") as file:
        file.write(b'{"name": "torn.wav", "stre')
    assert [each.name for each in newest_outcomes(tmp_path)] == ["a.wav", "b.wav"]


def test_what_was_asked_for_last_counts_once(tmp_path: Path) -> None:
    note(tmp_path, outcome("a.wav", options="new", at="2026-11-02T00:00:00+00:00"), share="1/2")
    note(tmp_path, outcome("a.wav", options="old", at="2026-11-01T00:00:00+00:00"), share="2/2")
    (only,) = newest_outcomes(tmp_path)
    assert only.options == "new"


def test_of_two_shares_that_disagree_the_last_is_believed(tmp_path: Path) -> None:
    note(tmp_path, outcome("a.wav", reason="It is broken."), share="1/2")
    note(tmp_path, outcome("a.wav", "a.txt"), share="2/2")
    (only,) = newest_outcomes(tmp_path)
    assert only.results == ("a.txt",)


@pytest.mark.parametrize(
    "facts",
    ['"sound_s": "long"', '"sound_s": NaN', '"results": [5]', '"results": ["a\\u0000"]', '"results": ["\\ud800"]',
     '"doubtful": 7', '"stretch_ms": [1]', '"at": null'],
)  # fmt: skip
def test_lines_that_say_what_none_of_ours_does_count_as_none(tmp_path: Path, facts: str) -> None:
    line = f'{{"name": "a.wav", "stretch_ms": null, "sha256": null, "options": "", {facts}}}\n'
    note(tmp_path, outcome("b.wav"))
    with (tmp_path / "diarist-done.jsonl").open("a") as file:
        file.write(line)
    assert [each.name for each in newest_outcomes(tmp_path)] == ["b.wav"]


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_a_record_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorklistError, match=r"there is no diarist-done\.jsonl in it"):
        newest_outcomes(tmp_path / name)
