"""Dialogs that fit on their screen: what finds no room is scrolled."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from desktop_app.ui.widgets.screen_fit import bring_within, resize_within

_PAGE_KEYS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class FittingDialog(QDialog):
    """Opens with room for all that is in it, or as much as its screen has, and grows with it."""

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room, before anything is seen: only now all that is in it has its fonts and its lines."""
        super().showEvent(event)
        for part in self.findChildren(Scrolled):
            part.updateGeometry()
        if not event.spontaneous():
            resize_within(self, self.sizeHint())

    def event(self, event: QEvent) -> bool:
        """Something in it asks for other room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            before = self.size()
            resize_within(self, before.expandedTo(self.sizeHint()))
            if self.size() != before:
                bring_within(self)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll from a button that stands below what is scrolled, too."""
        if event.key() in _PAGE_KEYS and (part := self.findChild(Scrolled)) is not None:
            part.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class Scrolled(QScrollArea):
    """Asks for the room that its body needs, and does with less.

    width_px: of the body, as a page that takes its height from it is first shown.
    """

    def __init__(self, body: QWidget, width_px: int = 0) -> None:
        super().__init__()
        self._body = body
        self._width_px = width_px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(body)
        body.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """All of the body."""
        body = self._body
        width = max(self._width_px, body.sizeHint().width())
        height = body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """The body's width, and a few lines; with room for the bar, which stands beside what is scrolled."""
        return QSize(self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), 80)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The body asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Buttons at the right, below what is scrolled: they end where its body does, which leaves room for the bar."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
