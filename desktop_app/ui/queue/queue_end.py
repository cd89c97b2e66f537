"""What happens as a queue begins and as it is over: the computer stays awake, its user is told, and it may sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.translation import tr
from desktop_app.ui.queue.notification import Notifications
from desktop_app.ui.queue.queue_words import outcome_in_words
from desktop_app.ui.queue.sleep_question import SleepQuestion
from desktop_app.ui.words.wording import sentence

if TYPE_CHECKING:
    from desktop_app.jobs.computer import Computer
    from desktop_app.ui.state.session import Session
    from desktop_app.ui.state.work_queue import Outcome, WorkQueue

_LOOK_MS = 500


class QueueEnd(QObject):
    """Follows the queue. The computer sleeps only after everything of every recording is on the disk."""

    told = Signal(str)
    sleep_wanted = Signal(bool)
    """Whether it is to sleep when the queue is over, which was changed here."""

    def __init__(self, queue: WorkQueue, session: Session, computer: Computer, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._computer = computer
        self._window = window
        self._wants_sleep = False
        self._said = ""
        self._question: SleepQuestion | None = None
        self.notifications = Notifications(self)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._ask_when_written)
        queue.began.connect(self._begin)
        queue.ran_out.connect(self._end)
        computer.refused.connect(lambda: self.told.emit(tr("The computer did not go to sleep.")))

    @property
    def can_sleep(self) -> bool:
        """Whether the computer can be asked to sleep."""
        return self._computer.can_sleep

    def let_sleep(self, wanted: bool) -> None:
        """Whether the computer is to sleep when the queue is over. From start to start it is not."""
        self._wants_sleep = wanted
        if not wanted:
            self._stay_awake()

    def _begin(self) -> None:
        self._computer.keep_awake(True)
        self._stay_awake()

    def _end(self, outcome: Outcome) -> None:
        self._computer.keep_awake(False)
        self._said = sentence(outcome_in_words(outcome))
        if outcome.all > 1:
            self.told.emit(self._said)
            self.notifications.tell(self._said)
        if self._wants_sleep and (outcome.done or outcome.failed):
            self._look.start()
            self._ask_when_written()

    def _ask_when_written(self) -> None:
        """Ask as soon as all is on the disk and nothing is recorded; not at all where something cannot be written."""
        if self._session.busy():
            return
        if self._session.unkept():
            self._look.stop()
            self.told.emit(tr("The computer stays awake: something is not on the disk yet."))
        elif all(each.saved for each in self._session.recordings):
            self._look.stop()
            self._question = question = SleepQuestion(self._said, QApplication.activeModalWidget() or self._window)
            question.accepted.connect(self._sleep)
            question.finished.connect(self._forget_question)
            question.open()

    def _sleep(self) -> None:
        self._wants_sleep = False
        self.sleep_wanted.emit(False)
        if not self._session.busy():
            self._computer.sleep()

    def _stay_awake(self) -> None:
        self._look.stop()
        if self._question is not None:
            self._question.reject()

    def _forget_question(self) -> None:
        self._question = None
