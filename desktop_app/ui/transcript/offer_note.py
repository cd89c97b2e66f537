"""Below a text: what could be done about it, in a sentence, and the button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.transcript.columns import Columns
from desktop_app.ui.widgets.wrapping_text import WrappingText

_RIGHT_PX = 24


class OfferNote(QFrame):
    """Hidden while there is nothing to offer, or nobody wants it."""

    asked = Signal()
    put_away = Signal()

    def __init__(self, name: str, act: str, hide: str, parent: QWidget | None = None) -> None:
        """name: of the note; act: what the button says; hide: what the other does, to screen readers."""
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAccessibleName(name)
        self.text = WrappingText("", "muted")
        self.act = QPushButton(act)
        self.act.clicked.connect(self.asked)
        self.hide_button = QPushButton(tr("Hide"))
        self.hide_button.setAccessibleName(hide)
        self.hide_button.clicked.connect(self.put_away)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self.text, 1)
        for button in (self.act, self.hide_button):
            button.setProperty("role", "float")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say what could be done."""
        self.text.set_text(sentence)
        self.show()

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        self._row.setContentsMargins(columns.page_left, 6, _RIGHT_PX, 6)
