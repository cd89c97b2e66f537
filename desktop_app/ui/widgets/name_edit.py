"""A name that is edited where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QStackedLayout, QWidget
from shiboken6 import isValid

from desktop_app.translation import tr
from desktop_app.ui.widgets.placeholder import say_what_fits
from desktop_app.ui.widgets.toned_label import ElidedLabel

_PLACEHOLDERS = (tr("A name is needed"), tr("Name needed"), tr("Name"))
_LONGEST = 63  # what MAXQDA takes for a speaker's name


class EditableName(QWidget):
    """A label that becomes a field. Enter takes the name, Esc leaves the old one, a blank one is refused; then the
    keyboard goes back to where it was."""

    begun = Signal()
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel("strong")
        self.field = _Field()
        self.field.setProperty("role", "name")
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(_PLACEHOLDERS[0])
        self.field.setAccessibleName(tr("Speaker's name"))
        self.field.returnPressed.connect(self._enter)
        self.field.escaped.connect(self._end)
        self.field.left.connect(self._leave)
        self.editing = False
        self._before: QWidget | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.label)
        self._stack.addWidget(self.field)

    def offer(self, names: Sequence[str]) -> None:
        """Names that may be meant, offered while one types."""
        completer = QCompleter(list(names), self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)

    def show_name(self, name: str) -> None:
        """Show another name."""
        self.label.setText(name)

    def edit(self) -> None:
        """Let the user type."""
        self.field.setText(self.label.text())
        self.field.selectAll()
        if not self.editing:
            self._before = QApplication.focusWidget()
            self.begun.emit()
        self.editing = True
        self._stack.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        name = self.field.text().strip()
        if not name:
            self.field.clear()
            return
        self._end()
        self.entered.emit(name)

    def _leave(self) -> None:
        """The focus went elsewhere: a name that was typed is meant."""
        if self.editing:
            self._enter() if self.field.text().strip() else self._end()

    def _end(self) -> None:
        # Before the field goes: it tells of its lost focus while it is hidden.
        self.editing = False
        had_focus = self.field.hasFocus()
        self._stack.setCurrentWidget(self.label)
        before, self._before = self._before, None
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)


class _Field(QLineEdit):
    escaped = Signal()
    left = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        say_what_fits(self, _PLACEHOLDERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        # Enter ends here: the card around the field would begin to edit again.
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
