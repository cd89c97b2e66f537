"""An archive in the library's panel: opened, searched, and left again. Nothing of it is changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from desktop_app.translation import tr
from desktop_app.ui.library.archive import Archive
from desktop_app.ui.widgets.screen_fit import resize_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.library.found_model import FoundRow
    from desktop_app.ui.library.library_panel import LibraryPanel
    from desktop_app.ui.state.session import Session

_KEY = "archive/folder"
_USUAL = QSize(800, 520)


class ArchiveViews(QObject):
    """Stands between an archive, the session and the panel."""

    place_wanted = Signal(object, int, int)  # Recording, ms of a turn's start, number of a word in it
    failed = Signal(object)  # Failed
    came_or_went = Signal()  # the panel shows another list

    def __init__(self, session: Session, panel: LibraryPanel, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._panel = panel
        self._settings = settings
        self._window = window
        self._names: dict[Path | None, str] = {}
        self.archive = Archive(self)
        self.archive.opened.connect(self._show_rows)
        self.archive.found.connect(panel.search.show_found)
        self.archive.failed.connect(self.failed)
        panel.archive.chosen.connect(self.show)
        panel.archive_asked.connect(self.ask)
        panel.archive_left.connect(self.leave)

    @property
    def is_open(self) -> bool:
        """Whether the panel shows an archive, and not the user's own recordings."""
        return self.archive.index is not None

    def wire(self, action: QAction) -> None:
        """Let an action open an archive, and leave the one that is open."""
        action.triggered.connect(lambda: self.leave() if self.is_open else self.ask())
        self.came_or_went.connect(lambda: action.setText(self._act_in_words()))

    def _act_in_words(self) -> str:
        return tr("Back to the library") if self.is_open else tr("Open an archive…")

    def ask(self) -> None:
        """Let the user choose an archive."""
        dialog = QFileDialog(self._window, tr("Open an archive"), str(self._settings.value(_KEY, str(Path.home()))))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Archives of `diarist archive report`") + " (*.index)", tr("All files") + " (*)"])
        resize_within(dialog, _USUAL)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def open(self, index: Path) -> None:
        """Show the recordings of an archive, by its index, in the place of the user's own."""
        self._settings.setValue(_KEY, str(index.parent))
        self.archive.open(index)

    def leave(self) -> None:
        """Show the user's own recordings again."""
        self.archive.close()
        self._panel.show_archive("", ())
        self.came_or_went.emit()

    def show(self, row: FoundRow) -> None:
        """Show a recording of the archive, at the word that was found."""
        if row.path is None:
            return
        recording = self._session.open_of_archive(row.path, self._names.get(row.path, ""))
        self._panel.choose(recording)
        if row.start_ms is not None:
            self.place_wanted.emit(recording, row.start_ms, row.word)

    def _show_rows(self, rows: Sequence[FoundRow]) -> None:
        index = self.archive.index
        if index is not None:
            self._names = {row.path: row.snippet.text for row in rows}
            self._panel.show_archive(index.absolute().parent.name, rows)
            self.came_or_went.emit()
