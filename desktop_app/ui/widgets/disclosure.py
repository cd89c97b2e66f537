"""The link behind which the technical details are."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.translation import tr


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
        self.setText(tr("Hide details") if shown else tr("Details"))
        self.setAccessibleName(self._in_full(shown) if self._of_what else self.text())

    def _in_full(self, shown: bool) -> str:
        of_what = self._of_what
        return tr("Hide details of {what}", what=of_what) if shown else tr("Details of {what}", what=of_what)
