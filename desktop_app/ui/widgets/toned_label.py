"""Labels in the few tones of text the window has."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Tone = Literal["body", "muted", "heading", "title", "subtitle", "small", "strong", "plain", "bad"]


def toned_label(text: str, tone: Tone, parent: QWidget | None = None) -> QLabel:
    """A label in a tone of the style sheet; what comes from files is never taken for markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", tone)
    return label


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis where there is no room, and then says all of it in its tool tip."""

    def __init__(self, tone: Tone, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, least_px: int = 24) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self._mode = mode
        self._least_px = least_px
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Little room will do."""
        return QSize(self._least_px, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        room = self.contentsRect()
        short = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        tip = self.text() if short != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        QPainter(self).drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, short)
