"""Tables: CSV, TSV, and NVivo's lines with tabs. Columns are known by their names, or else by what is in them."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.time_marks import time_marks
from desktop_app.core.importing.times import rounded_ms, time_ms
from desktop_app.core.importing.values import ReadStretch, ReadTranscript, ReadWord
from desktop_app.translation import tr

_NAMES = {
    "start": "start|begin|from|start time|starttime|timestart|time start|start_time|in|timestamp|time|timecode|von"
    "|beginn|zeit|zeitstempel|anfang|start_ms|start (s)|timespan|zeitspanne",
    "end": "end|stop|to|end time|endtime|timeend|time end|end_time|out|bis|ende|end_ms|end (s)",
    "speaker": "speaker|name|speakername|speaker name|speaker_name|who|participant|actor|sprecher|person|speaker label",
    "text": "text|content|transcript|words|utterance|inhalt|transkript|said|sentence",
    "word": "word|wort|token",
    "confidence": "confidence|score|probability|konfidenz",
}
_COLUMNS = {name: column for column, names in _NAMES.items() for name in names.split("|")}
_DELIMITERS = ("\t", ";", ",")
_MOST_CELL = 1 << 24
_TABBED = 0.8
_DIGITS_OF_MS = 6
"""Nobody talks for a hundred thousand seconds."""
_LOOKED_AT = 200
_TIME = re.compile(r"\d+(?:[:.,]\d+)*(?:\s*[-–/]\s*\d+(?:[:.,]\d+)*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: list[str]


def read(text: str) -> ReadTranscript:
    """A stretch for each row, or for each word. MalformedFile, with the line, where a time is none, a quotation is not
    ended, or no column holds a text."""
    rows = _rows(text)
    if not rows:
        raise MalformedFile(tr("it is empty"), 1)
    columns = _named(rows[0].cells)
    if "text" in columns or "word" in columns:
        scale = _is_ms(rows[0].cells, columns, rows[1:])
        return ReadTranscript(tuple(_stretches(rows[1:], columns, in_ms=scale)))
    return ReadTranscript(tuple(_stretches(rows, _guessed(rows), in_ms=False)))


def is_tabbed(text: str) -> bool:
    """Whether nearly every line has the same number of tabs, and some."""
    lines = [line for line in text[: 1 << 16].split("\n") if line.strip()][:_LOOKED_AT]
    (tabs, times), *_ = Counter(line.count("\t") for line in lines).most_common(1) or [(0, 0)]
    return tabs > 0 and times >= _TABBED * len(lines)


def _rows(text: str) -> list[_Row]:
    """The rows with anything in them. What lies between tabs need not be quoted rightly: many programs never quote."""
    head = text[: 1 << 16].split("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda each: (len(_named(head.split(each))), head.count(each)))
    try:
        return _quoted_rows(text, delimiter)
    except MalformedFile:
        if delimiter != "\t":
            raise
    lines = enumerate(text.split("\n"), 1)
    return [_Row(number, [cell.strip() for cell in line.split("\t")]) for number, line in lines if line.strip()]


def _quoted_rows(text: str, delimiter: str) -> list[_Row]:
    reader = csv.reader(io.StringIO(text.replace("\x00", "")), delimiter=delimiter, strict=True)
    rows, begins = [], 1
    before = csv.field_size_limit(_MOST_CELL)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_Row(begins, [cell.strip() for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise MalformedFile(tr("it is no table ({why})", why=error), begins) from error
    finally:
        csv.field_size_limit(before)
    return rows


def _named(cells: Sequence[str]) -> dict[str, int]:
    """Which column is which, as far as the first row names them."""
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if name := _COLUMNS.get(" ".join(cell.strip().casefold().split())):
            columns.setdefault(name, place)
    return columns


def _guessed(rows: Sequence[_Row]) -> dict[str, int]:
    """Which column is which, by what is in them: times, the longest text, and the names beside it."""
    looked = [row.cells for row in rows[:_LOOKED_AT]]
    width = max(map(len, looked))
    columns = [[cells[at] if at < len(cells) else "" for cells in looked] for at in range(width)]
    is_time = [_mostly_times(cells) for cells in columns]
    times = [at for at in range(width) if is_time[at]]
    others = [at for at in range(width) if not is_time[at] and any(columns[at])]
    if not others:
        raise MalformedFile(tr("no column holds a text"), rows[0].number)
    found = dict(zip(("start", "end"), times, strict=False))
    found["text"] = max(others, key=lambda at: sum(map(len, columns[at])))
    names = [at for at in others if at != found["text"]]
    if names:
        found["speaker"] = names[0]
    return found


def _mostly_times(cells: Sequence[str]) -> bool:
    filled = [cell.strip("#[]() ") for cell in cells if cell]
    return bool(filled) and sum(_TIME.fullmatch(cell) is not None for cell in filled) > len(filled) / 2


def _is_ms(header: Sequence[str], columns: dict[str, int], rows: Sequence[_Row]) -> bool:
    """Whether times are in milliseconds: the column says so, or they are all whole and too many for seconds."""
    if "start" not in columns or not rows:
        return False
    if "ms" in header[columns["start"]].casefold().replace("(", " ").replace("_", " ").replace(")", " ").split():
        return True
    starts = [row.cells[columns["start"]] for row in rows if columns["start"] < len(row.cells)]
    told = [each for each in starts if each]
    return bool(told) and all(map(str.isdecimal, told)) and max(map(len, told)) >= _DIGITS_OF_MS


def _stretches(rows: Iterable[_Row], columns: dict[str, int], *, in_ms: bool) -> Iterator[ReadStretch]:
    for row in rows:
        cell = {name: row.cells[at] if at < len(row.cells) else "" for name, at in columns.items()}
        start_ms, end_ms = _times(cell.get("start", ""), cell.get("end", ""), row.number, in_ms)
        speaker = cell.get("speaker") or None
        if "word" in columns and "text" not in columns:
            word = ReadWord(cell["word"], start_ms, end_ms, _confidence(cell.get("confidence", "")))
            yield ReadStretch(speaker, start_ms, end_ms, words=(word,) if word.text else ())
        elif cell["text"]:
            yield ReadStretch(speaker, start_ms, end_ms, cell["text"], opens_turn=True)


def _times(start: str, end: str, number: int, in_ms: bool) -> tuple[int | None, int | None]:
    marks = time_marks(start, number)
    if marks:
        return marks[0].start_ms, marks[0].end_ms if marks[0].end_ms is not None else _time(end, number, in_ms)
    return _time(start, number, in_ms), _time(end, number, in_ms)


def _time(cell: str, number: int, in_ms: bool) -> int | None:
    if not cell:
        return None
    if in_ms and cell.isdecimal():
        return rounded_ms(int(cell[:15]) / 1000, cell, number)
    return time_ms(cell.strip("#[]() "), number)


def _confidence(cell: str) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None
