"""The library, wired: the index's news into the list, searches and their answers, and what is done to recordings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.library.archive_views import ArchiveViews
from desktop_app.ui.library.backups_dialog import BackupsDialog
from desktop_app.ui.library.details_dialog import DetailsDialog
from desktop_app.ui.library.folder_choice import FolderChoice
from desktop_app.ui.library.found_model import FoundRow
from desktop_app.ui.library.save_as_dialog import SaveAsDialog
from desktop_app.ui.library.shared_folder_note import SharedFolderNote
from desktop_app.ui.library.sound_finder import SoundFinder
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.widgets.questions import RemovingQuestion

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.library.found import Found
    from desktop_app.jobs.library import Library
    from desktop_app.ui.library.library_panel import LibraryPanel
    from desktop_app.ui.state.session import Session


class LibraryViews(QObject):
    """Stands between the library's service, the session and the panel."""

    place_wanted = Signal(object, int, int)  # Recording, ms of a turn's start, number of a word in it
    failed = Signal(object)  # Failed

    def __init__(
        self, library: Library, session: Session, panel: LibraryPanel, settings: QSettings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library = library
        self._session = session
        self._panel = panel
        self._window = window
        self.sound_finder = SoundFinder(window)
        self.shared_folder = SharedFolderNote(session.keeper, settings, self)
        library.entries_ready.connect(session.stored.take)
        library.found.connect(self._show_found)
        library.changed.connect(panel.search.ask_again)
        library.failed.connect(self.failed)
        session.keeper.written.connect(self._note_saved)
        session.keeper.duplicated.connect(library.note_saved)
        session.keeper.discarded.connect(lambda project: library.forget([project]))
        session.keeper.undiscarded.connect(self.failed)
        panel.search.asked.connect(self._search)
        panel.search.chosen.connect(self._show)
        panel.search.dismissed.connect(panel.focus_list)
        panel.details_asked.connect(self.ask_for_details)
        self.archive = ArchiveViews(session, panel, settings, window)
        self.archive.place_wanted.connect(self.place_wanted)
        self.archive.failed.connect(self.failed)
        self.folder = FolderChoice(library, session, window)
        self.folder.failed.connect(self.failed)
        panel.folder_asked.connect(self.folder.ask)
        panel.versions_asked.connect(self.ask_for_version)
        panel.save_as_asked.connect(self.ask_where_to_save)
        panel.remove_asked.connect(self.ask_to_remove)

    def ask_for_details(self, recording: Recording) -> None:
        """Let the user change a recording's name, note and tags."""
        DetailsDialog(recording, self._window).open()

    def ask_for_version(self, recording: Recording) -> None:
        """Let the user bring an earlier version of a recording back."""
        dialog = BackupsDialog(recording, datetime.now().astimezone().date(), self._window)
        dialog.restored.connect(self._library.note_saved)
        dialog.open()

    def ask_where_to_save(self, recording: Recording) -> None:
        """Let the user choose another file for a recording's project."""
        SaveAsDialog(recording, self._session.keeper, self._window).open()

    def ask_to_remove(self, recordings: Sequence[Recording]) -> None:
        """Remove recordings, after a question where a text or a sound goes with them."""
        if not any(each.has_words or each.recorded_here for each in recordings):
            self._remove(recordings, with_sound=False)
            return
        question = RemovingQuestion(recordings, self._window)
        question.accepted.connect(lambda: self._remove(recordings, with_sound=question.with_sound))
        question.open()

    def _remove(self, recordings: Sequence[Recording], *, with_sound: bool) -> None:
        for recording in recordings:
            self._session.remove(recording, with_sound=with_sound)

    def _note_saved(self, _recording: Recording, project: Path) -> None:
        self._library.note_saved(project)

    def _search(self, text: str) -> None:
        if self.archive.is_open:
            self.archive.archive.search(text)
        else:
            self._library.search(text)

    def _show_found(self, text: str, found: Found) -> None:
        if not self.archive.is_open:
            self._panel.search.show_found(text, found)

    def _show(self, row: FoundRow) -> None:
        if self.archive.is_open:
            self.archive.show(row)
            return
        recording = self._session.recording_of(row.path) if row.path is not None else None
        if recording is not None:
            self._panel.choose(recording)
            if row.start_ms is not None:
                self.place_wanted.emit(recording, row.start_ms, row.word)
