"""Makes a document's lanes beside the window's thread, and again when its turns or names are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.state.background import Task

if TYPE_CHECKING:
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.player.lanes import Lanes
    from desktop_app.ui.state.document import Document

_SOON_MS = 20
_GROWING_MS = 500
"""A job tells of turns several times a second."""


class LaneMaking(QObject):
    """Follows one document at a time; what was begun for another value of it is dropped."""

    made = Signal(object)  # Lanes; None where there is no document

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._newest: Task | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._make)

    def show_document(self, document: Document | None) -> None:
        """Make the lanes of another document."""
        if self._document is not None:
            self._document.replaced.disconnect(self._make_soon)
            self._document.renamed.disconnect(self._make_soon)
            self._document.turns_added.disconnect(self._make_later)
            self._document.turns_changed.disconnect(self._make_at_rest)
        self._document, self._newest = document, None
        self._soon.stop()
        self.made.emit(None)
        if document is not None:
            document.replaced.connect(self._make_soon)
            document.renamed.connect(self._make_soon)
            document.turns_added.connect(self._make_later)
            document.turns_changed.connect(self._make_at_rest)
            self._make()

    def _make_soon(self) -> None:
        self._soon.start(_SOON_MS)

    def _make_later(self) -> None:
        if not self._soon.isActive():
            self._soon.start(_GROWING_MS)

    def _make_at_rest(self) -> None:
        self._soon.start(_GROWING_MS)

    def _make(self) -> None:
        if self._document is None:
            return
        transcript = self._document.transcript
        self._newest = Task(lambda: _lanes_of(transcript), (), None)  # may outlive the window
        self._newest.succeeded.connect(self._take)
        self._newest.start()

    def _take(self, task: Task, lanes: Lanes) -> None:
        if task is self._newest:
            self._newest = None
            self.made.emit(lanes)


def _lanes_of(transcript: Transcript) -> Lanes:
    from desktop_app.ui.player.lanes import Lanes  # it loads numpy, and the window shows before it is loaded

    return Lanes.of(transcript)
