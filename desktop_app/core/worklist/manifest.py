"""Manifests as NeMo has them: a line of JSON for each recording, with `audio_filepath`, `offset` and `duration`."""

import json
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.items import Item
from desktop_app.core.worklist.remote_recording import SCHEMES, name_in
from desktop_app.translation import tr

_LONGEST_S = 10_000_000
WITHOUT_END_MS = _LONGEST_S * 1000
"""Where a stretch ends that goes on to the end of its recording."""


def read_manifest(path: Path, on_repeated: Callable[[WorklistError], None] = lambda _: None) -> list[Item]:
    """The items of a manifest, in its order; paths are seen from its folder, offset and duration are in seconds.

    A line that is wrong is an item that is refused; one that names what another has named is left out, and told.
    WorklistError where it cannot be read, or no line is right.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        cause = (isinstance(error, OSError) and error.strerror) or tr("it is no text in UTF-8")
        raise WorklistError(path, cause) from error
    numbers: dict[Item, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        item = _item(path, number, line)
        if numbers.setdefault(item, number) != number:
            told = tr(
                "line {number} names the same as line {first}: it is done once", number=number, first=numbers[item]
            )
            on_repeated(WorklistError(path, told))
    items = list(numbers)
    if not any(not item.refusal for item in items):
        raise WorklistError(path, items[0].refusal if items else tr("no recording is named in it"))
    return items


def _item(manifest: Path, number: int, line: str) -> Item:
    try:
        entry = json.loads(line)
        file, offset_s, duration_s = entry["audio_filepath"], entry.get("offset"), entry.get("duration")
        if not isinstance(file, str) or not file or "\0" in file:
            raise ValueError("audio_filepath")
        return _placed(manifest, file, _stretch(offset_s, duration_s))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        cause = tr(
            'line {number} is none of the form {{"audio_filepath": "talk.wav", "offset": 0.0, "duration": 12.5}}',
            number=number,
        )
        return Item(manifest, f"{manifest.name}:{number}", refusal=cause)


def _placed(manifest: Path, file: str, stretch: Span | None) -> Item:
    scheme, separator, place = file.partition("://")
    if not separator:
        return Item(manifest.parent / file, file, stretch)
    if scheme == "file":  # as it stands, the way fsspec reads them
        return Item(Path(place), file, stretch)
    if scheme in SCHEMES:
        return Item(Path(name_in(file)), file, stretch, address=file)
    raise ValueError(scheme)


def _stretch(offset_s: object, duration_s: object) -> Span | None:
    """None where all of the recording is meant."""
    if not offset_s and duration_s is None:
        return None
    start_ms = _ms(offset_s or 0)
    return Span(start_ms, WITHOUT_END_MS if duration_s is None else start_ms + max(1, _ms(duration_s)))


def _ms(seconds: object) -> int:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds < _LONGEST_S:
        raise ValueError(f"no time: {seconds!r}")
    return round(seconds * 1000)
