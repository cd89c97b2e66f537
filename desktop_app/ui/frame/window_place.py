"""Where the window is on the screen, and how large: as it was when it was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt

from desktop_app.ui.widgets.screen_fit import bring_within, resize_within, room_for

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QMainWindow

_USUAL = QSize(1280, 800)
_LEAST = QSize(720, 480)
_GEOMETRY = "window/geometry"


def restore_place(window: QMainWindow, settings: QSettings) -> None:
    """Put the window where it was, or where there is room; never over the full screen."""
    window.setMinimumSize(_LEAST.boundedTo(room_for(window)))
    resize_within(window, _USUAL)
    geometry = settings.value(_GEOMETRY)
    if isinstance(geometry, QByteArray) and window.restoreGeometry(geometry):
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        bring_within(window)


def remember_place(window: QMainWindow, settings: QSettings) -> None:
    """Keep it for the next start."""
    settings.setValue(_GEOMETRY, window.saveGeometry())
