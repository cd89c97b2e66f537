"""RTTM keeps its ten fields, whatever speakers and files are called."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.export.formats.rttm import render
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn


def heard(speaker: str, *spans: tuple[int, int]) -> Turn:
    return Turn(speaker, spans[0][0], spans[-1][1], speech=tuple(Span(*span) for span in spans))


def talk(*turns: Turn, names: tuple[str, ...] = ("Anna", "Ben"), file: str = "talk.wav") -> Transcript:
    speakers = tuple(Speaker(f"S{i}", name, i) for i, name in enumerate(names))
    return Transcript(AudioSource(file, 60_000), speakers, turns)


def rows(transcript: Transcript) -> list[list[str]]:
    return [line.split() for line in render(transcript).splitlines()]


def test_each_stretch_is_a_line_with_onset_and_length_in_seconds() -> None:
    assert render(talk(heard("S0", (1205, 3000)))) == "SPEAKER talk 1 1.205 1.795 <NA> <NA> Anna <NA> <NA>\n"


def test_every_stretch_of_every_turn_is_there_with_or_without_words(interview: Transcript) -> None:
    assert len(rows(interview)) == sum(len(turn.speech) for turn in interview.turns)


def test_lines_are_in_order_of_onset_across_turns() -> None:
    found = rows(talk(heard("S0", (0, 900), (5000, 6000)), heard("S1", (700, 1500))))
    assert [(row[3], row[7]) for row in found] == [("0.000", "Anna"), ("0.700", "Ben"), ("5.000", "Anna")]


def test_stretches_without_length_are_left_out() -> None:
    assert [row[3] for row in rows(talk(heard("S0", (500, 500), (600, 601))))] == ["0.600"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Anna Berg", "Anna_Berg"),
        (" Anna\t\n Berg ", "Anna_Berg"),
        ("Anna\u00a0Berg\u3000B", "Anna_Berg_B"),
        ("🎙 “A”: --> </v> &amp;", "🎙_“A”:_-->_</v>_&amp;"),
        ("", "S0"),
        ("\u2028", "S0"),
        ('"Anna" "B"', "'Anna'_'B'"),
    ],
)
def test_a_name_is_one_field(name: str, label: str) -> None:
    (row,) = rows(talk(heard("S0", (0, 900)), names=(name,)))
    assert len(row) == 10
    assert row[7] == label


def test_what_is_missing_of_an_incomplete_transcript_is_not_to_be_scored(tmp_path: Path) -> None:
    load_rttm = pytest.importorskip("pyannote.database.util").load_rttm
    (tmp_path / "talk.rttm").write_text(render(replace(talk(heard("S0", (0, 900))), incomplete_from_ms=900)))
    *_, last = (tmp_path / "talk.rttm").read_text().splitlines()
    assert last == "NOSCORE talk 1 0.900 59.100 <NA> <NA> <NA> <NA> <NA>"
    assert len(load_rttm(tmp_path / "talk.rttm")["talk"]) == 1
    assert len(read_rttm(tmp_path / "talk.rttm")) == 1


MISSING = ["NA", "nan", "None", "null", "", "<NA>", "N/A", "#N/A N/A", "NULL", "-1.#IND", "NaN", '"']


def test_a_reader_on_pandas_takes_no_name_for_a_missing_value_or_a_quotation(tmp_path: Path) -> None:
    load_rttm = pytest.importorskip("pyannote.database.util").load_rttm
    turns = [heard(f"S{i}", (i * 1000, i * 1000 + 500)) for i in range(len(MISSING))]
    (tmp_path / "NA.rttm").write_text(render(talk(*turns, names=tuple(MISSING), file="NA.wav")), encoding="utf-8")
    ((name, found),) = load_rttm(tmp_path / "NA.rttm").items()
    assert name == "NA_"
    assert len(found.labels()) == len(MISSING)
    assert all(isinstance(label, str) for label in found.labels())


def test_names_that_fall_together_are_told_apart() -> None:
    turns = [heard(f"S{i}", (i * 1000, i * 1000 + 500)) for i in range(4)]
    found = rows(talk(*turns, names=("Anna B", "Anna_B", "Anna_B_2", "Anna\nB")))
    assert [row[7] for row in found] == ["Anna_B", "Anna_B_2", "Anna_B_2_2", "Anna_B_3"]


@pytest.mark.parametrize(
    ("file", "file_id"),
    [
        ("/recordings/Harbour talk 1.wav", "Harbour_talk_1"),
        ("C:\\rec\\talk.final.mp3", "talk.final"),
        ("no-ending", "no-ending"),
        (".wav", ".wav"),
        (".", "."),
        ("", "recording"),
        (" .wav", ".wav"),
        ("\u00a0\u3000.wav", ".wav"),
    ],
)
def test_the_file_is_one_field(file: str, file_id: str) -> None:
    (row,) = rows(talk(heard("S0", (0, 900)), file=file))
    assert len(row) == 10
    assert row[1] == file_id
