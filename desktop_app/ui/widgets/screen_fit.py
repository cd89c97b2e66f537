"""How much room a window has on its screen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QSize(4, 40)  # about what a desktop puts around a window; nobody knows before it is shown


def room_for(window: QWidget) -> QSize:
    """The largest that the inside of this window, or of one that belongs to it, can be on its screen."""
    return _screen(window).size() - _FRAME


def resize_within(window: QWidget, wanted: QSize) -> None:
    """Give a window this size, or what there is room for."""
    window.resize(wanted.boundedTo(room_for(window)))


def bring_within(window: QWidget) -> None:
    """Make a window that stands where it stood last fit on the screens as they are now."""
    screen, room = _screen(window), room_for(window)
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    window.resize(window.size().boundedTo(room))
    least = screen.topLeft()
    most = least + QPoint(room.width() - window.width(), room.height() - window.height())
    corner = window.pos()
    window.move(max(least.x(), min(corner.x(), most.x())), max(least.y(), min(corner.y(), most.y())))


def _screen(window: QWidget) -> QRect:
    """Without what the desktop keeps for itself."""
    screen = QGuiApplication.screenAt(window.window().frameGeometry().center()) or window.screen()
    return screen.availableGeometry()
