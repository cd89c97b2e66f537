"""A line across the window about a recording that was not finished: what there is of it, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.toned_label import ElidedLabel


class RecoveryBanner(QFrame):
    """Hidden while there is none."""

    transcribe_clicked = Signal()
    folder_clicked = Signal()
    not_now_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setAccessibleName(tr("A recording that was not finished"))
        self.text = ElidedLabel("plain")
        self.transcribe = QPushButton(tr("Transcribe"))
        self.transcribe.clicked.connect(self.transcribe_clicked)
        self.folder = QPushButton(tr("Show in folder"))
        self.folder.clicked.connect(self.folder_clicked)
        self.not_now = QPushButton(tr("Not now"))
        self.not_now.setToolTip(tr("Nothing is deleted; it is offered again when Diarist starts"))
        self.not_now.clicked.connect(self.not_now_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(StatusDot("good"))
        layout.addWidget(self.text, 1)
        for button in (self.transcribe, self.folder, self.not_now):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)
        self.hide()

    def show_found(self, sentence: str, *, busy: bool = False) -> None:
        """Show this; '' hides the banner. busy: it is being made whole."""
        self.text.setText(sentence)
        self.transcribe.setEnabled(not busy)
        self.not_now.setEnabled(not busy)
        self.setVisible(bool(sentence))
