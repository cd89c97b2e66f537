"""Recordings that were made and are in no project yet: the next start finds them again if the window dies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class Unsettled(QObject):
    """Tells when a recording that was made need not be found again: its project is on the disk, or it was removed."""

    settled = Signal(object)  # Path: the recording's folder

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: dict[Recording, Path] = {}
        session.keeper.kept.connect(self._settle)
        session.removed.connect(self._settle)

    def add(self, recording: Recording, folder: Path) -> None:
        """The sound is complete, and its project is being made."""
        self._folders[recording] = folder
        if recording.project is not None:
            self._settle(recording)

    def has(self, folder: Path) -> bool:
        """Whether a recording in this folder is seen to now."""
        return folder in self._folders.values()

    def _settle(self, recording: Recording) -> None:
        if (folder := self._folders.pop(recording, None)) is not None:
            self.settled.emit(folder)
