"""What a transcript's exports are made of, for the record of them."""

import hashlib

from desktop_app.core.export.one_line import one_line
from desktop_app.core.store.export_record import Origin
from desktop_app.core.transcript.speaker_names import is_given
from desktop_app.core.transcript.values import Transcript

_REGROUPED = "speakers changed"


def origin_of(transcript: Transcript, *, options: str = "", regrouped: bool = False) -> Origin:
    """What this transcript's exports are made of. regrouped: its speakers were decided anew, as a person wished."""
    names = (one_line(speaker.name) for speaker in transcript.speakers)
    given = [f"name {name}" for name in names if name and is_given(name)]
    return Origin(
        recording=transcript.audio.sha256,
        options=options,
        edits=frozenset(_digest(edit) for edit in [*given, *[_REGROUPED] * regrouped]),
        complete=transcript.incomplete_from_ms is None,
    )


def _digest(edit: str) -> str:
    return hashlib.sha256(edit.encode()).hexdigest()
