"""Above everything else of a recording at work: that it is hardly in a language that can be written down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.wrapping_text import WrappingText


class LanguageNote(QFrame):
    """The sentence, and what can be done: stop now, or let it go on. Hidden while there is nothing to say."""

    stop_clicked = Signal()
    go_on_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setAccessibleName(tr("Doubt about the language"))
        self.sentence = WrappingText("", "body")
        self.stop = QPushButton(tr("Stop"))
        self.stop.setAccessibleName(tr("Stop the transcription"))
        self.stop.clicked.connect(self.stop_clicked)
        self.go_on = QPushButton(tr("Go on"))
        self.go_on.setAccessibleName(tr("Go on with the transcription"))
        self.go_on.clicked.connect(self.go_on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        dot = StatusDot("warning")
        dot.setFixedHeight(self.fontMetrics().height())
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        for button in (self.stop, self.go_on):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show why; '' hides the note."""
        self.sentence.set_text(sentence)
        self.setVisible(bool(sentence))
