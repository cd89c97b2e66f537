"""The recordings in folders that are to be opened, looked for beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.worklist.items import items_of
from desktop_app.translation import tr
from desktop_app.ui.state.background import Task

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.core.worklist.errors import WorklistError


@dataclass(frozen=True, slots=True)
class FolderContents:
    """What was asked for, the files in its folders instead of these, and why folders in them were left out."""

    asked: tuple[Path, ...]
    files: tuple[Path, ...]
    unread: tuple[str, ...]


class FolderReading(QObject):
    """Looks into folders and the folders in them, in threads: a disk may be slow, and a folder hold thousands."""

    read = Signal(object)  # FolderContents

    def look_into(self, paths: Sequence[Path]) -> None:
        """Find the recordings of these files and folders; `read` follows."""
        asked = tuple(paths)
        task = Task(lambda: _contents(asked), (), self)
        task.succeeded.connect(self._tell)
        task.start()

    def _tell(self, task: Task, contents: FolderContents) -> None:
        task.deleteLater()
        self.read.emit(contents)


def _contents(asked: tuple[Path, ...]) -> FolderContents:
    unread: list[WorklistError] = []
    items = items_of(asked, recursive=True, unread=unread.append)
    said = tuple(tr("{folder} cannot be read, and is left out.", folder=error.path) for error in unread)
    return FolderContents(asked, tuple(item.path for item in items), said)
