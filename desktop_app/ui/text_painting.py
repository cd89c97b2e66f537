"""Paints a laid-out block of text: selection, search matches, letters, caret."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)

from desktop_app.ui.columns import Columns
from desktop_app.ui.theme import RADIUS_PX, TEXT_LINE_PX, current_theme

CARET_PX = 2
_MATCH_INSET_PX = 3
_FRESH_MARGIN_PX = QSize(12, 8)


class BlockLook(NamedTuple):
    """What a block looks like beyond its letters.

    tail_px: room that is needed after its last word. soft_from: where letters begin that may still change, in UTF-16
    units; None where none do. fresh: it stands out for a moment.
    """

    tail_px: int = 0
    soft_from: int | None = None
    fresh: bool = False


class Match(NamedTuple):
    """A found stretch: the block's number and [start, end) within it, in the document's UTF-16 units."""

    block: int
    start: int
    end: int


class TextPainting:
    """Holds the search's matches, the one that is current, and paints block after block."""

    def __init__(self) -> None:
        self._matches: Sequence[Match] = ()
        self._current: Match | None = None

    def mark(self, matches: Sequence[Match], current: Match | None) -> None:
        """Show these matches, in order, from the next painting on."""
        self._matches, self._current = matches, current

    def _matches_in(self, number: int) -> Iterator[Match]:
        first = bisect_left(self._matches, number, key=_block)
        following = (self._matches[at] for at in range(first, len(self._matches)))
        return takewhile(lambda match: match.block == number, following)

    def paint_fresh(self, painter: QPainter, columns: Columns, top: int, height: int) -> None:
        """Paint the ground of a block that stands out, from margin to margin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_theme().selection))
        left, right = columns.page_left - _FRESH_MARGIN_PX.width(), columns.page_right + _FRESH_MARGIN_PX.width()
        above = _FRESH_MARGIN_PX.height()
        painter.drawRoundedRect(QRectF(left, top - above, right - left, height + 2 * above), RADIUS_PX, RADIUS_PX)
        painter.restore()

    def paint(
        self,
        painter: QPainter,
        block: QTextBlock,
        origin: QPointF,
        context: QAbstractTextDocumentLayout.PaintContext,
        soft_from: int | None = None,
    ) -> None:
        """Paint a block whose lines are laid out; from soft_from on, in a softer tone."""
        theme = current_theme()
        layout = block.layout()
        for match in self._matches_in(block.blockNumber()):
            _fill(painter, layout, origin, match[1:], theme.match, inset_px=_MATCH_INSET_PX)
        bright = _selected(block, context)
        for span in bright:
            _fill(painter, layout, origin, span, theme.accent)
        if (current := self._current) is not None and current.block == block.blockNumber():
            _fill(painter, layout, origin, current[1:], theme.accent, inset_px=_MATCH_INSET_PX)
            bright.append(current[1:])
        painter.setPen(QColor(theme.ink))
        soft = [] if soft_from is None else [_letters((soft_from, block.length()), theme.muted)]
        layout.draw(painter, origin, soft + [_letters(span, theme.on_accent) for span in bright])
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            painter.setPen(QColor(theme.accent))
            layout.drawCursor(painter, origin, caret, CARET_PX)


def _block(match: Match) -> int:
    return match.block


def _selected(block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext) -> list[tuple[int, int]]:
    """The stretches of a block that are selected."""
    spans = [
        (
            max(0, selection.cursor.selectionStart() - block.position()),
            min(block.length(), selection.cursor.selectionEnd() - block.position()),
        )
        for selection in context.selections
    ]
    return [(start, end) for start, end in spans if start < end]


def _letters(span: tuple[int, int], ink: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = span[0], span[1] - span[0]
    made.format = QTextCharFormat()
    made.format.setForeground(QBrush(QColor(ink)))
    return made


def _fill(
    painter: QPainter,
    layout: QTextLayout,
    origin: QPointF,
    span: tuple[int, int],
    colour: str,
    *,
    inset_px: int = 0,
) -> None:
    """Fill a stretch over the full height of its lines, so that selected lines join; or a little less."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(inset_px))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for row in range(layout.lineCount()):
        line = layout.lineAt(row)
        line_end = line.textStart() + line.textLength()
        start, end = max(span[0], line.textStart()), min(span[1], line_end)
        if start < end or span[0] <= line_end < span[1]:
            left, right = sorted((_x(line, start), _x(line, end)))
            top = origin.y() + line.y() + (line.height() - TEXT_LINE_PX) / 2 + inset_px
            height = TEXT_LINE_PX - 2 * inset_px
            painter.drawRoundedRect(QRectF(origin.x() + left, top, max(right - left, 4), height), inset_px, inset_px)
    painter.restore()


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
