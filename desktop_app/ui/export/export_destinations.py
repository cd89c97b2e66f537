"""Where the exports of a recording are proposed to go."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings

from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.write import export_transcript
from desktop_app.core.store.file_names import safe_stem
from desktop_app.printing.all_formats import ALL_FORMATS
from desktop_app.ui.state.export_choice import remembered_choice
from desktop_app.ui.state.file_kinds import is_transcript
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.session import Session


class ExportDestinations:
    """Where exports go. A folder that was chosen once is proposed for every recording until the window is closed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._chosen: Path | None = None
        self._dragged: list[TemporaryDirectory[str]] = []

    def to_drag(self, recording: Recording, settings: QSettings) -> Sequence[Path]:
        """The exports of last time, of this recording, in a folder that is there until the program ends."""
        folder = TemporaryDirectory(prefix="diarist-")
        self._dragged.append(folder)
        transcript = recording.document.transcript
        place = Destination(Path(folder.name), safe_stem(recording.name))
        formats = remembered_choice(settings, ALL_FORMATS).formats
        try:
            return export_transcript(transcript, place, formats, origin_of(transcript)).paths
        except ExportError:
            return ()

    def proposed(self, recording: Recording) -> Destination:
        """The folder and the name to propose for a recording's exports, and the files that they never replace."""
        sounds = (each.path for each in self._session.recordings if not is_transcript(each.path))
        return Destination(self._chosen or recording.export_folder, recording.name, identities(sounds))

    def note(self, recording: Recording, paths: list[Path]) -> None:
        """Exports of the recording were written to these paths."""
        folder = paths[0].parent
        self._chosen = None if folder == recording.export_folder else folder
