"""What a transcript's exports are made of, for the record of them."""

import hashlib
import re

from desktop_app.core.export.one_line import one_line
from desktop_app.core.store.export_record import Origin
from desktop_app.core.transcript.values import Transcript

_BY_NUMBER = re.compile(r"Speaker [0-9]+|Unsure")
"""Names that nobody gave."""
_REGROUPED = "speakers changed"


def origin_of(transcript: Transcript, *, options: str = "", regrouped: bool = False) -> Origin:
    """What this transcript's exports are made of. regrouped: its speakers were decided anew, as a person wished."""
    names = (one_line(speaker.name) for speaker in transcript.speakers)
    given = [f"name {name}" for name in names if name and not _BY_NUMBER.fullmatch(name)]
    return Origin(
        recording=transcript.audio.sha256,
        options=options,
        edits=frozenset(_digest(edit) for edit in [*given, *[_REGROUPED] * regrouped]),
        complete=transcript.incomplete_from_ms is None,
    )


def _digest(edit: str) -> str:
    return hashlib.sha256(edit.encode()).hexdigest()
