"""CSV: a table for spreadsheets and statistics (RFC 4180)."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.export.table_rows import FOR_EXCEL, TableOptions, table
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


class Delimiter(StrEnum):
    """What stands between two cells."""

    COMMA = "comma"
    SEMICOLON = "semicolon"


_LETTERS = {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";"}


@dataclass(frozen=True, slots=True)
class CsvOptions(TableOptions):
    """What can be chosen of CSV; whoever opens it with a double click has Excel, most likely."""

    byte_order_mark: bool = setting(True, FOR_EXCEL)
    delimiter: Delimiter = setting(
        Delimiter.COMMA,
        About(
            tr("Between cells"),
            tr("Excel wants a semicolon where decimals have a comma, as in German."),
            choices={"comma": tr("a comma"), "semicolon": tr("a semicolon")},
        ),
    )


def render(transcript: Transcript, options: CsvOptions = CsvOptions()) -> str:
    """A row for each spoken turn, or for each word, with its times and its speaker."""
    return table(transcript, options, delimiter=_LETTERS[options.delimiter])
