"""The table of pseudonyms as a file."""

import csv
from pathlib import Path

import pytest

from desktop_app.core.export.pseudonym_table import proposed_table, read_table, table_text
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.values import Speaker, Transcript
from export.hostile_transcripts import HOSTILE


def test_speakers_are_numbered_and_namesakes_share_a_pseudonym() -> None:
    speakers = [Speaker(f"S{at}", name, at) for at, name in enumerate(["Anna", "Ben", "anna", "", "Carla\nB"])]
    assert proposed_table(speakers) == (("Anna", "P01"), ("Ben", "P02"), ("Carla B", "P03"))


@pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
def test_what_is_written_can_be_read(transcript: Transcript, tmp_path: Path) -> None:
    table = proposed_table(transcript.speakers)
    (tmp_path / "names.csv").write_text(table_text(table), encoding="utf-8")
    assert read_table(tmp_path / "names.csv") == table
    with (tmp_path / "names.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [tuple(row) for row in csv.reader(file)] == [("name", "pseudonym"), *table]


@pytest.mark.parametrize(
    "text",
    ["Anna;P01\nBen;P02\n", "\ufeffName,Pseudonym\r\nAnna,P01\r\nBen, P02,\r\n\r\n", "Anna\tP01\nCarla\t\nBen\tP02"],
)
def test_what_people_and_their_programs_write_is_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes(text.encode())
    assert read_table(tmp_path / "names.csv") == (("Anna", "P01"), ("Ben", "P02"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Anna,P01\nBen\n", "line 2 of .*names.csv is no name with a pseudonym"),
        (b"Anna,P01,x\n", "line 1 of .*names.csv is no name with a pseudonym"),
        (b"\xff\xfe", "it is not text in UTF-8"),
        (b'"Anna,P01\n', "is no table of names and pseudonyms"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes(data)
    with pytest.raises(SettingsError, match=reason):
        read_table(tmp_path / "names.csv")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"names\.csv cannot be read: No such file"):
        read_table(tmp_path / "names.csv")
