"""Marks in the text what differs from the machine's words, and tells of it where the pointer rests."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from desktop_app.core.editing.differences import Kind, Stretch
from desktop_app.ui.transcript.difference_painting import Underline, paint_underlines
from desktop_app.ui.words.difference_words import stretch_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextBlock

    from desktop_app.ui.state.first_draft_differences import FirstDraftDifferences
    from desktop_app.ui.transcript.transcript_text import TranscriptText
    from desktop_app.ui.transcript.turn_places import TurnPlaces

_QUIET = {Kind.SAME, Kind.TIMES}


class DifferenceMarks(QObject):
    """Only turns in view are looked at."""

    def __init__(self, text: TranscriptText, places: TurnPlaces, found: FirstDraftDifferences) -> None:
        super().__init__(text)
        self._text, self._places, self._found = text, places, found
        self._is_shown = False
        text.turn_layout.painting.under_letters.append(self._paint)
        text.viewport().installEventFilter(self)

    def show(self, shown: bool) -> None:
        """Mark what differs, or do not."""
        self._is_shown = shown
        self._text.viewport().update()

    def underlines(self, number: int) -> list[Underline]:
        """What is marked in a block."""
        return [line for _, line in self._marked(number)]

    def tip(self, at: QPoint) -> str:
        """What is said of the words at a point of the view; '' where nothing differs."""
        layout = self._text.turn_layout
        in_document = QPointF(at) + QPointF(0, self._text.verticalScrollBar().value())
        position = layout.hitTest(in_document, Qt.HitTestAccuracy.ExactHit) if self._text.shown else -1
        document = self._text.source
        if position < 0 or document is None:
            return ""
        block = self._text.document().findBlock(position)
        units = position - block.position()
        for stretch, line in self._marked(block.blockNumber()):
            if line.start <= units <= max(line.end, line.start + 1):
                return stretch_in_words(self._found.machine(document), stretch)
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer where the pointer rests on what differs."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and (tip := self.tip(event.pos())):
            QToolTip.showText(event.globalPos(), f"<qt>{escape(tip)}</qt>", self._text)
            return True
        return False

    def _marked(self, number: int) -> Iterator[tuple[Stretch, Underline]]:
        document = self._text.source
        if not self._is_shown or document is None or not document.has_base:
            return
        place = self._places.place_of(number, document.transcript)
        if place is None or not (found := self._found.of(document).of_turn(place)):
            return
        spans = self._places.spans(document.transcript.turns[place], number)
        for stretch in found:
            if stretch.kind not in _QUIET:
                yield stretch, _underline(stretch, spans)

    def _paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        if lines := self.underlines(block.blockNumber()):
            boxes = partial(self._text.turn_layout.painting.letter_boxes, block.layout(), origin)
            paint_underlines(painter, boxes, lines)


def _underline(stretch: Stretch, spans: list[tuple[int, int]]) -> Underline:
    if stretch.first == stretch.end:
        at = spans[stretch.first][0] if stretch.first < len(spans) else spans[-1][1] + 1
        return Underline(stretch.kind, at, at)
    return Underline(stretch.kind, spans[stretch.first][0], spans[stretch.end - 1][1])
