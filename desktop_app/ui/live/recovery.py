"""Recordings that are in no project: whole ones get one, broken-off ones are offered one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.core.capture.recordings_folder import first_draft
from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.ui.live.live_words import unfinished_line
from desktop_app.ui.live.recovery_banner import RecoveryBanner
from desktop_app.ui.state.background import Task
from desktop_app.ui.state.export_choice import documents_folder
from desktop_app.ui.state.transcript_opener import read_transcript

if TYPE_CHECKING:
    from desktop_app.core.capture.values import Recorded, Unfinished
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.jobs.live_service import LiveService
    from desktop_app.jobs.messages import Failed
    from desktop_app.ui.state.session import Session
    from desktop_app.ui.state.unsettled import Unsettled


class Recovery(QObject):
    """The banner, what it offers, and what becomes of that."""

    opened = Signal(object)
    """Recording: it is to be shown."""

    def __init__(self, service: LiveService, session: Session, unsettled: Unsettled, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._session = session
        self._unsettled = unsettled
        self._whole: list[Unfinished] = []
        self._offered: list[Unfinished] = []
        self._recovering: Unfinished | None = None
        self._reading: dict[Task, tuple[Recorded, Unfinished | None]] = {}
        self.banner = RecoveryBanner()
        self.banner.transcribe_clicked.connect(self._recover)
        self.banner.folder_clicked.connect(self._show_folder)
        self.banner.not_now_clicked.connect(self._next)
        service.unfinished_found.connect(self._found)
        service.recovered.connect(self._recovered)

    def refused(self, failed: Failed) -> bool:
        """Say why it could not be made whole; whether that was what was asked for."""
        was_asked, self._recovering = self._recovering, None
        if was_asked is None:
            return False
        if not was_asked.whole:
            self.banner.show_found(f"{failed.reason} {failed.hint}".strip())
        self._recover_whole()
        return True

    def _found(self, found: tuple[Unfinished, ...]) -> None:
        new = [each for each in found if each.duration_ms and not self._unsettled.has(each.folder)]
        self._whole = [each for each in new if each.whole]
        self._offered = [each for each in new if not each.whole]
        self._offer()
        self._recover_whole()

    def _recover_whole(self) -> None:
        """Take the next recording into the list whose sound is complete: the program that made it was gone."""
        if self._whole and self._recovering is None:
            self._recovering = self._whole.pop()
            self._service.recover(self._recovering)

    def _offer(self) -> None:
        if not self._offered:
            self.banner.show_found("")
            return
        first, more = self._offered[0], len(self._offered) - 1
        self.banner.show_found(unfinished_line(first, more))

    def _recover(self) -> None:
        if self._offered and self._recovering is None:
            self._recovering = self._offered[0]
            self.banner.show_found(self.banner.text.text(), busy=True)
            self._service.recover(self._recovering)

    def _recovered(self, recorded: Recorded) -> None:
        recovered, self._recovering = self._recovering, None
        self._offered = [each for each in self._offered if each.folder != recorded.folder]
        self._offer()
        self._recover_whole()
        draft = first_draft(recorded.folder)
        if not draft.exists():
            self._open(recorded, recovered)
            return
        task = Task(lambda: read_transcript(draft), (OSError, TranscriptFileError), self)
        self._reading[task] = recorded, recovered
        task.succeeded.connect(self._draft_read)
        task.failed.connect(self._draft_refused)
        task.start()

    def _draft_read(self, task: Task, draft: Transcript) -> None:
        self._open(*self._reading.pop(task), draft)
        task.deleteLater()

    def _draft_refused(self, task: Task, _error: Exception) -> None:
        self._open(*self._reading.pop(task))  # the sound is all that is needed
        task.deleteLater()

    def _open(self, recorded: Recorded, recovered: Unfinished | None, draft: Transcript | None = None) -> None:
        recording = self._session.open_recorded(recorded, recorded.folder.name, draft)
        recording.export_folder = documents_folder()
        self._unsettled.add(recording, recorded.folder)
        if recovered is None or not recovered.whole:
            self.opened.emit(recording)

    def _show_folder(self) -> None:
        if self._offered:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._offered[0].folder)))

    def _next(self) -> None:
        self._offered = self._offered[1:]
        self._offer()
