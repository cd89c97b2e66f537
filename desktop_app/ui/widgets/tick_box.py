"""A choice of several, opened like a choice of one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.translation import plural

_LEAST_LETTERS = 9
_NAMED = 2
"""So many are named on the button; of more it says how many there are."""
_FRAME_PX = 48
"""Beside the text: the button's edges and its arrow."""


class TickBox(QPushButton):
    """A button that says what is ticked, and a menu that stays open while it is ticked."""

    ticked = Signal(tuple)
    """The keys of all that is ticked, in the menu's order."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        """nothing: what it says where nothing is ticked."""
        super().__init__(parent)
        self._nothing = nothing
        self._said = nothing
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choices = _TickMenu(self)
        self.choices.triggered.connect(self._tell)
        self.setMenu(self.choices)

    def show_choices(self, labels: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Offer what there is, by key. chosen: what is ticked."""
        self.choices.clear()
        for key, label in labels.items():
            action = self.choices.addAction(label.replace("&", "&&"))
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key in chosen)
        self._say()

    def _tell(self) -> None:
        self._say()
        self.ticked.emit(tuple(str(each.data()) for each in self._ticked()))

    def _ticked(self) -> list[QAction]:
        return [each for each in self.choices.actions() if each.isChecked()]

    def _say(self) -> None:
        texts = [each.text().replace("&&", "&") for each in self._ticked()]
        self._said = plural("{n} formats and presets", "{n} format", len(texts))
        if len(texts) <= _NAMED:
            self._said = ", ".join(texts) or self._nothing
        self.setToolTip(", ".join(texts))
        self.setAccessibleDescription(", ".join(texts) or self._nothing)
        self._fit()

    def _fit(self) -> None:
        room_px = self.width() - _FRAME_PX
        text = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room_px)
        self.setText(text.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of it as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """However much is ticked, it takes no more room."""
        return QSize(_LEAST_LETTERS * self.fontMetrics().averageCharWidth() + _FRAME_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """See sizeHint."""
        return self.sizeHint()


class _TickMenu(QMenu):
    """Return and Esc close it; a click and Space do not."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is clicked."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick what is current."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)
