"""Which language is spoken: found out, or one of those that can be written down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.transcript.spoken_languages import AUTO, LANGUAGE_NAMES, by_name, language_name
from desktop_app.translation import tr
from desktop_app.ui.widgets.choice_box import ChoiceBox


class LanguageChoice(ChoiceBox):
    """'Automatic' first, then the languages by their names; typing finds them."""

    chosen = Signal(str)
    """A BCP 47 tag, or AUTO."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(tr("Which language is spoken in the recordings you open or make next"))
        self._tags = (AUTO, *by_name(LANGUAGE_NAMES))
        self.addItems([tr("Automatic"), *map(language_name, self._tags[1:])])
        self.activated.connect(lambda _: self.chosen.emit(self.language))

    @property
    def language(self) -> str:
        """The choice: a BCP 47 tag, or AUTO."""
        return self._tags[max(0, self.currentIndex())]

    def show_language(self, language: str) -> None:
        """Show a choice that was made elsewhere; 'Automatic' where it is none of these."""
        self.setCurrentIndex(self._tags.index(language) if language in self._tags else 0)
