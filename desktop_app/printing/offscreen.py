"""Qt's fonts where there is no window: in the terminal."""

from threading import Lock

from PySide6.QtGui import QGuiApplication

_lock = Lock()
_kept: list[QGuiApplication] = []


def ensure_fonts() -> None:
    """Qt can lay out text from now on: an application is there, or one without a screen is made."""
    with _lock:
        if QGuiApplication.instance() is None:
            _kept.append(QGuiApplication(["diarist", "-platform", "offscreen"]))
