"""Before the computer sleeps: a minute in which its user can say no."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.translation import plural, tr

WAIT_S = 60


class SleepQuestion(QMessageBox):
    """Accepted means sleep: somebody has said so, or nobody has said anything."""

    def __init__(self, told: str, parent: QWidget) -> None:
        """told: what has become of the queue."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Diarist")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._told = told
        self._left_s = WAIT_S
        self.addButton(tr("Sleep now"), QMessageBox.ButtonRole.AcceptRole)
        stay = self.addButton(tr("Stay awake"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self._say()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.count)
        self._second.start()

    def count(self) -> None:
        """A second has passed."""
        self._left_s -= 1
        self._say()
        if self._left_s <= 0:
            self._second.stop()
            self.accept()

    def _say(self) -> None:
        left = plural(
            "The computer goes to sleep in {n} seconds.", "The computer goes to sleep in {n} second.", self._left_s
        )
        self.setText(f"{self._told} {left}")
