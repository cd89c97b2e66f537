"""Where the exports of a recording are proposed to go."""

from pathlib import Path

from desktop_app.core.export.destination import Destination, identities
from desktop_app.ui.state.file_kinds import is_transcript
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.session import Session


class ExportDestinations:
    """Where exports go. A folder that was chosen once is proposed for every recording until the window is closed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._chosen: Path | None = None

    def proposed(self, recording: Recording) -> Destination:
        """The folder and the name to propose for a recording's exports, and the files that they never replace."""
        sounds = (each.path for each in self._session.recordings if not is_transcript(each.path))
        return Destination(self._chosen or recording.export_folder, recording.name, identities(sounds))

    def note(self, recording: Recording, paths: list[Path]) -> None:
        """Exports of the recording were written to these paths."""
        folder = paths[0].parent
        self._chosen = None if folder == recording.export_folder else folder
