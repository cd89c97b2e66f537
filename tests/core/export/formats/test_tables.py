"""CSV and TSV are read by other readers, cell by cell, whatever is in them."""

import csv
import io
from dataclasses import replace

import pytest

from desktop_app.core.export.formats import csv_format, tsv_format
from desktop_app.core.export.formats.csv_format import CsvOptions, Delimiter
from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.export.table_rows import CellTimes, Rows, TableOptions
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def rows_of(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def said(text: str, start_ms: int = 83_450, name: str = "Anna") -> Transcript:
    word = Word(text, start_ms, start_ms + 1000, 0.5)
    turn = Turn("S1", start_ms, start_ms + 1000, (word,))
    return Transcript(AudioSource("talk.wav", 90_000), (Speaker("S1", name, 0),), (turn,))


def expected_turns(transcript: Transcript) -> list[tuple[float, float, str, str]]:
    names = speaker_names(transcript.speakers)
    return [
        (turn.start_ms / 1000, turn.end_ms / 1000, names[turn.speaker], text)
        for turn in transcript.turns
        if (text := one_line(turn.text))
    ]


@hostile
@pytest.mark.parametrize("delimiter", list(Delimiter))
def test_csv_turns_come_back(transcript: Transcript, delimiter: Delimiter) -> None:
    text = csv_format.render(transcript, CsvOptions(delimiter=delimiter))
    found = rows_of(text, ";" if delimiter is Delimiter.SEMICOLON else ",")
    read = [(float(row["start"]), float(row["end"]), row["speaker"], row["text"]) for row in found]
    assert read == expected_turns(transcript)


@hostile
def test_tsv_words_come_back(transcript: Transcript) -> None:
    text = tsv_format.render(transcript, TableOptions(rows=Rows.WORDS, times=CellTimes.MILLISECONDS))
    names = speaker_names(transcript.speakers)
    assert [tuple(row.values()) for row in rows_of(text, "\t")] == [
        (shown, str(word.start_ms), str(word.end_ms), names[turn.speaker], f"{word.confidence:.3f}")
        if word.confidence is not None
        else (shown, str(word.start_ms), str(word.end_ms), names[turn.speaker], "")
        for turn in transcript.turns
        for word in turn.words
        if (shown := one_line(word.text))
    ]


@hostile
def test_pandas_reads_both_as_they_are(transcript: Transcript) -> None:
    pandas = pytest.importorskip("pandas")
    for data, between in (
        (csv_format.render(transcript).encode(), ","),
        (tsv_format.render(transcript).encode(), "\t"),
    ):
        found = pandas.read_csv(io.BytesIO(data), sep=between, keep_default_na=False)
        assert list(found.columns) == ["start", "end", "speaker", "text"]
        assert [tuple(row) for row in found.values.tolist()] == expected_turns(transcript)


@pytest.mark.parametrize(
    ("times", "shown"), [("seconds", "83.450"), ("clock", "00:01:23.450"), ("milliseconds", "83450")]
)
def test_times_stand_as_they_were_chosen(times: str, shown: str) -> None:
    (row,) = rows_of(csv_format.render(said("Hi."), CsvOptions(times=CellTimes(times))))
    assert row["start"] == shown


@pytest.mark.parametrize("formula", ["=1+1", "+49 30", "-2", "@SUM(A1)"])
def test_no_cell_is_a_formula_where_that_was_asked_for(formula: str) -> None:
    for name, text in ((formula, "Hi."), ("Anna", formula)):
        (row,) = rows_of(csv_format.render(said(text, name=name), CsvOptions(safe=True)))
        assert f"'{formula}" in (row["speaker"], row["text"])
        (row,) = rows_of(csv_format.render(said(text, name=name)))
        assert formula in (row["speaker"], row["text"])


@hostile
@pytest.mark.parametrize("rows", list(Rows))
def test_safe_tables_hold_no_formula_at_all(transcript: Transcript, rows: Rows) -> None:
    for row in rows_of(csv_format.render(transcript, CsvOptions(safe=True, rows=rows))):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_excel_is_told_that_csv_is_utf_8_and_scripts_are_not_bothered() -> None:
    assert csv_format.render(said("Hi.")).startswith("\ufeffstart,")
    assert tsv_format.render(said("Hi.")).startswith("start\t")
    assert csv_format.render(said("Hi."), CsvOptions(byte_order_mark=False)).startswith("start,")


def test_a_word_without_a_confidence_has_an_empty_cell() -> None:
    talk = said("Hi.")
    (turn,) = talk.turns
    unsure = replace(talk, turns=(replace(turn, words=(replace(turn.words[0], confidence=None),)),))
    (row,) = rows_of(csv_format.render(unsure, CsvOptions(rows=Rows.WORDS)))
    assert row == {"word": "Hi.", "start": "83.450", "end": "84.450", "speaker": "Anna", "confidence": ""}


def test_ten_hours_have_a_row_for_each_word() -> None:
    text = csv_format.render(ten_hours(), CsvOptions(rows=Rows.WORDS))
    assert text.count("\n") == 100_001
