"""Paints a laid-out block of text: what sounds, search matches, letters, selection, caret."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QPainter,
    QPen,
    QRegion,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)

from desktop_app.core.transcript.values import Mark
from desktop_app.ui.look.text_look import TextLook
from desktop_app.ui.look.theme import RADIUS_PX, current_theme
from desktop_app.ui.state.shown_turn import Marked
from desktop_app.ui.transcript.mark_painting import paint_mark
from desktop_app.ui.transcript.search_matches import Match, Matches
from desktop_app.ui.transcript.text_rows import row_px, row_top

CARET_PX = 2
_MATCH_INSET_PX = 2
_CURRENT_INSET_PX = 1  # the dots of capital letters lie inside: outside they would be light on light
_BOX_RADIUS_PX = 3
GROUND_MARGIN_PX = QSize(12, 8)
_SPOKEN_ASIDE_PX = 3
_UNDERLINE_PX = 2


class BlockLook(NamedTuple):
    """What a block looks like beyond its letters.

    tail_px: room that is needed after its last word. soft_from: where letters begin that may still change, in UTF-16
    units; None where none do. fresh: it stands out for a moment. marked: what a person has said of its words.
    """

    tail_px: int = 0
    soft_from: int | None = None
    fresh: bool = False
    marked: tuple[Marked, ...] = ()


class Spoken(NamedTuple):
    """What sounds: a word of a block, [start, end) in UTF-16 units. is_sure: its times were measured; else the turn is
    sure, and the word is about where it is said to be."""

    number: int
    span: tuple[int, int]
    is_sure: bool


class TextPainting:
    """Holds the search's matches, the one that is current, and paints block after block.

    spoken: the word that sounds, None where none does. look: how the lines stand that are painted.
    under_letters: what else is painted below a block's letters.
    """

    def __init__(self, look: TextLook) -> None:
        self.look = look
        self.spoken: Spoken | None = None
        self.under_letters: list[Callable[[QPainter, QTextBlock, QPointF], None]] = []
        self._matches: Matches | None = None
        self._current: Match | None = None

    def mark(self, matches: Matches, current: Match | None) -> None:
        """Show these matches from the next painting on."""
        self._matches, self._current = matches, current

    def matches_in(self, number: int, *, in_name: bool = False) -> list[Match]:
        """The matches in a block's text, or in the name beside it."""
        found = self._matches.in_block(number) if self._matches else []
        return [match for match in found if match.in_name is in_name]

    def current_in(self, number: int, *, in_name: bool = False) -> Match | None:
        """The current match where it is in this block's text, or in the name beside it."""
        current = self._current
        return current if current and (current.block, current.in_name) == (number, in_name) else None

    def spoken_in(self, number: int) -> Spoken | None:
        """The word that sounds where it is in this block."""
        return self.spoken if self.spoken is not None and self.spoken.number == number else None

    def paint_ground(self, painter: QPainter, ground: QRectF) -> None:
        """Paint the ground of a block that stands out, from margin to margin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_theme().selection))
        painter.drawRoundedRect(ground, RADIUS_PX, RADIUS_PX)
        painter.restore()

    def paint(
        self,
        painter: QPainter,
        block: QTextBlock,
        origin: QPointF,
        context: QAbstractTextDocumentLayout.PaintContext,
        look: BlockLook,
    ) -> None:
        """Paint a block whose lines are laid out."""
        theme = current_theme()
        layout = block.layout()
        for match in self.matches_in(block.blockNumber()):
            boxes = self._boxes(layout, origin, match.span, _MATCH_INSET_PX)
            paint_boxes(painter, boxes, theme.match, theme.match_edge)
        spoken = self.spoken_in(block.blockNumber())
        if spoken is not None and not spoken.is_sure:
            paint_boxes(painter, [_underline(box) for box in self._spoken_boxes(layout, origin, spoken)], theme.accent)
        for paint_under in self.under_letters:
            paint_under(painter, block, origin)
        painter.setPen(QColor(theme.ink))
        soft = [] if look.soft_from is None else [(look.soft_from, block.length())]
        soft += [(each.start, each.end) for each in look.marked if each.mark is not Mark.UNCERTAIN]
        layout.draw(painter, origin - layout.position(), [_letters(span, theme.muted) for span in soft], context.clip)
        for each in look.marked:
            paint_mark(painter, self._boxes(layout, origin, (each.start, each.end), _MATCH_INSET_PX), each.mark)
        self._paint_bright(painter, block, origin, context)
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            painter.setPen(QColor(theme.accent))
            layout.drawCursor(painter, origin - layout.position(), caret, CARET_PX)

    def _paint_bright(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, context: QAbstractTextDocumentLayout.PaintContext
    ) -> None:
        """Paint what is selected, and the current match: over the letters, and the letters anew inside."""
        theme, layout = current_theme(), block.layout()
        spoken = self.spoken_in(block.blockNumber())
        groups = [(self._spoken_boxes(layout, origin, spoken), False)] if spoken is not None and spoken.is_sure else []
        groups += [(self._boxes(layout, origin, span, 0), True) for span in _selected(block, context)]
        if current := self.current_in(block.blockNumber()):
            groups.append((self._boxes(layout, origin, current.span, _CURRENT_INSET_PX), False))
        for boxes, joined in groups:
            paint_boxes(painter, boxes, theme.accent, joined=joined)
            painter.save()
            # Not as formats of the layout: they are cut at the line's height, and with it the dots of tall letters.
            painter.setClipRegion(_region(boxes), Qt.ClipOperation.IntersectClip)
            painter.setPen(QColor(theme.on_accent))
            layout.draw(painter, origin - layout.position(), [], context.clip)
            painter.restore()

    def spoken_rect(self, layout: QTextLayout, top: float, spoken: Spoken) -> QRectF:
        """What a word that sounds is painted within, in a block that begins at `top` and is laid out."""
        rect = QRectF(0, top, 0, self.look.line_px)
        for box in self._spoken_boxes(layout, QPointF(0, top), spoken):
            rect = box if rect.isEmpty() else rect.united(box)
        return rect.adjusted(-1, -1, 1, 1)

    def letter_boxes(self, layout: QTextLayout, origin: QPointF, span: tuple[int, int]) -> list[QRectF]:
        """The box of a stretch of a block, [start, end) in UTF-16 units, on each of its lines."""
        return self._boxes(layout, origin, span, _CURRENT_INSET_PX)

    def _spoken_boxes(self, layout: QTextLayout, origin: QPointF, spoken: Spoken) -> list[QRectF]:
        boxes = self._boxes(layout, origin, spoken.span, _MATCH_INSET_PX)
        return [box.adjusted(-_SPOKEN_ASIDE_PX, 0, _SPOKEN_ASIDE_PX, 0) for box in boxes]

    def _boxes(self, layout: QTextLayout, origin: QPointF, span: tuple[int, int], inset_px: int) -> list[QRectF]:
        """A stretch's box on each of its rows: over the full height, so that selected lines join, or a little less."""
        boxes = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line_end = line.textStart() + line.textLength()
            start, end = max(span[0], line.textStart()), min(span[1], line_end)
            # A selected line break shows at the line's end; a found stretch has none.
            if start < end or (not inset_px and span[0] <= line_end < span[1]):
                left, right = sorted((_x(line, start), _x(line, end)))
                top = round(origin.y() + row_top(line, self.look.line_px)) + inset_px
                height = row_px(line, self.look.line_px) - 2 * inset_px
                boxes.append(QRectF(origin.x() + left, top, max(right - left, 4.0), height))
        return boxes


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


def _underline(box: QRectF) -> QRectF:
    return QRectF(box.left(), box.bottom() - _UNDERLINE_PX, box.width(), _UNDERLINE_PX)


def _region(boxes: Iterable[QRectF]) -> QRegion:
    region = QRegion()
    for box in boxes:
        region += box.toAlignedRect()
    return region


def paint_boxes(
    painter: QPainter, boxes: Iterable[QRectF], colour: str, edge: str | None = None, *, joined: bool = False
) -> None:
    """Fill boxes, with round corners where they do not join those above and below. An edge falls on whole pixels."""
    painter.save()
    painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for box in boxes:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not joined)
        if edge:
            box = QRectF(round(box.left()) + 0.5, box.top() + 0.5, round(box.width()) - 1, box.height() - 1)
        radius = 0 if joined else _BOX_RADIUS_PX
        painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
