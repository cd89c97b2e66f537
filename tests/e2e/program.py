"""The window with all its services, in one folder, to be opened and closed more than once."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.jobs.library import Library
from desktop_app.jobs.live_service import LiveService
from desktop_app.jobs.peaks_maker import PeaksMaker
from desktop_app.jobs.playback import Playback
from desktop_app.jobs.projects import Projects
from desktop_app.jobs.service import TranscriptionService
from desktop_app.jobs.services import Services
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance

TIMEOUT_MS = 90_000


def services_in(folder: Path) -> Services:
    """Every service, with the projects in a folder of their own."""
    projects = folder / "projects"
    return Services(
        TranscriptionService(),
        LiveService(),
        Projects(lambda: projects),
        Library([projects]),
        Playback(),
        PeaksMaker(),
    )


class Program:
    """The window with its services, from start to end."""

    def __init__(self, qapp: QApplication, folder: Path) -> None:
        self._qapp = qapp
        self.services = services_in(folder)
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(self.services, Appearance(qapp, settings), settings)
        self.window.show()
        self.services.start()
        self._ended = False

    def close(self) -> None:
        """Close the window; nothing is asked."""
        assert self.window.close()
        assert self.window.findChildren(QMessageBox) == []
        self.end()

    def end(self) -> None:
        """End all that is left."""
        if not self._ended:
            self._ended = True
            self.services.shutdown()
            self._qapp.styleHints().colorSchemeChanged.disconnect()
            self.window.deleteLater()
            self._qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # before the sheet that it was made with
            self._qapp.setStyleSheet("")
