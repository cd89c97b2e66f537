"""Marks in the text what sounds: the turn with a quiet ground, the word with a bright box."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from PySide6.QtCore import QObject, QRectF

from desktop_app.ui.transcript.text_painting import Spoken

if TYPE_CHECKING:
    from desktop_app.ui.state.sounding import Heard
    from desktop_app.ui.transcript.transcript_text import TranscriptText
    from desktop_app.ui.transcript.turn_places import TurnPlaces

_BEYOND_16_BITS = 0x10000


class SoundingMark(QObject):
    """Only what changes is painted again: two words, or two turns."""

    def __init__(self, text: TranscriptText, places: TurnPlaces) -> None:
        super().__init__(text)
        self._text = text
        self._places = places
        self._heard: Heard | None = None
        text.text_changed.connect(self._find_again)
        text.document().blockCountChanged.connect(self._find_again)

    def show(self, heard: Heard | None) -> None:
        """Mark this word; None marks nothing."""
        self._heard = heard
        self._mark(self._find())

    def place(self) -> QRectF | None:
        """Where the word stands, in the document's coordinates; None where nothing is marked."""
        spoken = self._text.turn_layout.painting.spoken
        return None if spoken is None else self._word_rect(spoken)

    def _find(self) -> Spoken | None:
        heard = self._heard
        number = None if heard is None else self._places.block_of(heard.turn)
        if heard is None or number is None or not self._is_there(number):
            return None
        span = _letters_of(heard.word.text, self._places.spans(heard.turn, number)[heard.place])
        return Spoken(number, span, is_sure=not heard.word.estimated)

    def _is_there(self, number: int) -> bool:
        """Turns are put into the list of them a moment before their blocks are into the text."""
        return number < self._text.document().blockCount()

    def _find_again(self) -> None:
        """The turn may have another block now, or have one at last."""
        self._mark(self._find())

    def _mark(self, spoken: Spoken | None) -> None:
        painting = self._text.turn_layout.painting
        before, painting.spoken = painting.spoken, spoken
        if before is None or spoken is None or before.number != spoken.number:
            self._repaint_turn(before)
            self._repaint_turn(spoken)
        elif before != spoken:
            for each in (before, spoken):
                self._repaint(self._word_rect(each))

    def _repaint_turn(self, spoken: Spoken | None) -> None:
        if spoken is not None and self._is_there(spoken.number):
            self._repaint(self._text.turn_layout.ground_of(spoken.number))

    def _repaint(self, rect: QRectF) -> None:
        self._text.viewport().update(rect.translated(0, -self._text.verticalScrollBar().value()).toAlignedRect())

    def _word_rect(self, spoken: Spoken) -> QRectF:
        block = self._text.document().findBlockByNumber(spoken.number)
        top = self._text.turn_layout.blockBoundingRect(block).top()
        return self._text.turn_layout.painting.spoken_rect(block.layout(), top, spoken)


def _letters_of(word: str, span: tuple[int, int]) -> tuple[int, int]:
    """The word's span without the punctuation around it, where anything else is left."""
    start = next((place for place, letter in enumerate(word) if not _is_mark(letter)), 0)
    behind = next((place for place, letter in enumerate(reversed(word)) if not _is_mark(letter)), 0)
    inside = span[0] + start, span[1] - behind
    return inside if inside[0] < inside[1] else span


def _is_mark(letter: str) -> bool:
    return category(letter).startswith("P") and ord(letter) < _BEYOND_16_BITS
