"""Manifests as NeMo has them: a line of JSON for each recording, with `audio_filepath`, `offset` and `duration`."""

import json
from pathlib import Path

from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.items import Item
from desktop_app.translation import tr

_LONGEST_S = 10_000_000
WITHOUT_END_MS = _LONGEST_S * 1000
"""Where a stretch ends that goes on to the end of its recording."""


def read_manifest(path: Path) -> list[Item]:
    """The items of a manifest, in its order; paths are seen from its folder, offset and duration are in seconds.

    WorklistError, which names the line, where it cannot be read, or one line is wrong: nothing is begun then.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        cause = (isinstance(error, OSError) and error.strerror) or tr("it is no text in UTF-8")
        raise WorklistError(path, cause) from error
    items = [_item(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not items:
        raise WorklistError(path, tr("no recording is named in it"))
    return items


def _item(manifest: Path, number: int, line: str) -> Item:
    try:
        entry = json.loads(line)
        file, offset_s, duration_s = entry["audio_filepath"], entry.get("offset"), entry.get("duration")
        if not isinstance(file, str) or not file or "\0" in file:
            raise ValueError("audio_filepath")
        return Item(manifest.parent / file, file, _stretch(offset_s, duration_s))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        cause = tr(
            'line {number} is none of the form {{"audio_filepath": "talk.wav", "offset": 0.0, "duration": 12.5}}',
            number=number,
        )
        raise WorklistError(manifest, cause) from error


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
