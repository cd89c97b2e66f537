"""Closing the window, which loses nothing: it asks while something is recorded, and where a disk takes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.translation import tr
from desktop_app.ui.state.live_session import Phase
from desktop_app.ui.widgets.questions import recording_question, unkept_question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.live.live_views import LiveViews
    from desktop_app.ui.state.session import Session

_CAPTIONS_MS = 30_000
"""So long the window that is to be closed waits for captions of what was recorded."""
SENTENCE = tr("The recording is kept. Its captions are being finished; then Diarist closes.")


class Closing(QObject):
    """Whether the window may close now; where it may not, it is closed when it may."""

    def __init__(self, session: Session, live_views: LiveViews, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notes = live_views.notes
        self._live = live_views.live
        self._window = window
        self._agreed = False
        self._closes_when_ended = False
        self._live.began.connect(self._stay_open)
        self._live.ended.connect(self._close_if_wanted)
        self._live.completed.connect(self._close_if_wanted)

    def is_agreed(self) -> bool:
        """Whether the window may close now. Where it may not, its user is asked."""
        if self._agreed or not (self._session.unkept() or self._live.is_recording):
            return True
        self._ask()
        return False

    def _ask(self) -> None:
        if self._live.is_recording:
            question = recording_question(self._window)
            question.accepted.connect(self._stop_and_close)
        else:
            question = unkept_question(self._session.unkept(), self._window)
            question.accepted.connect(self._close_anyway)
        question.open()

    def _stop_and_close(self) -> None:
        self._closes_when_ended = True
        self._live.stop()
        if self._live.phase is not Phase.STOPPING:
            self._close_if_wanted()

    def _stay_open(self) -> None:
        self._closes_when_ended = False

    def _close_if_wanted(self) -> None:
        """The sound is complete; the captions are waited for."""
        if not self._closes_when_ended:
            return
        if self._live.phase is Phase.SETTLING:
            self._notes.show_sentence(SENTENCE)
            QTimer.singleShot(_CAPTIONS_MS, self, self._close_after_recording)
        else:
            self._close_after_recording()

    def _close_after_recording(self) -> None:
        if self._closes_when_ended and not self._live.is_recording:
            self._closes_when_ended = False
            self._window.close()

    def _close_anyway(self) -> None:
        self._agreed = True
        self._window.close()
