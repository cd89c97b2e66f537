"""The margins beside the turns in view: who speaks, when, what a search found in a name, what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from desktop_app.ui.transcript.turn_gutter import Mark

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from desktop_app.ui.transcript.transcript_text import TranscriptText


class TurnMargins:
    """Painted over the viewport, turn by turn. done_to_ms: everything that ends up to here is corrected, None where
    nothing is said of that."""

    def __init__(self, text: TranscriptText) -> None:
        self._text = text
        self.done_to_ms: int | None = None

    def paint(self, asked: QRect) -> None:
        """Paint what lies in this part of the viewport."""
        text = self._text
        painter = QPainter(text.viewport())
        top = text.verticalScrollBar().value()
        painter.translate(0, -top)
        in_view = text.turn_layout.blocks_between(top + asked.top(), top + asked.bottom())
        for number in in_view[: len(text.shown) - in_view.start]:
            self._paint_turn(painter, number)

    def _paint_turn(self, painter: QPainter, number: int) -> None:
        text, layout = self._text, self._text.turn_layout
        shown, painting, top = text.shown[number], layout.painting, layout.top_of(number)
        marks = [Mark(*match.span) for match in painting.matches_in(number, in_name=True)]
        if current := painting.current_in(number, in_name=True):
            marks.append(Mark(*current.span, current=True))
        block = text.document().findBlockByNumber(number)
        text.gutter.paint(painter, layout.columns, top, block, text.speaker_of(number), shown.start_ms, marks)
        if self._is_first_after_done(number):
            text.gutter.paint_done(painter, layout.columns, top)
        if shown.overlap:
            text.gutter.paint_overlap(painter, layout.columns, top, block)

    def show_done(self, until_ms: int | None) -> None:
        """Draw the line up to which everything is corrected; None takes it away."""
        self.done_to_ms = until_ms
        self._text.viewport().update()

    def _is_first_after_done(self, number: int) -> bool:
        done_ms, shown = self.done_to_ms, self._text.shown
        return (
            done_ms is not None
            and shown[number].start_ms >= done_ms
            and (not number or shown[number - 1].start_ms < done_ms)
        )

    def tip(self, x: int, y: int) -> str:
        """The speaker and the time of the turn at a point of the margin; '' elsewhere."""
        text, layout = self._text, self._text.turn_layout
        y += text.verticalScrollBar().value()
        number = layout.block_at(y)
        columns = layout.columns
        beside = not columns.text_left <= x < columns.text_left + columns.text_width
        above = y < layout.top_of(number) + columns.lead
        return text.speaker_and_time(number) if text.shown and (beside or above) else ""
