"""What a screen reader is told where Qt alone would tell it too little."""

from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

from desktop_app.translation import tr

_RENAME = tr("Rename")


def name_for_readers(widget: QWidget, name: str) -> None:
    """Give a widget a name that is not to be seen; it must stand in its parent already.

    On Linux, Qt names a box of choices by its value, and tells what it is for only by the label whose buddy it is.
    """
    widget.setAccessibleName(name)
    label = QLabel(name, widget.parentWidget())
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(widget)
    label.hide()


@runtime_checkable
class Renamable(Protocol):
    """A widget whose name can be edited where it stands."""

    def rename(self) -> None:
        """Let the user type."""


class _RenamableItem(QAccessibleWidget):
    """One of several, which can be renamed."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.ListItem)

    def actionNames(self) -> list[str]:
        """What can be done with it."""
        return [_RENAME, *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Do it."""
        widget = self.widget()
        if name == _RENAME and isinstance(widget, Renamable):
            widget.rename()
        else:
            super().doAction(name)


@cache
def tell_of_renaming() -> None:
    """From now on, whatever is Renamable has a role and an action for screen readers."""
    QAccessible.installFactory(_interface)


def _interface(_class: str, widget: QObject) -> QAccessibleInterface | None:
    return _RenamableItem(widget) if isinstance(widget, QWidget) and isinstance(widget, Renamable) else None
