"""JSON of other programs: read without trust, and what stands in it as what it must be."""

import json
import math
from collections.abc import Iterator

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing.decoded import decoded
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import rounded_ms, seconds_ms
from desktop_app.core.importing.values import ReadWord
from desktop_app.translation import tr


def load_json(data: bytes) -> object:
    """The document; null for what some programs write for 'no number'. MalformedFile, with the line, if it is none."""
    try:
        return json.loads(decoded(data), parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise MalformedFile(tr("it is no JSON, or it was cut off here"), error.lineno) from error
    except RecursionError as error:
        raise MalformedFile(tr("it is nested too deeply")) from error
    except ValueError as error:
        raise MalformedFile(tr("it is no JSON ({why})", why=error)) from error


def keys_of(document: object) -> frozenset[str]:
    """The keys of an object; none of anything else."""
    return frozenset(document) if isinstance(document, dict) else frozenset()


def inside(document: object, *keys: str | int) -> object:
    """What stands in it under these keys, and places of lists; None where nothing does."""
    for key in keys:
        if isinstance(key, str):
            document = document.get(key) if isinstance(document, dict) else None
        else:
            document = document[key] if isinstance(document, list) and len(document) > key else None
    return document


def items(field: Field) -> Iterator[Field]:
    """The items of a list; none of null."""
    return iter(() if field.value is None else field.items(lambda each: each))


def said(field: Field) -> str:
    """A text on one line; '' for null. ValueError where it is something else."""
    return " ".join((field.or_null(Field.text) or "").split())


def name_of(field: Field) -> str | None:
    """A speaker's name: a text, or a number; None for null and for what is blank."""
    if isinstance(field.value, int) and not isinstance(field.value, bool):
        return f"SPEAKER_{field.value:02}" if 0 <= field.value < 1000 else str(field.value)[:20]
    return said(field) or None


def ms_of_seconds(field: Field) -> int | None:
    """A time in seconds, as a number or as a text; None for null."""
    if field.value is None:
        return None
    if isinstance(field.value, str):
        return seconds_ms(field.value)
    return rounded_ms(field.number())


def ms_of_ms(field: Field) -> int | None:
    """A time in milliseconds; None for null."""
    return None if field.value is None else rounded_ms(field.number() / 1000)


def share(field: Field) -> float | None:
    """A confidence from 0 to 1, as a number or as a text; None for all else."""
    try:
        value = float(field.value) if isinstance(field.value, int | float | str) else math.nan
    except (ValueError, OverflowError):
        return None
    return value if 0 <= value <= 1 else None


def word_of(text: str, start_ms: int | None, end_ms: int | None, confidence: float | None = None) -> Iterator[ReadWord]:
    """The word, unless it is blank."""
    if told := " ".join(text.split()):
        yield ReadWord(told, start_ms, end_ms, confidence)
