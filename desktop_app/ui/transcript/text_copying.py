"""What of the text goes to the clipboard, or is dragged: as text, and as words with their times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.export.formats import plain_text
from desktop_app.core.transcript.on_record import on_record
from desktop_app.ui.transcript.copied_rich_text import rich_text
from desktop_app.ui.transcript.copied_turns import copied, copied_lines
from desktop_app.ui.transcript.copied_words import CopiedWords, mime_data, recording_id
from desktop_app.ui.transcript.turn_places import TurnPlaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextCursor

    from desktop_app.core.transcript.values import Speaker, Transcript
    from desktop_app.ui.state.document import Document
    from desktop_app.ui.state.shown_turn import ShownTurn


def selection_data(
    selection: QTextCursor, shown: list[ShownTurn], document: Document, speakers: Sequence[Speaker]
) -> QMimeData:
    """What is selected of the blocks that show these turns. speakers: all that the text still names."""
    text = copied(selection, shown, speakers)
    rich = rich_text(text, speakers)
    if document.live is not None:
        return mime_data(text, rich, None)
    transcript = document.transcript
    lines = copied_lines(selection, TurnPlaces(shown), transcript)
    words = CopiedWords(recording_id(transcript.audio), text, lines)
    return mime_data(text, rich, words if any(line.words for line in lines) else None)


def transcript_data(transcript: Transcript) -> QMimeData:
    """All that is on the record, with names and times."""
    public = on_record(transcript)
    text = plain_text.render(public)
    return mime_data(text, rich_text(text, public.speakers), None)
