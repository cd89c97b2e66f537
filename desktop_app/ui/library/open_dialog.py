"""The file dialogs behind 'Open…', 'Open folder…' and 'Open as one meeting…'."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.core.audio.endings import RECORDING_ENDINGS
from desktop_app.core.importing.registry import ENDINGS
from desktop_app.translation import tr
from desktop_app.ui.widgets.screen_fit import resize_within

_KEY = "open/folder"
_USUAL = QSize(800, 520)
_TRANSCRIPTS = " ".join(f"*.{ending}" for ending in sorted(ENDINGS))
_RECORDINGS = {tr("Recordings"): "{media}"}
_TRANSCRIPTS_TOO = {
    tr("Recordings and transcripts"): "{media} *.diarist {transcripts}",
    **_RECORDINGS,
    tr("Diarist projects and transcripts"): "*.diarist {transcripts}",
}
_ANY = {tr("All files"): "*"}


class _FilesDialog(QFileDialog):
    """Lets the user choose several files; begins where the last ones were."""

    files_chosen = Signal(list)  # list[Path]

    def __init__(self, title: str, filters: Mapping[str, str], settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent, title, str(settings.value(_KEY, str(Path.home()))))
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.setOption(QFileDialog.Option.HideNameFilterDetails)
        resize_within(self, _USUAL)
        kinds = {"media": " ".join(f"*.{ending}" for ending in RECORDING_ENDINGS), "transcripts": _TRANSCRIPTS}
        self.setNameFilters([f"{name} ({endings.format(**kinds)})" for name, endings in filters.items()])
        self.filesSelected.connect(self._chosen)

    def _chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._settings.setValue(_KEY, str(paths[0].parent))
            self.files_chosen.emit(paths)


class OpenDialog(_FilesDialog):
    """For recordings and transcripts."""

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(tr("Open", "a file"), {**_TRANSCRIPTS_TOO, **_ANY}, settings, parent)


class RecordingsDialog(_FilesDialog):
    """For the recordings of one meeting."""

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(tr("Recordings of one meeting"), {**_RECORDINGS, **_ANY}, settings, parent)


class FolderDialog(QFileDialog):
    """Lets the user choose a folder of recordings; begins where the last files were."""

    files_chosen = Signal(list)  # list[Path]: the folder

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent, tr("Open folder"), str(settings.value(_KEY, str(Path.home()))))
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        resize_within(self, _USUAL)
        self.fileSelected.connect(self._chosen)

    def _chosen(self, name: str) -> None:
        self._settings.setValue(_KEY, name)
        self.files_chosen.emit([Path(name)])
