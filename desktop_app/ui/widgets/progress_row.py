"""A row that says how far a piece of work is, with the way to cancel it. Hidden while there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.toned_label import ElidedLabel

_STEPS = 1000


class ProgressRow(QWidget):
    """what: the work, for screen readers."""

    cancel_clicked = Signal()

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ElidedLabel("muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("{what}: progress", what=what))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAccessibleName(tr("{what}: cancel", what=what))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancel_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 2)
        row.addWidget(self.text, 3)
        row.addWidget(self.cancel)
        self.hide()

    def show_work(self, text: str, share: float | None = None) -> None:
        """Say this; share: of the work that is done, 0 to 1, None where that is not known."""
        self.text.setText(text)
        self.bar.setVisible(share is not None)
        self.bar.setValue(round((share or 0.0) * _STEPS))
        self.show()
