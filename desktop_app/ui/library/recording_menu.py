"""What can be done with recordings of the list: one, or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.translation import plural, tr
from desktop_app.ui.state.recording_state import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class RecordingMenu(QObject):
    """Fills menus, and does what needs no question."""

    details_asked = Signal(object)  # Recording: its name, note and tags are to be changed
    remove_asked = Signal(object)  # Sequence[Recording]
    versions_asked = Signal(object)  # Recording
    save_as_asked = Signal(object)  # Recording
    meeting_asked = Signal(object)  # Sequence[Recording]: they are of one meeting

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def fill(self, menu: QMenu, recordings: Sequence[Recording]) -> None:
        """Offer what fits the recordings, of which there is at least one."""
        if any(each.job_id is not None and each.cancellable for each in recordings):
            menu.addAction(tr("Cancel"), lambda: self.cancel(recordings))
        if any(each.retriable for each in recordings):
            menu.addAction(tr("Try again"), lambda: self.retry(recordings))
        if len(recordings) == 1:
            self._offer_one(menu, recordings[0])
        elif all(each.may_be_of_meeting for each in recordings):
            menu.addAction(tr("Open as one meeting…"), lambda: self.meeting_asked.emit(recordings))
        menu.addSeparator()
        number = len(recordings)
        said = plural("Remove {n} recordings…", "Remove {n} recording…", number) if number > 1 else tr("Remove…")
        remove = menu.addAction(said, lambda: self.remove_asked.emit(recordings))
        remove.setEnabled(all(each.removable for each in recordings))

    def _offer_one(self, menu: QMenu, recording: Recording) -> None:
        details = menu.addAction(tr("Name, note and tags…"), lambda: self.details_asked.emit(recording))
        loaded = recording.state not in {State.STORED, State.OPENING}
        details.setEnabled(loaded and recording.removable and not recording.read_only)
        if recording.state is State.DONE and recording.has_words:
            done = menu.addAction(tr("Nothing left to correct"))
            done.setCheckable(True)
            done.setChecked(recording.is_done)
            done.toggled.connect(lambda is_done: self._session.mark_done(recording, is_done=is_done))
        duplicate = menu.addAction(tr("Duplicate"), lambda: self._session.keeper.duplicate(recording))
        duplicate.setEnabled(recording.project is not None and not recording.busy)
        save_as = menu.addAction(tr("Save as…"), lambda: self.save_as_asked.emit(recording))
        save_as.setEnabled(duplicate.isEnabled() and loaded and not recording.read_only)
        versions = menu.addAction(tr("Earlier versions…"), lambda: self.versions_asked.emit(recording))
        versions.setEnabled(recording.project is not None)
        menu.addAction(tr("Show in folder"), lambda: show_folder(recording))

    def cancel(self, recordings: Sequence[Recording]) -> None:
        """Stop their jobs."""
        for recording in recordings:
            self._session.jobs.cancel(recording)

    def retry(self, recordings: Sequence[Recording]) -> None:
        """Start those again that failed or were cancelled."""
        for recording in recordings:
            if recording.retriable:
                self._session.retry(recording)


def show_folder(recording: Recording) -> None:
    """Show the folder a recording lies in, in the system's file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(recording.path.parent)))
