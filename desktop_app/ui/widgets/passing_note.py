"""A sentence that lies over a widget for a moment, and is said to screen readers."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

SHOWN_MS = 4000
_ABOVE_BOTTOM_PX = 32


class PassingNote(QLabel):
    """At the bottom, in the middle. A click puts it away."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "passing")
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say this for a moment."""
        self.setText(sentence)
        self.show()
        self.raise_()
        self._place()
        self._end.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It was read."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(max(0, left), max(0, self._over.height() - self.height() - _ABOVE_BOTTOM_PX))
