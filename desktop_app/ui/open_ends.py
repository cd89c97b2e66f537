"""Recordings whose transcript is still to come: who dies before it has come is offered them at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.recording import Recording
    from desktop_app.ui.session import Session


class OpenEnds(QObject):
    """Tells when the work on a recording that was made has come to an end, whichever: it need not be offered again."""

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

    def _look(self, recording: Recording) -> None:
        if not recording.busy:
            self._end(recording)

    def _end(self, recording: Recording) -> None:
        if (folder := self._folders.pop(recording, None)) is not None:
            self.settled.emit(folder)
