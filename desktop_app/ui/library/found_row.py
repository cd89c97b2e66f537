"""Paints a row of what a search found: a small line, and below it the words with their neighbours."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.library.found import Snippet
from desktop_app.ui.library.found_model import FOUND_ROLE, FoundRow
from desktop_app.ui.library.library_row import paint_ground
from desktop_app.ui.look.theme import SMALL_PX, current_theme, font

_PADDING_PX = 10
_LINE_PX = 18
_LINES = 2
_HEADING_PX = 34
_Index = QModelIndex | QPersistentModelIndex


class FoundRowPainter(QStyledItemDelegate):
    """Headings are lower than what leads somewhere."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A heading, or a line above and the snippet's lines."""
        row = _row(index)
        if row.is_heading:
            return QSize(120, _HEADING_PX)
        lines = 1 if row.start_ms is None else _LINES
        return QSize(120, _LINE_PX * (1 + lines) + 2 * _PADDING_PX - 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row, theme = _row(index), current_theme()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(_PADDING_PX, _PADDING_PX - 2, -_PADDING_PX, 0)
        small = font(SMALL_PX, weight=QFont.Weight.Medium if row.is_heading else QFont.Weight.Normal)
        painter.setFont(small)
        painter.setPen(QColor(theme.ink if row.is_heading else theme.muted))
        if row.is_heading:
            inner.setTop(rect.bottom() - _LINE_PX - 4)
        else:
            paint_ground(painter, QRectF(rect), option, theme)
            painter.setPen(QColor(theme.muted))
        above = QFontMetrics(small).elidedText(row.above, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, above)
        _paint_snippet(painter, row.snippet, QRectF(inner.adjusted(0, _LINE_PX, 0, 0)))
        painter.restore()


def _row(index: _Index) -> FoundRow:
    return cast("FoundRow", index.data(FOUND_ROLE))


def _paint_snippet(painter: QPainter, snippet: Snippet, room: QRectF) -> None:
    theme = current_theme()
    layout = QTextLayout(snippet.text, font(SMALL_PX))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(snippet.text, span) for span in snippet.spans])
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, number * _LINE_PX))
    layout.endLayout()
    painter.setPen(QColor(theme.ink))
    layout.draw(painter, room.topLeft())


def _marked(text: str, span: tuple[int, int]) -> QTextLayout.FormatRange:
    """What was looked for, told by more than a colour. Qt counts in UTF-16 units."""
    made = QTextLayout.FormatRange()
    made.start = _units(text[: span[0]])
    made.length = _units(text[span[0] : span[1]])
    made.format = QTextCharFormat()
    made.format.setFontWeight(QFont.Weight.Bold)
    made.format.setBackground(QColor(current_theme().match))
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
