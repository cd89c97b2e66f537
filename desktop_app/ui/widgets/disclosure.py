"""The link behind which the technical details are."""

from PySide6.QtWidgets import QPushButton, QWidget


class Disclosure(QPushButton):
    """Shows them (`toggled`) and puts them away. of_what: for screen readers, where there is more than one."""

    def __init__(self, of_what: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_what = of_what
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("role", "link")
        self.toggled.connect(self._say)
        self._say(False)

    def _say(self, shown: bool) -> None:
        self.setText("Hide details" if shown else "Details")
        self.setAccessibleName(f"{self.text()} of {self._of_what}" if self._of_what else self.text())
