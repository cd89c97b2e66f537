"""A turn as it stands in the text."""

from typing import NamedTuple

from desktop_app.core.export.one_line import one_line
from desktop_app.core.transcript.values import Turn

# Qt's own marks of a frame inside a document: in a text they would start a new block.
_FRAME_MARKS = {0xFDD0: " ", 0xFDD1: " ", 0xFFFC: " "}


class ShownTurn(NamedTuple):
    """One block of the text. Two that are equal look the same but for the speaker's name."""

    start_ms: int
    speaker: str
    overlap: bool
    text: str


def shown_turn(turn: Turn) -> ShownTurn | None:
    """The turn's block; None where there is nothing to read."""
    text = one_line(turn.text)
    if not text.isascii():
        text = text.translate(_FRAME_MARKS).strip()
    return ShownTurn(turn.start_ms, turn.speaker, turn.overlap, text) if text else None
