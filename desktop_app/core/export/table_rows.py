"""A transcript as the rows of a table: what it has to choose, and how a cell is written."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.export.cues import timestamp
from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

FOR_EXCEL = About(tr("Mark as UTF-8 for Excel"), tr("Without it Excel gets umlauts wrong; some scripts trip over it."))

_BYTE_ORDER_MARK = "\ufeff"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Rows(StrEnum):
    """What a row is."""

    TURNS = "turns"
    WORDS = "words"


class CellTimes(StrEnum):
    """How a time stands in its cell."""

    SECONDS = "seconds"
    CLOCK = "clock"
    MILLISECONDS = "milliseconds"


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What can be chosen of a table. byte_order_mark: that by which Excel knows UTF-8."""

    rows: Rows = setting(
        Rows.TURNS, About(tr("A row for each"), choices={"turns": tr("turn"), "words": tr("word", "a row for each")})
    )
    times: CellTimes = setting(
        CellTimes.SECONDS,
        About(
            tr("Times"),
            choices={
                "seconds": tr("seconds: 83.450"),
                "clock": tr("clock: 00:01:23.450"),
                "milliseconds": tr("milliseconds: 83450"),
            },
        ),
    )
    safe: bool = setting(
        False,
        About(
            tr("Safe for spreadsheets"),
            tr("What a spreadsheet would take for a formula begins with an apostrophe."),
        ),
    )
    byte_order_mark: bool = setting(False, FOR_EXCEL)


def table(transcript: Transcript, options: TableOptions, *, delimiter: str) -> str:
    """The rows, by turn, with a first one that names the columns; quoted as RFC 4180 wants it, in lines that end with a
    line feed."""
    written = io.StringIO()
    lines = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    lines.writerows(_rows(transcript, options))
    return _BYTE_ORDER_MARK * options.byte_order_mark + written.getvalue()


def _rows(transcript: Transcript, options: TableOptions) -> Iterable[tuple[str, ...]]:
    rows = _turn_rows if options.rows is Rows.TURNS else _word_rows
    return (tuple(map(_safe, row)) for row in rows(transcript, options)) if options.safe else rows(transcript, options)


def _turn_rows(transcript: Transcript, options: TableOptions) -> Iterator[tuple[str, ...]]:
    yield "start", "end", "speaker", "text"
    names = speaker_names(transcript.speakers)
    for turn in transcript.turns:
        if text := one_line(turn.text):
            yield _time(turn.start_ms, options), _time(turn.end_ms, options), names[turn.speaker], text


def _word_rows(transcript: Transcript, options: TableOptions) -> Iterator[tuple[str, ...]]:
    yield "word", "start", "end", "speaker", "confidence"
    names = speaker_names(transcript.speakers)
    for turn in transcript.turns:
        for word in turn.words:
            if text := one_line(word.text):
                confidence = "" if word.confidence is None else f"{word.confidence:.3f}"
                times = _time(word.start_ms, options), _time(word.end_ms, options)
                yield text, *times, names[turn.speaker], confidence


def _time(time_ms: int, options: TableOptions) -> str:
    if options.times is CellTimes.MILLISECONDS:
        return str(time_ms)
    if options.times is CellTimes.CLOCK:
        return timestamp(time_ms, ".")
    return f"{time_ms // 1000}.{time_ms % 1000:03}"


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_BEGINS_A_FORMULA) else cell
