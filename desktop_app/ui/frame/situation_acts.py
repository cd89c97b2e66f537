"""What the buttons below a recording's situation do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.library.recording_menu import show_folder
from desktop_app.ui.state.situation import Action

if TYPE_CHECKING:
    from desktop_app.ui.frame.finding_missing import FindingMissing
    from desktop_app.ui.library.file_opening import FileOpening
    from desktop_app.ui.library.library_views import LibraryViews
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class SituationActs:
    """Hands each action to whoever can do it."""

    def __init__(
        self, session: Session, opening: FileOpening, missing: FindingMissing, library_views: LibraryViews
    ) -> None:
        self._session, self._opening, self._missing, self._library_views = session, opening, missing, library_views

    def act(self, recording: Recording, action: Action) -> None:
        """Do what somebody has chosen for a recording."""
        match action:
            case Action.CANCEL:
                self._session.jobs.cancel(recording)
            case Action.RETRY | Action.TRANSCRIBE:
                self._session.retry(recording)
            case Action.WRITE:
                self._missing.find(recording)
            case Action.OPEN:
                self._opening.ask()
            case Action.FOLDER:
                show_folder(recording)
            case Action.REMOVE:
                self._library_views.ask_to_remove([recording])
