"""What is asked for alike wherever models are imported: from which file or folder, and what to do with an own one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.models.model_spec import ModelSpec
    from desktop_app.jobs.messages import OwnFound

IMPORT = "import"
"""The key of the work: one import at a time."""


def ask_for_file(parent: QWidget, chosen: Callable[[str], object]) -> None:
    """Ask for a file, and call with its path."""
    _ask(parent, chosen, QFileDialog.FileMode.ExistingFile)


def ask_for_folder(parent: QWidget, chosen: Callable[[str], object]) -> None:
    """Ask for a folder, and call with its path."""
    _ask(parent, chosen, QFileDialog.FileMode.Directory)


def ask_whether_own(parent: QWidget, found: OwnFound, chosen: Callable[[ModelSpec], object]) -> None:
    """Ask whether this is the user's own model, and call with the one in whose place it is to come."""
    from desktop_app.ui.engines.own_model_dialog import OwnModelDialog

    dialog = OwnModelDialog(found, parent)
    dialog.chosen.connect(chosen)
    dialog.open()


def _ask(parent: QWidget, chosen: Callable[[str], object], mode: QFileDialog.FileMode) -> None:
    dialog = QFileDialog(parent, tr("Import models from"))
    dialog.setFileMode(mode)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
