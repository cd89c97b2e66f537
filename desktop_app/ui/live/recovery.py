"""Recordings that were not finished, or not transcribed: offered one after the other, and opened if that is wanted."""

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
    from desktop_app.ui.state.untranscribed import Untranscribed


class Recovery(QObject):
    """The banner, what it offers, and what becomes of that."""

    opened = Signal(object)
    """Recording: it is to be shown."""

    def __init__(self, service: LiveService, session: Session, untranscribed: Untranscribed, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._session = session
        self._untranscribed = untranscribed
        self._offered: list[Unfinished] = []
        self._recovering: Unfinished | None = None
        self._reading: dict[Task, Recorded] = {}
        self.banner = RecoveryBanner()
        self.banner.transcribe_clicked.connect(self._recover)
        self.banner.folder_clicked.connect(self._show_folder)
        self.banner.not_now_clicked.connect(self._next)
        service.unfinished_found.connect(self._found)
        service.recovered.connect(self._recovered)

    def refused(self, failed: Failed) -> bool:
        """Say why it could not be made whole; whether that was what was asked for."""
        was_asked, self._recovering = self._recovering is not None, None
        if was_asked:
            self.banner.show_found(f"{failed.reason} {failed.hint}".strip())
        return was_asked

    def _found(self, found: tuple[Unfinished, ...]) -> None:
        self._offered = [each for each in found if each.duration_ms and not self._untranscribed.has(each.folder)]
        self._offer()

    def _offer(self) -> None:
        if not self._offered:
            self.banner.show_found("")
            return
        first, more = self._offered[0], len(self._offered) - 1
        line = unfinished_line(first)
        self.banner.show_found(f"{line}, and {more} more" if more else line, whole=first.whole)

    def _recover(self) -> None:
        if self._offered:
            self._recovering = self._offered[0]
            self.banner.show_found(self.banner.text.text(), busy=True, whole=self._recovering.whole)
            self._service.recover(self._recovering)

    def _recovered(self, recorded: Recorded) -> None:
        self._offered = [each for each in self._offered if each.folder != recorded.folder]
        self._recovering = None
        self._offer()
        draft = first_draft(recorded.folder)
        if not draft.exists():
            self._open(recorded)
            return
        task = Task(lambda: read_transcript(draft), (OSError, TranscriptFileError), self)
        self._reading[task] = recorded
        task.succeeded.connect(self._draft_read)
        task.failed.connect(self._draft_refused)
        task.start()

    def _draft_read(self, task: Task, draft: Transcript) -> None:
        self._open(self._reading.pop(task), draft)
        task.deleteLater()

    def _draft_refused(self, task: Task, _error: Exception) -> None:
        self._open(self._reading.pop(task))  # the sound is all that is needed
        task.deleteLater()

    def _open(self, recorded: Recorded, draft: Transcript | None = None) -> None:
        recording = self._session.open_recorded(recorded, recorded.folder.name, draft)
        recording.export_folder = documents_folder()
        self._untranscribed.add(recording, recorded.folder)
        self.opened.emit(recording)

    def _show_folder(self) -> None:
        if self._offered:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._offered[0].folder)))

    def _next(self) -> None:
        first, *self._offered = self._offered
        if first.whole:
            self._untranscribed.settled.emit(first.folder)
        self._offer()
