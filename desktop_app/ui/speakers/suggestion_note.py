"""On a speaker's card: whom the voice sounds like, to be answered, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.toned_label import ElidedLabel
from desktop_app.ui.words.known_voice_words import sounds_like

if TYPE_CHECKING:
    from desktop_app.core.known_voices.suggestions import Suggestion


class SuggestionNote(QWidget):
    """Hidden while nobody is suggested. An answer goes with the speaker and the name that it was given to."""

    accepted = Signal(str, str)  # speaker id, name
    refused = Signal(str)  # speaker id

    def __init__(self, speaker_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker_id = speaker_id
        self._suggestion: Suggestion | None = None
        self.text = ElidedLabel("small", Qt.TextElideMode.ElideMiddle)
        self.yes = QPushButton(tr("Yes"))
        self.no = QPushButton(tr("No"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.text, 1)
        for button, answer in ((self.yes, self._accept), (self.no, self._refuse)):
            button.setProperty("role", "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(answer)
            row.addWidget(button)
        self.hide()

    def ask(self, speaker_id: str, suggestion: Suggestion | None) -> None:
        """Whether this speaker is whom the suggestion names; None asks nothing."""
        self._speaker_id = speaker_id
        if suggestion != self._suggestion:
            self._suggestion = suggestion
            if suggestion is not None:
                self._say(suggestion)
        if (card := self.parentWidget()) is not None:
            card.setAccessibleDescription(sounds_like(suggestion) if suggestion else "")
        self.setVisible(suggestion is not None)

    def _say(self, suggestion: Suggestion) -> None:
        self.text.setText(str(suggestion))
        self.text.setAccessibleName(sounds_like(suggestion))
        self.yes.setAccessibleName(tr("Yes, this is {name}", name=suggestion.person))
        self.no.setAccessibleName(tr("No, this is not {name}", name=suggestion.person))
        self.yes.setToolTip(tr("Call this speaker {name}", name=suggestion.person))
        self.no.setToolTip(tr("Ask no more while this recording is open"))

    def _accept(self) -> None:
        if self._suggestion is not None:
            name = self._suggestion.person
            self._give_focus_back()
            self.accepted.emit(self._speaker_id, name)

    def _refuse(self) -> None:
        self._give_focus_back()
        self.refused.emit(self._speaker_id)

    def _give_focus_back(self) -> None:
        """To the card: the button that has the keyboard is about to go."""
        card = self.parentWidget()
        if card is not None and (self.yes.hasFocus() or self.no.hasFocus()):
            card.setFocus(Qt.FocusReason.OtherFocusReason)
