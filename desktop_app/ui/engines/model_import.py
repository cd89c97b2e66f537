"""Which file or folder models are taken in from, asked for alike wherever they are imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

IMPORT = "import"
"""The key of the work: one import at a time."""


def ask_for_file(parent: QWidget, chosen: Callable[[str], object]) -> None:
    """Ask for a file, and call with its path."""
    _ask(parent, chosen, QFileDialog.FileMode.ExistingFile)


def ask_for_folder(parent: QWidget, chosen: Callable[[str], object]) -> None:
    """Ask for a folder, and call with its path."""
    _ask(parent, chosen, QFileDialog.FileMode.Directory)


def _ask(parent: QWidget, chosen: Callable[[str], object], mode: QFileDialog.FileMode) -> None:
    dialog = QFileDialog(parent, tr("Import models from"))
    dialog.setFileMode(mode)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
