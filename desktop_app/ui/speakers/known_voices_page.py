"""The page of known voices: whose are known, from how much speech, how they are kept, and forgetting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.speakers.people_list import PeopleList
from desktop_app.ui.widgets.questions import losing_question
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.known_voice_words import HOW_TO, NOBODY, RECOGNISE, SWITCHED_OFF, WHAT_IT_IS, forgetting

if TYPE_CHECKING:
    from desktop_app.core.known_voices.known_people import KnownPeople
    from desktop_app.ui.state.known_voices import KnownVoices

_WIDTH_PX = 480


class KnownVoicesPage(FittingDialog):
    """Looks at the known voices only while they are switched on; deleting all is offered at any time."""

    def __init__(self, known: KnownVoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Known voices"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = known
        self._count: int | None = None
        self.switch = QCheckBox(RECOGNISE)
        self.switch.setChecked(known.is_on)
        self.switch.toggled.connect(known.switch)
        self.people = PeopleList()
        self.people.forget_asked.connect(self._forget)
        self.said = WrappingText("", "muted")
        self.error = WrappingText("", "bad")
        self.forget_all = QPushButton(tr("Forget everybody…"))
        self.forget_all.setAutoDefault(False)
        self.forget_all.clicked.connect(self._ask_to_forget_everybody)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        known.read.connect(self._show)
        known.failed.connect(self._refuse)
        known.switched.connect(self._begin)
        self._begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("Known voices"), "subtitle"))
        column.addWidget(Scrolled(self._body(), _WIDTH_PX), 1)
        column.addWidget(self.error)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.forget_all)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(WrappingText(f"{WHAT_IT_IS}.", "body"))
        column.addWidget(self.switch)
        column.addWidget(WrappingText(HOW_TO, "muted"))
        column.addSpacing(4)
        column.addWidget(self.people)
        column.addWidget(self.said)
        column.addStretch(1)
        return body

    def _begin(self) -> None:
        """Look who is known, if that is wanted."""
        self.switch.setChecked(self._known.is_on)
        self._show_error("")
        self._count = None
        self.people.clear()
        self.forget_all.setEnabled(True)
        if self._known.is_on:
            self.said.set_text(tr("Looking…"))
            self._known.load()
        else:
            self.said.set_text(SWITCHED_OFF)

    def _show(self, people: KnownPeople) -> None:
        self._count = len(people.names)
        self.people.show_people(people)
        self.said.set_text(f"{people.protection}." if people.names else NOBODY)
        self.forget_all.setEnabled(bool(people.names))

    def _refuse(self, sentence: str) -> None:
        """Nothing was changed; who is known may have become unreadable, and can be forgotten all the same."""
        self._show_error(sentence)
        if self._count is None:
            self.said.set_text("")

    def _forget(self, name: str) -> None:
        self._show_error("")
        self._known.forget(name)

    def _ask_to_forget_everybody(self) -> None:
        question = losing_question(forgetting(self._count), tr("Forget everybody"), self)
        question.accepted.connect(self._forget_everybody)
        question.open()

    def _forget_everybody(self) -> None:
        self._show_error("")
        self._known.forget_everybody()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_error(self, text: str) -> None:
        self.error.set_text(text)
        self.error.setVisible(bool(text))
