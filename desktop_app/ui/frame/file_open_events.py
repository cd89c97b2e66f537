"""Files that the system asks this program to open while it runs: macOS tells of a double click in that way."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent, QGuiApplication


class FileOpenEvents(QObject):
    """Opens what the application is asked to open, for as long as it lives."""

    def __init__(self, application: QGuiApplication, open_files: Callable[[list[Path]], object]) -> None:
        super().__init__(application)
        self._open = open_files
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the events that name a file; leave all others alone."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().eventFilter(watched, event)
        self._open([Path(event.file())])
        return True
