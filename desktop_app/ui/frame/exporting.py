"""Exporting the transcript in view: by its dialog, or dragged out of its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.export.drag_out import DragOut
from desktop_app.ui.export.export_destinations import ExportDestinations
from desktop_app.ui.export.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QPushButton, QWidget

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class Exporting(QObject):
    """Puts a button and an action to the export of what is in view."""

    exported = Signal(list)  # list[Path]

    def __init__(
        self, session: Session, button: QPushButton, action: QAction, settings: QSettings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._button, self._action, self._settings, self._window = button, action, settings, window
        self._recording: Recording | None = None
        self.destinations = ExportDestinations(session)
        self.drag = DragOut(button, self._dragged_files)
        for signal in (button.clicked, action.triggered):
            signal.connect(self.ask)

    def refresh(self, recording: Recording | None) -> None:
        """This is in view now, and has changed."""
        self._recording = recording
        is_ready = recording is not None and recording.readable
        self._button.setEnabled(is_ready)
        self._action.setEnabled(is_ready)

    def ask(self) -> None:
        """Let the user export what is in view."""
        if (recording := self._recording) is None:
            return
        transcript = recording.document.transcript
        regrouped = transcript.turns is not recording.document.original.turns
        proposed = self.destinations.proposed(recording)
        dialog = ExportDialog(transcript, proposed, self._settings, self._window, regrouped=regrouped)
        dialog.exported.connect(self.exported)
        dialog.exported.connect(lambda paths: self.destinations.note(recording, paths))
        dialog.open()

    def _dragged_files(self) -> Sequence[Path]:
        recording = self._recording
        return () if recording is None else self.destinations.to_drag(recording, self._settings)
