"""What becomes of the keyboard when a control hides or switches off under it.

Qt gives it to whatever comes next, where the key that was meant for one thing does another. Here it waits on what is
around the control, where no key does anything but Tab, and goes back when the control does.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Watches every window of the program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._control: QWidget | None = None
        self._place: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._place:
            self._forget()
        if old is None or not isValid(old) or _can_be_used(old) or not old.window().isVisible():
            return
        if now is None or now.window() is old.window():
            self._keep(old)

    def _keep(self, control: QWidget) -> None:
        place = _around(control)
        self._forget()
        self._control, self._place = control, place
        control.installEventFilter(self)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        if self._control is not None and isValid(self._control):
            self._control.removeEventFilter(self)
        self._control = self._place = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keyboard back."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.EnabledChange} and watched is self._control:
            control, place = self._control, self._place
            if _can_be_used(control) and place is not None and isValid(place) and place.hasFocus():
                self._forget()
                control.setFocus(Qt.FocusReason.OtherFocusReason)
        return False


def _can_be_used(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _around(control: QWidget) -> QWidget:
    """The nearest widget around a control that can have the keyboard; at last its window."""
    place = control
    while not _can_be_used(place) and (around := place.parentWidget()) is not None and not place.isWindow():
        place = around
    return place
