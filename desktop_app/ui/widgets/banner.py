"""A quiet line across the window about something that stays true until it is mended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.toned_label import ElidedLabel


class Banner(QFrame):
    """One sentence and a button, as the way to its details. Hidden while there is nothing to say."""

    details_clicked = Signal()

    def __init__(self, parent: QWidget | None = None, *, button: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.text = ElidedLabel("muted")
        self.details = QPushButton(button or tr("Details"))
        self.details.setProperty("role", "link")
        self.details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.details.clicked.connect(self.details_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(StatusDot("warning"))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.details)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show this sentence; '' hides the banner."""
        self.text.setText(sentence)
        self.setVisible(bool(sentence))
