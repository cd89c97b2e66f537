"""The page of keyboard shortcuts: every key there is, and what the user makes of them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QKeySequenceEdit, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.editing.text_folding import folded
from desktop_app.translation import tr
from desktop_app.ui.frame.actions import Actions
from desktop_app.ui.frame.key_bindings import KeyBindings
from desktop_app.ui.frame.row_search import RowSearch
from desktop_app.ui.frame.widget_keys import widget_keys
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled
from desktop_app.ui.widgets.toned_label import toned_label

_LONG_KEY = QKeySequence("Ctrl+Alt+Shift+A")
_AROUND_KEY_PX = 52
_WIDE_PX = 560
_NATIVE = QKeySequence.SequenceFormat.NativeText


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
        self.ensurePolished()
        longest = self.fontMetrics().horizontalAdvance(_LONG_KEY.toString(_NATIVE))
        self.setFixedWidth(longest + _AROUND_KEY_PX)  # with the button that clears it
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


@dataclass(frozen=True, slots=True)
class _Row:
    """What is done, and its key: a field, or a label where it cannot be changed."""

    does: QLabel
    key: KeyField | QLabel

    def has(self, words: list[str]) -> bool:
        key = self.key.keySequence().toString(_NATIVE) if isinstance(self.key, KeyField) else self.key.text()
        return all(word in folded(f"{self.does.text()} {key}") for word in words)

    def show(self, shown: bool) -> None:
        self.does.setVisible(shown)
        self.key.setVisible(shown)
        if isinstance(self.key, KeyField):
            self.key.note.setVisible(shown and bool(self.key.note.text()))


class ShortcutsPage(FittingDialog):
    """A key that another action has is not taken; 'Reset' gives all of them back. The search leaves the rows that have
    all of its words, in what is done or in the key."""

    def __init__(self, actions: Actions, bindings: KeyBindings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields: dict[tuple[str, int], KeyField] = {}
        self._rows: list[_Row] = []
        self.search = RowSearch()
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for name, action in actions.with_keys().items():
            self._add_action(bindings, name, action.text())
        for text, keys in widget_keys():
            self._add_row(_Row(toned_label(text, "body"), toned_label(keys, "muted")))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.search.asked.connect(self._filter)
        self.search.entered.connect(self._enter)
        self._lay_out(bindings, body)

    def _add_action(self, bindings: KeyBindings, name: str, text: str) -> None:
        for place in range(len(bindings.keys(name))):
            said = tr("{action}, another key", action=text) if place else text
            field = KeyField(bindings, name, place, said)
            label = toned_label(said, "body")
            label.setBuddy(field)
            self._add_row(_Row(label, field))
            self._grid.addWidget(field.note, self._grid.rowCount(), 0, 1, 2)
            self.fields[name, place] = field

    def _add_row(self, row: _Row) -> None:
        place = self._grid.rowCount()
        row.does.setWordWrap(True)
        self._grid.addWidget(row.does, place, 0)
        self._grid.addWidget(row.key, place, 1)
        self._rows.append(row)

    def _filter(self, typed: str) -> None:
        words = folded(typed).split()
        found = [row.has(words) for row in self._rows]
        for row, shown in zip(self._rows, found, strict=True):
            row.show(shown)
        self.search.show_count(sum(found))

    def _enter(self) -> None:
        """Go to the first key that was found."""
        found = next((field for field in self.fields.values() if field.isVisibleTo(self)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, bindings: KeyBindings, body: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("Keyboard shortcuts"), "subtitle"))
        column.addWidget(toned_label(tr("Click into a key, then press another."), "muted"))
        column.addSpacing(4)
        column.addWidget(self.search)
        column.addSpacing(4)
        column.addWidget(Scrolled(body), 1)
        self.reset = QPushButton(tr("Reset"))
        self.reset.setToolTip(tr("Give every action its first key again"))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(bindings.reset)
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addSpacing(12)
        column.addLayout(buttons)
        self.search.setFocus()  # not a key's field: whatever is pressed first would be taken for its key
        self.setMinimumWidth(min(_WIDE_PX, self.screen().availableGeometry().width() - 80))
