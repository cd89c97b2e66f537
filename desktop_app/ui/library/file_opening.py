"""Opening files: chosen in a dialog, dropped on the window, named at its start, or the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.ui.library.dropped_files import dropped_files
from desktop_app.ui.library.open_dialog import OpenDialog
from desktop_app.ui.state.export_choice import documents_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class FileOpening(QObject):
    """Opens recordings and transcripts, and tells which is to be shown."""

    opened = Signal(object)  # Recording
    refused = Signal(str)
    hovered = Signal(bool)  # files are held over the window

    def __init__(self, session: Session, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def open(self, paths: Iterable[Path]) -> Recording | None:
        """Open files; the first of them is to be shown."""
        first = self._session.open(paths)
        if first is not None:
            self.opened.emit(first)
        return first

    def open_sample(self) -> None:
        """Open the recording that comes with the program."""
        # Finding it looks through the installed packages, which the window must not wait for.
        from desktop_app.core.models.packaged_models import sample_recording

        try:
            path = sample_recording()
        except ModelUnavailable as error:
            self.refused.emit(f"{error}")
            return
        if recording := self.open([path]):
            recording.export_folder = documents_folder()

    def ask(self) -> None:
        """Let the user choose files."""
        dialog = OpenDialog(self._settings, self._window)
        dialog.files_chosen.connect(self.open)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window."""
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDropEvent):
                if dropped_files(event.mimeData()):
                    event.acceptProposedAction()
                    self.hovered.emit(True)
            case QEvent.Type.DragLeave:
                self.hovered.emit(False)
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.hovered.emit(False)
                event.acceptProposedAction()
                self.open(dropped_files(event.mimeData()))
            case _:
                return super().eventFilter(watched, event)
        return True
