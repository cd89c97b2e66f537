"""What is asked before exports are written. Questions never hold the event loop: the answer comes as a signal."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.translation import tr


def folder_question(folder: Path, parent: QWidget) -> QMessageBox:
    """Make a folder that is not there? Accepted means make it."""
    box = _box(tr("There is no folder {folder}.", folder=folder), parent)
    make = box.addButton(tr("Make the folder"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(make)
    return box


def replacing_question(
    taken: Sequence[Path], parent: QWidget, *, replace: Callable[[], None], keep_both: Callable[[], None]
) -> QMessageBox:
    """What to do with files that are in the way; neither is called where the answer is to cancel."""
    box = _box(_in_the_way([path.name for path in taken]), parent)
    replacing = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    keeping = box.addButton(tr("Keep both"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    replacing.clicked.connect(replace)
    keeping.clicked.connect(keep_both)
    box.setDefaultButton(keeping)
    box.setEscapeButton(cancel)
    return box


def _in_the_way(names: Sequence[str]) -> str:
    if len(names) == 1:
        return tr("{file} is there already, and is no unchanged export of this recording.", file=names[0])
    return tr(
        "{files} and {last} are there already, and are no unchanged exports of this recording.",
        files=", ".join(names[:-1]),
        last=names[-1],
    )


def _box(text: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("Export"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
