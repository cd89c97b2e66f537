"""How updates are had; where the packager names an address, a button that asks it, once, when it is pressed."""

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.core.updates import address
from desktop_app.core.updates.newest_version import UpdateUnknown, is_newer, newest_version
from desktop_app.translation import tr
from desktop_app.ui.state.background import Task
from desktop_app.ui.widgets.toned_label import toned_label


class UpdateCheck(QWidget):
    """Says what was found in the place of what it said before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address.ADDRESS
        self.words = toned_label(_before(self._address), "body")
        self.words.setWordWrap(True)
        self.button = QPushButton(tr("Check for updates"))
        self.button.setAutoDefault(False)
        self.button.setVisible(bool(self._address))
        self.button.clicked.connect(self._ask)
        self._task: Task | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        self.button.setEnabled(False)
        self._task = Task(lambda: newest_version(self._address), (UpdateUnknown,), self)
        self._task.succeeded.connect(self._tell)
        self._task.failed.connect(self._tell_failed)
        self._task.start()

    def _tell(self, _task: Task, version: str) -> None:
        if is_newer(version, __version__):
            words = tr("Version {version} is there: get it where you got this one.", version=version)
        else:
            words = tr("This is the newest version.")
        self._end(words)

    def _tell_failed(self, _task: Task, error: Exception) -> None:
        self._end(tr("Whether there is a newer version cannot be found out: {why}.", why=error))

    def _end(self, words: str) -> None:
        self.words.setText(words)
        self.button.setEnabled(True)


def _before(asked: str) -> str:
    if not asked:
        return tr("Diarist never looks for updates: they come from where you got it.")
    return tr(
        "Diarist never looks for updates by itself. The button asks {host} which version is the newest, and sends "
        "nothing else.",
        host=urlsplit(asked).hostname,
    )
