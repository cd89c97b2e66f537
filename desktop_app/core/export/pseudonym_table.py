"""The table of pseudonyms as a CSV file, which a person keeps apart from the exports."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.export.adaptation.pseudonyms import Table
from desktop_app.core.export.one_line import one_line
from desktop_app.core.store.errors import SettingsError, why_unread
from desktop_app.core.transcript.speaker_names import same_name
from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr

_HEAD = ("name", "pseudonym")
_BYTE_ORDER_MARK = "\ufeff"


def proposed_table(speakers: Iterable[Speaker]) -> Table:
    """'P01', 'P02' and so on for the speakers in their order; those of one name share one."""
    names: list[str] = []
    for speaker in speakers:
        name = one_line(speaker.name)
        if name and not any(same_name(name, known) for known in names):
            names.append(name)
    return tuple((name, f"P{number:02}") for number, name in enumerate(names, 1))


def table_text(table: Table) -> str:
    """The table as CSV, marked as UTF-8 so that Excel reads its names right."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([_HEAD, *table])
    return _BYTE_ORDER_MARK + written.getvalue()


def read_table(path: Path) -> Table:
    """The table in a CSV file, with commas, semicolons or tabs, with or without a first line that names the columns.

    Lines in which one of both is missing are left out, for a person may not have found a pseudonym yet. SettingsError
    where the file cannot be read, or a line of it is no pair.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except (OSError, ValueError) as error:
        raise SettingsError(tr("{path} cannot be read: {reason}", path=path, reason=why_unread(error))) from error
    except csv.Error as error:
        raise SettingsError(tr("{path} is no table of names and pseudonyms", path=path)) from error
    return _pairs(path, rows)


def _pairs(path: Path, rows: list[list[str]]) -> Table:
    pairs: list[tuple[str, str]] = []
    for number, row in enumerate(rows, 1):
        cells = tuple(cell.strip() for cell in row)
        if not any(cells) or (number == 1 and tuple(map(str.lower, cells[:2])) == _HEAD):
            continue
        if len(cells) < 2 or any(cells[2:]):
            raise SettingsError(tr("line {number} of {path} is no name with a pseudonym", number=number, path=path))
        if all(cells[:2]):
            pairs.append((cells[0], cells[1]))
    return tuple(pairs)


def _delimiter(text: str) -> str:
    """What the first line has the most of."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
