"""Recordings that were made and have no transcript in a file yet: the next start offers them if the window dies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class Untranscribed(QObject):
    """Tells when a recording that was made need not be offered again: the work on it has come to an end, whichever, and
    nothing that came of it is in the window alone."""

    settled = Signal(object)  # Path: the recording's folder

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: dict[Recording, Path] = {}
        session.changed.connect(self._look)
        session.removed.connect(self._end)

    def add(self, recording: Recording, folder: Path) -> None:
        """The sound is complete, and what is to be done with it was begun."""
        self._folders[recording] = folder
        self._look(recording)

    def has(self, folder: Path) -> bool:
        """Whether a recording in this folder is seen to now."""
        return folder in self._folders.values()

    def close(self) -> None:
        """The window is closed by somebody who was asked about what is in no file."""
        for recording in [each for each in self._folders if not each.busy]:
            self._end(recording)

    def _look(self, recording: Recording) -> None:
        if not recording.busy and not recording.unsaved:
            self._end(recording)

    def _end(self, recording: Recording) -> None:
        if (folder := self._folders.pop(recording, None)) is not None:
            self.settled.emit(folder)
