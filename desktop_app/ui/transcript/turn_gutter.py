"""What stands beside a turn's text: pill and name on the left, the time on the right, a tag where voices overlap."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextBlock

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr
from desktop_app.ui.look.text_look import TextLook
from desktop_app.ui.look.theme import SMALL_PX, current_theme, font
from desktop_app.ui.state.shown_turn import characters
from desktop_app.ui.transcript.columns import NAME_GAP_PX, Columns
from desktop_app.ui.transcript.text_painting import paint_boxes
from desktop_app.ui.transcript.text_rows import row_px, row_top
from desktop_app.ui.widgets.speaker_pill import PILL_PX, paint_pill

OVERLAP = tr("overlap", "a tag")
DONE = tr("done up to here")
_ABOVE_TURN_PX = 10
_PILL_GAP_PX = 7
_TAG_GAP_PX = 8
_TAG_PADDING_PX = 6
_TAG_HEIGHT_PX = 18
_ROW_PX = 24
"""Of a name that stands above the text."""
_TIME_SIZE_PX, _TAG_SIZE_PX = 12, 11


class Mark(NamedTuple):
    """A stretch of a name, in UTF-16 units, that a search found; the current one stands out."""

    start: int
    end: int
    current: bool = False


class TurnGutter:
    """Paints the margins of one turn after another. What stands in them grows with the text, only less."""

    def __init__(self, look: TextLook) -> None:
        self._look = look
        beside_px = look.beside_px
        self._pill_px, self._pill_gap_px = beside_px(PILL_PX), beside_px(_PILL_GAP_PX)
        self._tag_height_px = beside_px(_TAG_HEIGHT_PX)
        self._name_font = font(beside_px(SMALL_PX), weight=QFont.Weight.DemiBold)
        self._time_font = font(beside_px(_TIME_SIZE_PX))
        self._tag_font = font(beside_px(_TAG_SIZE_PX))
        self._name_metrics = QFontMetrics(self._name_font)
        self._tag_px = QFontMetrics(self._tag_font).horizontalAdvance(OVERLAP) + 2 * _TAG_PADDING_PX

        self._done_px = QFontMetrics(self._tag_font).horizontalAdvance(DONE) + 1

    @property
    def tail_px(self) -> int:
        """The room the tag needs after the last word."""
        return self._tag_px + _TAG_GAP_PX

    def name_px(self, names: Iterable[str]) -> int:
        """The width of the column in which the longest of these names stands whole."""
        longest = max(map(self._name_metrics.horizontalAdvance, names), default=0)
        return self._pill_px + self._pill_gap_px + longest + 1 + NAME_GAP_PX

    def paint(
        self,
        painter: QPainter,
        columns: Columns,
        top: int,
        block: QTextBlock,
        speaker: Speaker,
        start_ms: int,
        marks: Iterable[Mark] = (),
    ) -> None:
        """Paint pill, name and time of a turn whose block begins at `top`. marks: what a search found in the name."""
        theme = current_theme()
        row = self._look.beside_px(_ROW_PX) if columns.lead else row_px(block.layout().lineAt(0), self._look.line_px)
        paint_pill(painter, columns.page_left, top + (row - self._pill_px) / 2, speaker, self._pill_px)
        left = self._pill_px + self._pill_gap_px
        cell = QRectF(columns.page_left + left, top, columns.name_width - left, row)
        self._paint_name(painter, cell, speaker.name, marks)
        if not columns.time_px:
            return
        painter.setPen(QColor(theme.muted))
        painter.setFont(self._time_font)
        at_the_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(columns.time_cell(top, row), at_the_right, clock(start_ms))

    def _paint_name(self, painter: QPainter, cell: QRectF, name: str, marks: Iterable[Mark]) -> None:
        theme = current_theme()
        short = self._name_metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(cell.width()))
        painter.setFont(self._name_font)
        painter.setPen(QColor(theme.ink))
        painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, short)
        for mark in marks:
            box = self._mark_box(cell, name, short, mark)
            if mark.current:
                paint_boxes(painter, [box], theme.accent)
            else:
                paint_boxes(painter, [box], theme.match, theme.match_edge)
            painter.save()
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
            painter.setPen(QColor(theme.on_accent if mark.current else theme.ink))
            painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, short)
            painter.restore()

    def _mark_box(self, cell: QRectF, name: str, short: str, mark: Mark) -> QRectF:
        """Around the marked letters; what is cut off is marked where the name is cut."""
        width, advance = self._name_metrics.horizontalAdvance(short), self._name_metrics.horizontalAdvance
        start, end = (advance(name[: characters(name, units)]) for units in (mark.start, mark.end))
        if short != name:
            start, end = min(start, width - advance("…")), min(end, width)
        return QRectF(cell.left() + start, cell.top() + 2, max(end - start, 4), cell.height() - 4)

    def paint_done(self, painter: QPainter, columns: Columns, top: int) -> None:
        """Paint the line above a block up to which all is corrected, in the room between turns."""
        theme = current_theme()
        y = top - self._look.beside_px(_ABOVE_TURN_PX)
        painter.save()
        painter.setFont(self._tag_font)
        painter.setPen(QColor(theme.accent))
        words = QRectF(columns.page_left, y - self._tag_height_px / 2, self._done_px, self._tag_height_px)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, DONE)
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawLine(QPointF(words.right() + _TAG_GAP_PX, y), QPointF(columns.page_right, y))
        painter.restore()

    def paint_overlap(self, painter: QPainter, columns: Columns, top: int, block: QTextBlock) -> None:
        """Paint the tag after the last word, or on a row of its own where the layout had no room for it there."""
        layout = block.layout()
        line, line_px = layout.lineAt(layout.lineCount() - 1), self._look.line_px
        end, row, height = line.naturalTextWidth(), top + row_top(line, line_px), row_px(line, line_px)
        if end + self.tail_px <= columns.text_width:
            left = end + _TAG_GAP_PX
        else:
            left, row, height = 0.0, row + height, line_px
        tag_top = row + (height - self._tag_height_px) / 2
        tag = QRectF(columns.text_left + left, tag_top, self._tag_px, self._tag_height_px)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.muted))
        painter.setFont(self._tag_font)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, OVERLAP)
        painter.restore()
