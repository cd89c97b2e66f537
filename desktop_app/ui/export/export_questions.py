"""What is asked before exports are written. Questions never hold the event loop: the answer comes as a signal."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def folder_question(folder: Path, parent: QWidget) -> QMessageBox:
    """Make a folder that is not there? Accepted means make it."""
    box = _box(f"There is no folder {folder}.", parent)
    make = box.addButton("Make the folder", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(make)
    return box


def replacing_question(
    taken: Sequence[Path], parent: QWidget, *, replace: Callable[[], None], keep_both: Callable[[], None]
) -> QMessageBox:
    """What to do with files that are in the way; neither is called where the answer is to cancel."""
    box = _box(_in_the_way([path.name for path in taken]), parent)
    replacing = box.addButton("Replace", QMessageBox.ButtonRole.DestructiveRole)
    keeping = box.addButton("Keep both", QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
    replacing.clicked.connect(replace)
    keeping.clicked.connect(keep_both)
    box.setDefaultButton(keeping)
    box.setEscapeButton(cancel)
    return box


def _in_the_way(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} is there already, and is no unchanged export of this recording."
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{listed} are there already, and are no unchanged exports of this recording."


def _box(text: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Export")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
