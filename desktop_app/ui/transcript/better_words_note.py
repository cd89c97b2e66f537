"""Below a text that was written down by what comes along: that something better is here, and could do it again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.transcript.columns import Columns
from desktop_app.ui.widgets.wrapping_text import WrappingText

_RIGHT_PX = 24


class BetterWordsNote(QFrame):
    """Hidden while there is nothing better, or nobody wants it."""

    again_asked = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("Better words"))
        self.text = WrappingText("", "muted")
        self.again = QPushButton(tr("Transcribe again…"))
        self.again.clicked.connect(self.again_asked)
        self.hide_button = QPushButton(tr("Hide"))
        self.hide_button.setAccessibleName(tr("Hide the note on better words"))
        self.hide_button.clicked.connect(self.put_away)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self.text, 1)
        for button in (self.again, self.hide_button):
            button.setProperty("role", "float")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.hide()

    def tell(self, model: str) -> None:
        """Say what would do better."""
        self.text.set_text(tr("{model} would get more of these words right.", model=model))
        self.show()

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        self._row.setContentsMargins(columns.page_left, 6, _RIGHT_PX, 6)
