"""Said once: what to mind where projects lie in a folder that other computers share."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from desktop_app.core.project.shared_folder import NETWORK_DRIVE, shared_by
from desktop_app.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.state.project_keeper import ProjectKeeper
    from desktop_app.ui.state.recording import Recording

_KEY = "library/told_of"


class SharedFolderNote(QObject):
    """Looks where projects are written."""

    told = Signal(str)

    def __init__(self, keeper: ProjectKeeper, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        keeper.written.connect(self._look)

    def _look(self, _recording: Recording, project: Path) -> None:
        sharer = _shared_by(project.parent)
        if sharer is not None and not self._settings.value(f"{_KEY}/{sharer}", False, bool):
            self._settings.setValue(f"{_KEY}/{sharer}", True)
            self.told.emit(sentence(sharer))


def sentence(sharer: str) -> str:
    """What to mind."""
    if sharer == NETWORK_DRIVE:
        return tr(
            "Your projects lie in a network drive. Open each on one computer at a time, and let it be synchronised "
            "before."
        )
    return tr(
        "Your projects lie in {sharer}. Open each on one computer at a time, and let it be synchronised before.",
        sharer=sharer,
    )


@lru_cache(maxsize=64)
def _shared_by(folder: Path) -> str | None:
    return shared_by(folder)
