"""Above the text: what is to stand in the place of what the search has found, and in which way it looks."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.transcript.columns import Columns
from desktop_app.ui.transcript.find_choices import FindChoices
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_row import WrappingRow
from desktop_app.ui.widgets.wrapping_text import WrappingText

_BELOW_PX = 12
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ReplaceBar(QWidget):
    """Enter replaces and goes on, Ctrl+Enter replaces all, Up and Down step, Esc leaves; the window does it."""

    replace_asked = Signal(str)
    all_asked = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Replace"))
        self.field = _Field()
        self.field.setAccessibleName(tr("Replace by"))
        self.field.textChanged.connect(self.clear_said)
        self.replace = self._button(tr("Replace"), tr("Replace this match and go to the next (Enter)"), self._replace)
        self.replace_all = self._button(
            tr("Replace all"), tr("Replace every match, as one step (Ctrl+Enter)"), self._replace_all
        )
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setProperty("role", "quiet")
        self.close_button.setAccessibleName(tr("Leave replacing"))
        self.close_button.setToolTip(tr("Leave replacing (Esc)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.left)
        self.choices = FindChoices()
        self.trouble = WrappingText("", "bad")
        self.said = WrappingText("", "muted")
        self._of_search = self._of_new = ""
        self._columns: Columns | None = None
        self._above_px = 0
        self._lay_out()
        self.clear_said()
        self.hide()

    def _button(self, text: str, tip: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("role", "notes")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(8)
        label = toned_label(tr("Replace by"), "plain")
        label.setBuddy(self.field)
        first.addWidget(label)
        first.addWidget(self.field, 1)
        first.addWidget(self.close_button)
        column.addLayout(first)
        column.addLayout(WrappingRow(self.replace, self.replace_all, self.choices, centred=False))
        column.addWidget(self.trouble)
        column.addWidget(self.said)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(40, 0, 40, _BELOW_PX)
        self._page.addWidget(frame)

    def follow(self, widget: QWidget) -> None:
        """Let Tab lead here from another widget of the window, and through all there is."""
        for one, other in pairwise(
            (widget, self.field, self.replace, self.replace_all, self.choices, self.close_button)
        ):
            QWidget.setTabOrder(one, other)

    def show_count(self, total: int) -> None:
        """There are so many matches to replace."""
        for button in (self.replace, self.replace_all):
            button.setEnabled(total > 0)

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing can be found; '' where nothing is wrong."""
        self._of_search = sentence
        self._say()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be replaced by this, until another is written."""
        self._of_new = sentence
        self._say()

    def tell(self, sentence: str) -> None:
        """Say what was done, until something else is written."""
        self.said.set_text(sentence)
        self.said.setVisible(bool(sentence))
        self._describe()

    def clear_said(self) -> None:
        """Something else is written: what was said of the last attempt is over."""
        self._of_new = ""
        self.tell("")
        self._say()

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        self._columns = columns
        right = max(0, self.width() - columns.page_right)
        self._page.setContentsMargins(columns.page_left, self._above_px, right, _BELOW_PX)

    def be_first(self, first: bool) -> None:
        """Whether nothing stands above it."""
        self._above_px = _BELOW_PX if first else 0
        if self._columns is not None:
            self.align(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Only now is it as wide as the text: hidden, it does not grow with it."""
        super().resizeEvent(event)
        if self._columns is not None:
            self.align(self._columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that mean the same in the whole bar."""
        if event.key() in _ENTER:
            self._enter(everywhere=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _enter(self, *, everywhere: bool) -> None:
        focused = self.focusWidget()
        if everywhere:
            self._replace_all()
        elif isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            self._replace()

    def _replace(self) -> None:
        self.clear_said()
        self.replace_asked.emit(self.field.text())

    def _replace_all(self) -> None:
        self.clear_said()
        self.all_asked.emit(self.field.text())

    def _say(self) -> None:
        sentence = self._of_search or self._of_new
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))
        self._describe()

    def _describe(self) -> None:
        """Let a reader hear of it where the keyboard is."""
        self.field.setAccessibleDescription(self.trouble.text() or self.said.text())


class _Field(QLineEdit):
    """Leaves to the bar the keys that mean the same in all of it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or let the bar do it."""
        if event.key() in _ENTER | {Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)
