"""The page of the queue: every recording in it, and what can be done with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.queue.queue_defaults import QueueDefaults
from desktop_app.ui.queue.queue_model import QueueModel
from desktop_app.ui.queue.queue_table import QueueTable
from desktop_app.ui.queue.queue_words import queue_line
from desktop_app.ui.queue.watched_folder_row import WatchedFolderRow
from desktop_app.ui.state.throttle import Throttle
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.scrolled import Scrolled, button_row
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label
from desktop_app.ui.widgets.wrapping_row import WrappingRow
from desktop_app.ui.widgets.wrapping_text import WrappingText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session
    from desktop_app.ui.state.work_queue import WorkQueue

_USUAL = QSize(820, 640)
_TELL_MS = 250


class QueuePage(QDialog):
    """Shows the queue as it goes on; it goes on when the page is closed."""

    shown = Signal(object)  # Recording: it is to be shown
    meeting_asked = Signal(object)  # Sequence[Recording]: they may be of one meeting

    def __init__(self, queue: WorkQueue, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Queue"))
        resize_within(self, _USUAL)
        self._queue = queue
        self._session = session
        self.line = ElidedLabel("muted")
        self.defaults = QueueDefaults()
        self.watched = WatchedFolderRow()
        self.sleep = QCheckBox(tr("Then let the computer sleep"))
        self.sleep.setToolTip(tr("When everything is done and written; you have a minute to stop it."))
        self.error = WrappingText("", "bad")
        self.error.hide()
        self.table = QueueTable(QueueModel(queue, self))
        self.up = QPushButton(tr("Move up"))
        self.up.setToolTip(_key("Alt+Up"))
        self.down = QPushButton(tr("Move down"))
        self.down.setToolTip(_key("Alt+Down"))
        self.cancel = QPushButton(tr("Cancel"))
        self.retry = QPushButton(tr("Try again"))
        self.open_button = QPushButton(tr("Open", "a file"))
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setDefault(True)
        self.meeting = QPushButton(tr("Open as one meeting…"))
        self.meeting.setToolTip(tr("Where everybody had a recorder: what waits, as one recording with a speaker each"))
        self.acts = (self.up, self.down, self.cancel, self.retry, self.open_button, self.meeting)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("Queue"), "subtitle"))
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        for button in self.acts:
            button.setAutoDefault(False)
        column.addLayout(WrappingRow(*self.acts, centred=False))
        column.addSpacing(8)
        column.addWidget(Scrolled(self._choices()))
        column.addWidget(self.error)
        column.addLayout(button_row(self.close_button))

    def _choices(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self.defaults, self.watched, self.sleep):
            column.addWidget(part)
        return body

    def _connect(self) -> None:
        self.table.moved.connect(self._move)
        self.table.cancel_asked.connect(self._cancel)
        self.table.open_asked.connect(self._open)
        self.table.current_changed.connect(self._refresh_acts)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.cancel.clicked.connect(self._cancel)
        self.retry.clicked.connect(self._retry)
        self.open_button.clicked.connect(self._open)
        self.meeting.clicked.connect(self._ask_for_meeting)
        self.close_button.clicked.connect(self.close)
        tell = Throttle(self, _TELL_MS)
        tell.due.connect(self._refresh)
        self._queue.changed.connect(tell.ask)
        self._queue.row_changed.connect(tell.ask)
        self._queue.ran_out.connect(tell.ask)
        self._refresh()

    def begin(self) -> None:
        """Open the page, at what is worked on."""
        self._refresh()
        if (unfinished := self._queue.unfinished) and self.table.current not in unfinished:
            self.table.choose(list(self._queue.rows).index(unfinished[0]))
        self.open()
        self.table.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say why what was chosen cannot be kept; '' takes that away."""
        self.error.set_text(sentence)
        self.error.setVisible(bool(sentence))

    def _refresh(self) -> None:
        self.line.setText(queue_line(self._queue))
        self._refresh_acts()

    def _refresh_acts(self) -> None:
        recording = self.table.current
        can = {
            self.up: recording is not None and self._queue.can_move(recording, -1),
            self.down: recording is not None and self._queue.can_move(recording, 1),
            self.cancel: recording is not None and self._queue.ending(recording) is None,
            self.retry: recording is not None and recording.retriable,
            self.open_button: recording is not None,
            self.meeting: len(self._may_be_one()) > 1,
        }
        held = self.focusWidget()
        for button, is_possible in can.items():
            button.setEnabled(is_possible)
        if held in can and not can[held]:
            self.table.setFocus()  # not to some other button, which Space would press

    def _move(self, by: int) -> None:
        if (recording := self.table.current) is not None:
            self._queue.move(recording, by)

    def _cancel(self) -> None:
        if (recording := self.table.current) is not None and self._queue.ending(recording) is None:
            self._session.jobs.cancel(recording)

    def _retry(self) -> None:
        if (recording := self.table.current) is not None and recording.retriable:
            self._session.retry(recording)

    def _open(self) -> None:
        if (recording := self.table.current) is not None:
            self.close()
            self.shown.emit(recording)

    def _may_be_one(self) -> Sequence[Recording]:
        return [each for each in self._queue.unfinished if each.may_be_of_meeting]

    def _ask_for_meeting(self) -> None:
        recordings = self._may_be_one()
        self.close()
        self.meeting_asked.emit(recordings)


def _key(keys: str) -> str:
    """As this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
