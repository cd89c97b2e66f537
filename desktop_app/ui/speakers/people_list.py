"""The people whose voices are known, each with what the voice was learnt from, and forgetting it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label
from desktop_app.ui.words.known_voice_words import learnt_from

if TYPE_CHECKING:
    from desktop_app.core.known_voices.known_people import KnownPeople


class PeopleList(QWidget):
    """A card for each person."""

    forget_asked = Signal(str)  # name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PersonRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def clear(self) -> None:
        """Show nobody."""
        while self.rows:
            row = self.rows.pop()
            row.hide()
            row.deleteLater()

    def show_people(self, people: KnownPeople) -> None:
        """Show them in their order; the keyboard stays where it was, at the next one if that is gone."""
        had_focus = next((at for at, row in enumerate(self.rows) if row.forget.hasFocus()), None)
        self.clear()
        for name in people.names:
            row = PersonRow(name, learnt_from(people, name))
            row.forget.clicked.connect(partial(self.forget_asked.emit, name))
            self._column.addWidget(row)
            self.rows.append(row)
        if had_focus is not None and self.rows:
            self.rows[min(had_focus, len(self.rows) - 1)].forget.setFocus(Qt.FocusReason.OtherFocusReason)


class PersonRow(Card):
    """A person."""

    def __init__(self, name: str, learnt: str) -> None:
        super().__init__()
        self.name = ElidedLabel("strong")
        self.name.setText(name)
        self.learnt = toned_label(learnt, "small")
        self.forget = QPushButton(tr("Forget", "a voice"))
        self.forget.setAutoDefault(False)
        self.forget.setAccessibleName(tr("Forget the voice of {name}", name=name))
        self.forget.setToolTip(tr("Delete this voice for good"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.learnt)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 8, 11, 8)
        row.addLayout(words, 1)
        row.addWidget(self.forget)
