"""What is worked on, in the line at the bottom of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.throttle import Throttle

if TYPE_CHECKING:
    from desktop_app.ui.frame.status_line import StatusLine
    from desktop_app.ui.state.session import Session

_TELL_MS = 100
"""It is told so often at most."""


class WorkLine(QObject):
    """Follows the session."""

    def __init__(self, session: Session, status: StatusLine) -> None:
        super().__init__(status)
        self._session = session
        self._status = status
        soon = Throttle(self, _TELL_MS)
        soon.due.connect(self._show)
        session.added.connect(status.clear_message)
        session.added.connect(soon.ask)
        session.changed.connect(soon.ask)
        session.removed.connect(self._show)

    def _show(self) -> None:
        waiting = sum(each.state is State.WAITING for each in self._session.recordings)
        self._status.show_work(self._session.working(), waiting)
