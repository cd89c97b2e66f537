"""The queue, wired: its page, its order on the disk, and how long what waits is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.queue.recording_lengths import RecordingLengths
from desktop_app.ui.state.queue_order import QueueOrder
from desktop_app.ui.state.work_queue import WorkQueue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.queue.queue_page import QueuePage
    from desktop_app.ui.state.session import Session


class Queueing(QObject):
    """Everything in the window that is about the queue."""

    shown = Signal(object)  # Recording: it is to be shown

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.queue = WorkQueue(session, self)
        self.order = QueueOrder(self.queue, session, self)
        self._lengths = RecordingLengths(self.queue, self)

    @cached_property
    def page(self) -> QueuePage:
        """The page, made when it is first wanted: the window must show before."""
        from desktop_app.ui.queue.queue_page import QueuePage

        page = QueuePage(self.queue, self._session, self._window)
        page.shown.connect(self.shown)
        return page

    def show_page(self) -> None:
        """Open the page of the queue."""
        self.page.begin()

    def close(self) -> None:
        """The window is being closed."""
        self.order.close()
