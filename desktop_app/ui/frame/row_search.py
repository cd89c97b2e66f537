"""A field that searches the rows below it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.translation import plural, tr

_SAID = tr("Search keys and what they do")


class RowSearch(QLineEdit):
    """The search's key leads here from everywhere in the dialog; Enter goes on to what was found; Esc clears it first.

    What was found is said to screen readers.
    """

    asked = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_SAID)
        self.setAccessibleName(_SAID)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self.asked)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._begin)

    def show_count(self, count: int) -> None:
        """So many rows are left."""
        said = plural("{n} found", "{n} found", count) if self.text().strip() else ""
        self.setAccessibleDescription(said)
        if said and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _begin(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Take the keys that would close the dialog."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.entered.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.text():
                self.clear()
                return True
        return super().event(event)
