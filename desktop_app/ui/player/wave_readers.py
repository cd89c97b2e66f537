"""What screen readers are told of a moment of the recording: '12:03, Anna' instead of a number."""

import sys
from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@runtime_checkable
class AtAMoment(Protocol):
    """A widget whose value is a moment of the recording."""

    def value_text(self) -> str:
        """The moment, and who is heard then."""
        ...


class _Moment(QAccessibleWidget):
    """A slider whose value is said in words."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Slider)

    def text(self, kind: QAccessible.Text) -> str:
        """The value, or what Qt says."""
        widget = self.widget()
        if kind == QAccessible.Text.Value and isinstance(widget, AtAMoment):
            return widget.value_text()
        return super().text(kind)


@cache
def tell_of_moments() -> None:
    """From now on, whatever is AtAMoment has its value in words."""
    QAccessible.installFactory(_interface)


def tell_value(widget: QWidget, said: str) -> None:
    """The moment is another, by this person's hand; while it plays, nobody wants to be told."""
    QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, said))
    if sys.platform == "linux" and widget.hasFocus():  # whose bridge hands on numbers only
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))


def _interface(_class: str, widget: QObject) -> QAccessibleInterface | None:
    return _Moment(widget) if isinstance(widget, QWidget) and isinstance(widget, AtAMoment) else None
