"""Where a recording's project is to go on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.core.project.places import ENDING
from desktop_app.translation import tr
from desktop_app.ui.widgets.screen_fit import resize_within

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.state.project_keeper import ProjectKeeper
    from desktop_app.ui.state.recording import Recording

_USUAL = QSize(800, 520)


class SaveAsDialog(QFileDialog):
    """Asks by itself before it takes the name of a file that is there."""

    def __init__(self, recording: Recording, keeper: ProjectKeeper, parent: QWidget) -> None:
        super().__init__(parent, tr("Save as"), str(recording.project or ""))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(ENDING.removeprefix("."))
        self.setNameFilters([tr("Diarist projects") + f" (*{ENDING})"])
        resize_within(self, _USUAL)
        self.fileSelected.connect(lambda name: keeper.save_as(recording, Path(name)))
