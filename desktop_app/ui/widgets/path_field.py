"""A path in one line: cut in the middle until it is clicked, then whole and selectable."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class PathField(QLineEdit):
    """Read-only; the tool tip has the whole path."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setReadOnly(True)
        self.setProperty("role", "value")
        self.setToolTip(path)
        self.setAccessibleName(path)
        self.setMinimumWidth(120)
        # In line with the labels above: a field of its own keeps two pixels on either side.
        self.setTextMargins(-2, 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and select all of it."""
        super().focusInEvent(event)
        self.setText(self.path)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Cut it again."""
        super().focusOutEvent(event)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut it to the new room."""
        super().resizeEvent(event)
        if not self.hasFocus():
            self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width() - 8
        self.setText(self.fontMetrics().elidedText(self.path, Qt.TextElideMode.ElideMiddle, room))
