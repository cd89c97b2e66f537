"""A quiet line at the window's foot: a model that would write down better words, and how fetching it gets on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSpacerItem, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.wrapping_text import WrappingText

News = Literal["", "failure", "outcome"]
"""What it tells that is to be read before it goes."""
_STEPS = 1000
_BAR_PX = 120


class ModelOffer(QFrame):
    """Hidden while there is nothing to offer or to tell. model: what a person calls it."""

    fetch_clicked = Signal()
    stop_clicked = Signal()
    import_clicked = Signal()
    declined = Signal()

    def __init__(self, model: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("Better words"))
        self.news: News = ""
        self._model = model
        self.text = WrappingText("", "body")
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_PX)
        self.bar.setAccessibleName(tr("{what}: progress", what=model))
        self.fetch = _button("", self.fetch_clicked)
        self.stop = _button("", self.stop_clicked)
        self.take_in = _button(tr("Import…"), self.import_clicked)
        self.take_in.setAccessibleName(tr("Import {model} from a folder", model=model))
        self.decline = _button(tr("No, thanks"), self.declined)
        self.decline.setAccessibleName(tr("Do not offer {model} again", model=model))
        self.decline.setToolTip(tr("It is not offered again. All models are in the menu, under Models…"))
        self.close_button = _button(tr("Close"))
        self.close_button.clicked.connect(self.hide)
        self._buttons = (self.fetch, self.stop, self.take_in, self.decline, self.close_button)
        self._say_on(self.fetch, tr("Fetch"), tr("Fetch {model}"))
        self._say_on(self.stop, tr("Pause"), tr("Pause fetching {model}"))
        self._height = QSpacerItem(0, 0)
        """As high as a button, where none is shown."""
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.bar)
        row.addSpacing(4)
        row.addSpacerItem(self._height)
        for button in self._buttons:
            row.addWidget(button)

    def show_offer(self, sentence: str, *, goes_on: bool) -> None:
        """Offer it. goes_on: a part of it is here."""
        if goes_on:
            self._say_on(self.fetch, tr("Continue"), tr("Go on fetching {model}"))
        else:
            self._say_on(self.fetch, tr("Fetch"), tr("Fetch {model}"))
        self._show(sentence, self.fetch, self.take_in, self.decline)

    def show_fetching(self, text: str, share: float | None = None) -> None:
        """It is being fetched. share: of the work that is done, 0 to 1, None where that is not known."""
        self._say_on(self.stop, tr("Pause"), tr("Pause fetching {model}"))
        self._show(text, self.stop, share=share)

    def show_import(self, text: str, share: float | None = None) -> None:
        """It is being taken in; share: as of show_fetching."""
        self._say_on(self.stop, tr("Cancel"), tr("Cancel importing {model}"))
        self._show(text, self.stop, share=share)

    def show_trial(self, text: str, share: float) -> None:
        """It has come, and is made ready and tested; share: as of show_fetching."""
        self._say_on(self.stop, tr("Cancel"), tr("Cancel testing {model}"))
        self._show(text, self.stop, share=share)

    def show_failed(self, sentence: str, *, of_import: bool = False) -> None:
        """Say why it did not come. of_import: from where the user had it; else it can be tried again."""
        if not of_import:
            self._say_on(self.fetch, tr("Try again"), tr("Try again to fetch {model}"))
        self._show(sentence, self.fetch, self.take_in, self.decline, news="failure")

    def show_outcome(self, sentence: str) -> None:
        """Say what came of it."""
        self._show(sentence, self.close_button, news="outcome")

    def _say_on(self, button: QPushButton, text: str, name: str) -> None:
        button.setText(text)
        button.setAccessibleName(name.format(model=self._model))

    def _show(self, text: str, *buttons: QPushButton, share: float | None = None, news: News = "") -> None:
        self.news = news
        had_focus = any(each.hasFocus() for each in (self, *self._buttons))
        if text != self.text.text():
            self.text.set_text(text)
        self.bar.setVisible(share is not None)
        self.bar.setValue(round((share or 0.0) * _STEPS))
        for button in self._buttons:
            button.setVisible(button in buttons)
        self.show()
        self._height.changeSize(0, self.fetch.sizeHint().height())
        self.updateGeometry()
        if had_focus and buttons and not any(button.hasFocus() for button in buttons):
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleDescription(text)
        if news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _button(text: str, clicked: SignalInstance | None = None) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "float")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if clicked is not None:
        button.clicked.connect(clicked)
    return button
