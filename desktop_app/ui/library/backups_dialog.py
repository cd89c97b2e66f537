"""Earlier versions of a recording's project, to be brought back beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from desktop_app.core.project.backups import Backup, list_backups
from desktop_app.core.project.copying import restore_beside
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.summary import read_summary
from desktop_app.translation import tr
from desktop_app.ui.state.background import Task
from desktop_app.ui.state.library_order import day_name
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.toned_label import toned_label

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.state.recording import Recording

_USUAL = QSize(420, 380)
_BACKUP_ROLE = Qt.ItemDataRole.UserRole
NONE = tr("There are none yet. One is made every ten minutes while something is changed.")


class BackupsDialog(QDialog):
    """Replaces nothing: what is brought back is another recording in the library."""

    restored = Signal(object)  # Path

    def __init__(self, recording: Recording, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._project = recording.project
        self._today = today
        self.setWindowTitle(tr("Earlier versions of {name}", name=recording.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Earlier versions"))
        self.list.itemActivated.connect(self._restore)
        self.said: QLabel = toned_label(tr("Looking…"), "muted")
        self.said.setWordWrap(True)
        self.restore = QPushButton(tr("Open a copy"))
        self.restore.setToolTip(tr("It is put beside the present one, which stays as it is"))
        self.restore.clicked.connect(lambda: self._restore(self.list.currentItem()))
        self.restore.setEnabled(False)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._look()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(self.close_button)
        column.addLayout(row)
        resize_within(self, _USUAL)

    def _look(self) -> None:
        project = self._project
        if project is None:
            self.said.setText(NONE)
            return
        task = Task(lambda: list_backups(read_summary(project).id), (ProjectError, OSError), self)
        task.succeeded.connect(self._show)
        task.failed.connect(self._refuse)
        task.start()

    def _show(self, _task: Task, backups: tuple[Backup, ...]) -> None:
        for backup in backups:
            item = QListWidgetItem(self._in_words(backup))
            item.setData(_BACKUP_ROLE, backup)
            self.list.addItem(item)
        self.said.setText("" if backups else NONE)
        self.said.setVisible(not backups)
        self.restore.setEnabled(bool(backups))
        if backups:
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_words(self, backup: Backup) -> str:
        made_at = backup.made_at.astimezone()
        return f"{day_name(made_at.date(), self._today)}, {made_at:%H:%M}"

    def _restore(self, item: QListWidgetItem | None) -> None:
        project = self._project
        if item is None or project is None:
            return
        self.restore.setEnabled(False)
        backup: Backup = item.data(_BACKUP_ROLE)
        task = Task(lambda: restore_beside(backup, project), (ProjectError, OSError), self)
        task.succeeded.connect(self._restored)
        task.failed.connect(self._refuse)
        task.start()

    def _restored(self, _task: Task, path: Path) -> None:
        self.restored.emit(path)
        self.accept()

    def _refuse(self, _task: Task, error: Exception) -> None:
        self.said.setText(f"{error}.")
        self.said.show()
        self.restore.setEnabled(self.list.count() > 0)
