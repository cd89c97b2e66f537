"""Lines of a truth's text file."""

import math
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.evaluation.errors import TruthError

COMMENT = ";;"


def read_text(path: Path) -> str:
    """The file as UTF-8, with or without a mark; TruthError if it cannot be read, or is not text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TruthError(path, f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise TruthError(path, "it is not text in UTF-8") from error


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Every line with its number from 1, but blank ones and comments; errors as read_text's."""
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith(COMMENT):
            yield number, line


def seconds(path: Path, number: int, text: str) -> float:
    """A time or a duration in seconds; TruthError unless it is a number from 0 on."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise TruthError(path, f"{text!r} is not a time in seconds", line=number)
    return value
