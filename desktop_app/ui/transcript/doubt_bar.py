"""One line below the text about the doubtful passage that is looked at: why, what can be done, how many are left."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.translation import figure, tr
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label

NONE_LEFT = tr("No doubtful passage is left.")
LOOKING = tr("Looking for doubtful passages…")


class DoubtBar(QFrame):
    """Hidden while nobody looks."""

    confirmed = Signal()
    stepped = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("Doubtful passage"))
        self.count = toned_label("", "small")
        self.reason = ElidedLabel("muted")
        self.right = QPushButton(tr("It is right"))
        self.next = QPushButton(tr("Next", "doubtful passage"))
        self.close_button = QPushButton(tr("Close"))
        for button, signal in ((self.right, self.confirmed), (self.next, self.stepped), (self.close_button, self.left)):
            button.clicked.connect(signal)
        self.right.setToolTip(tr("These words are right (Enter)"))
        self.close_button.setToolTip(tr("Look at no more of them (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.count)
        row.addWidget(self.reason, 1)
        for button in (self.right, self.next, self.close_button):
            row.addWidget(button)
        self.hide()

    def show_passage(self, left: int, reason: str, words: str) -> None:
        """Say why this passage is doubtful, and how many there are still. words: the passage, for those who hear it."""
        self.count.setText(tr("{number} left", number=figure(left)))
        reason = reason[:1].upper() + reason[1:]
        self._show(reason, is_passage=True)
        self._say(f"{words}. {reason}. {self.count.text()}")

    def show_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._show(sentence, is_passage=False)
        self._say(sentence)

    def _show(self, sentence: str, *, is_passage: bool) -> None:
        self.reason.setText(sentence)
        for widget in (self.count, self.right, self.next):
            widget.setVisible(is_passage)
        self.show()

    def _say(self, said: str) -> None:
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
