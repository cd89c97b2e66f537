"""Where new projects are made: a choice of the user's, kept with the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from desktop_app.core.library.errors import OutsideListError
from desktop_app.core.library.outside_list import remember_outside
from desktop_app.core.project.places import chosen_projects_folder, library_folders
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings_file import change_settings
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr
from desktop_app.ui.widgets.screen_fit import resize_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.jobs.library import Library
    from desktop_app.ui.state.session import Session

_USUAL = QSize(800, 520)


class FolderChoice(QObject):
    """Projects that are there stay where they are, and in the library."""

    failed = Signal(object)  # Failed

    def __init__(self, library: Library, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._session = session
        self._window = window

    def ask(self) -> None:
        """Let the user choose a folder."""
        dialog = QFileDialog(self._window, tr("Where new projects are made"), str(chosen_projects_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        resize_within(dialog, _USUAL)
        dialog.fileSelected.connect(lambda name: self.use(Path(name)))
        dialog.open()

    def use(self, folder: Path) -> None:
        """Make new projects in this folder from now on."""
        try:
            change_settings({"library.folder": str(folder)})
        except SettingsError as error:
            self.failed.emit(Failed(tr("The folder cannot be kept: {why}.", why=error)))
        else:
            self.take_up()

    def take_up(self) -> None:
        """Look into the folder that the settings name now."""
        try:
            self._remember_others(library_folders())
        except (OutsideListError, OSError) as error:
            self.failed.emit(Failed(tr("The folder cannot be kept: {why}.", why=error)))
        else:
            self._library.follow(library_folders())

    def _remember_others(self, folders: Sequence[Path]) -> None:
        """What lies in none of the folders is in the library all the same."""
        for project in {each.project for each in self._session.recordings if each.project is not None}:
            if not any(project.is_relative_to(each) for each in folders):
                remember_outside(project)
