"""The page of keyboard shortcuts: every key there is, and what the user makes of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QKeySequenceEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.frame.actions import WIDGET_KEYS, Actions
from desktop_app.ui.frame.key_bindings import KeyBindings
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled
from desktop_app.ui.widgets.toned_label import toned_label

_KEY_PX = 150
_WIDE_PX = 560


class KeyField(QKeySequenceEdit):
    """One key of an action: it takes what is pressed in it. note: says below it why it could not."""

    def __init__(self, bindings: KeyBindings, name: str, place: int, said: str) -> None:
        super().__init__()
        self._bindings, self._name, self._place = bindings, name, place
        self.note = toned_label("", "bad")
        self.note.setWordWrap(True)
        self.note.hide()
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.setFixedWidth(_KEY_PX)
        self.setAccessibleName(said)
        self.show_key()
        self.editingFinished.connect(self._take)
        bindings.changed.connect(self.show_key)

    def show_key(self) -> None:
        """Show the key that the action has."""
        key = self._bindings.keys(self._name)[self._place]
        if key != self.keySequence():
            self.setKeySequence(key)

    def _take(self) -> None:
        key = self.keySequence()
        if key == self._bindings.keys(self._name)[self._place]:
            return
        obstacle = self._bindings.obstacle(self._name, self._place, key)
        self.note.setText(obstacle)
        self.note.setVisible(bool(obstacle))
        self.setAccessibleDescription(obstacle)
        if obstacle:
            self.show_key()
        else:
            self._bindings.bind(self._name, self._place, QKeySequence(key))


class ShortcutsPage(FittingDialog):
    """A key that another action has is not taken; 'Reset' gives all of them back."""

    def __init__(self, actions: Actions, bindings: KeyBindings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields: dict[tuple[str, int], KeyField] = {}
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for name, action in actions.with_keys().items():
            self._add_action(bindings, name, action.text())
        for text, keys in WIDGET_KEYS:
            row = self._grid.rowCount()
            self._grid.addWidget(toned_label(text, "body"), row, 0)
            self._grid.addWidget(toned_label(keys, "muted"), row, 1)
        self._lay_out(bindings, body)

    def _add_action(self, bindings: KeyBindings, name: str, text: str) -> None:
        for place in range(len(bindings.keys(name))):
            said = f"{text}, another key" if place else text
            field = KeyField(bindings, name, place, said)
            row = self._grid.rowCount()
            label = toned_label(said, "body")
            label.setBuddy(field)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
            self._grid.addWidget(field.note, row + 1, 0, 1, 2)
            self.fields[name, place] = field

    def _lay_out(self, bindings: KeyBindings, body: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label("Keyboard shortcuts", "subtitle"))
        column.addWidget(toned_label("Click into a key, then press another.", "muted"))
        column.addSpacing(4)
        column.addWidget(Scrolled(body), 1)
        self.reset = QPushButton("Reset")
        self.reset.setToolTip("Give every action its first key again")
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(bindings.reset)
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addSpacing(12)
        column.addLayout(buttons)
        close.setFocus()  # not a field: whatever is pressed first would be taken for its key
        self.setMinimumWidth(min(_WIDE_PX, self.screen().availableGeometry().width() - 80))
