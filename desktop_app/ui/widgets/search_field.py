"""The search field of the top bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.placeholder import say_what_fits
from desktop_app.ui.widgets.toned_label import toned_label

_RIGHT_PX = 12
_SAID, _BRIEF = tr("Search text and speakers"), tr("Search")


class SearchField(QLineEdit):
    """Enter and Shift+Enter step through the matches, Esc clears and gives the keyboard back."""

    begun = Signal()
    stepped = Signal(int)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Search text and speakers"))
        self._key = ""
        self.show_key("")
        self.setAcceptDrops(False)
        self.count: QLabel = toned_label("", "small", self)
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._clear_count)

    def show_key(self, key: str) -> None:
        """The key that leads here; '' where none does."""
        self._key = key
        self.setToolTip(self._with_key(_SAID))
        self._say_what_fits()

    def _with_key(self, said: str) -> str:
        return f"{said} ({self._key})" if self._key else said

    def _say_what_fits(self) -> None:
        say_what_fits(self, (self._with_key(_SAID), _SAID, self._with_key(_BRIEF), _BRIEF))

    def show_count(self, current: int, total: int) -> None:
        """Say which match is shown, of how many."""
        if self.text().strip():
            self.count.setText(tr("{current} of {total}", current=current, total=total) if total else tr("not found"))
        self._place_count()

    def begin(self) -> None:
        """Take the keyboard, ready for another query."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Something is about to be typed."""
        super().focusInEvent(event)
        self.begun.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, dismiss, or type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if backwards else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right, and say as much as there is room for."""
        super().resizeEvent(event)
        self._place_count()
        self._say_what_fits()

    def _clear_count(self, text: str) -> None:
        if not text.strip():
            self.count.clear()
            self._place_count()

    def _place_count(self) -> None:
        self.count.adjustSize()
        width = self.count.width() if self.count.text() else 0
        self.count.setVisible(bool(width))
        self.count.move(self.width() - width - _RIGHT_PX, (self.height() - self.count.height()) // 2)
        self.setTextMargins(0, 0, width + 4 if width else 0, 0)
