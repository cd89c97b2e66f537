"""The palette of commands: type a few letters of what is to be done, and press Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.translation import tr
from desktop_app.ui.frame.command_list import CommandList
from desktop_app.ui.frame.commands import matching
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.toned_label import toned_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.frame.commands import Command

_WIDE_PX, _HIGH_PX = 580, 460
_ASIDE_PX, _ABOVE_PX = 16, 56
_VEIL = QColor(0, 0, 0, 90)
_SAID = tr("Type a command")


class CommandField(QLineEdit):
    """What is typed. No key of the window works meanwhile: all that is pressed comes here."""

    pressed = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Take every key, Tab too, before anything else does."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self.pressed.emit(event.key())
            return True
        return super().event(event)


_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backtab: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYS = {*_DOWN, *_PAGES, *_ENTER, Qt.Key.Key_Escape}


class CommandPalette(QWidget):
    """Lies over the window while it is open; whoever had the keyboard before has it again before anything is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAccessibleName(tr("Commands"))
        self._all: Sequence[Command] = ()
        self._before: QWidget | None = None
        self._card = Card(self, raised=True)
        self.field = CommandField()
        self.field.setPlaceholderText(_SAID)
        self.field.setAccessibleName(_SAID)
        self.list = CommandList()
        self.nothing = toned_label(tr("There is no such command."), "muted")
        column = QVBoxLayout(self._card)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self.field, self.list, self.nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self._look_for)
        self.field.pressed.connect(self._press)
        self.list.clicked.connect(lambda _: self._run())
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._say())
        window.installEventFilter(self)
        self.hide()

    def open(self, found: Sequence[Command]) -> None:
        """Show all of these, and take the keyboard."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._all = found
        self.field.clear()
        self._look_for("")
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Give the keyboard back, and go."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _look_for(self, typed: str) -> None:
        self.list.show_commands(matching(self._all, typed))
        self.list.setVisible(bool(self.list.shown))
        self.nothing.setVisible(not self.list.shown)
        if not self.list.shown:
            self._tell(self.nothing.text())
        self._place()

    def _say(self) -> None:
        command = self.list.current()
        if command is not None:
            self._tell(command.said)

    def _tell(self, said: str) -> None:
        self.field.setAccessibleDescription(said)
        if self.field.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _press(self, key: Qt.Key) -> None:
        if key in _DOWN:
            self.list.move(_DOWN[key])
        elif key in _PAGES:
            self.list.move(_PAGES[key] * self.list.rows_in_view())
        elif key in _ENTER:
            self._run()
        else:
            self.leave()

    def _run(self) -> None:
        command = self.list.current()
        if command is None or not command.action.isEnabled():
            self._say()
            return
        self.leave()
        command.action.trigger()

    # Where it lies.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the whole window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        window = self._window.rect()
        self.setGeometry(window)
        width = min(_WIDE_PX, window.width() - 2 * _ASIDE_PX)
        above = min(_ABOVE_PX, window.height() // 10)
        most = min(_HIGH_PX, window.height() - 2 * above)
        field = 12 + self.field.sizeHint().height() + 8
        below = self.list.height_px() if self.list.shown else self.nothing.sizeHint().height()
        self._card.setGeometry(QRect((window.width() - width) // 2, above, width, min(most, field + below + 12)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it leaves."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put a veil over the window."""
        QPainter(self).fillRect(self.rect(), _VEIL)
