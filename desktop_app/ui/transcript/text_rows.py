"""Rows of text: a line stands in the middle of its row, which is higher than usual where its script is taller."""

from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine


def row_px(line: QTextLine, usual_px: int) -> int:
    """How high a line's row is."""
    return max(usual_px, ceil(line.height()))


def row_top(line: QTextLine, usual_px: int) -> float:
    """Where a line's row begins, below the top of its block."""
    return line.y() + (line.height() - row_px(line, usual_px)) / 2


def place_in_row(line: QTextLine, left: float, top: float, usual_px: int) -> int:
    """Put a line into the middle of the row that begins here; the row's height."""
    height = row_px(line, usual_px)
    line.setPosition(QPointF(left, top + (height - line.height()) / 2))
    return height


def line_at(layout: QTextLayout, y: float, usual_px: int) -> QTextLine:
    """The line whose row has this height, below the top of its block; the first above all, the last below."""
    last = layout.lineCount() - 1
    for number in range(last):
        line = layout.lineAt(number)
        if y < row_top(line, usual_px) + row_px(line, usual_px):
            return line
    return layout.lineAt(max(0, last))
