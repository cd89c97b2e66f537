"""The window's composition root: builds the application, shows it, then lets the engines start."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.core.project.places import library_folders
from desktop_app.jobs.computer import Computer, system_programs
from desktop_app.jobs.garbage_collection import GarbageCollection
from desktop_app.jobs.library import Library
from desktop_app.jobs.live_service import LiveService
from desktop_app.jobs.peaks_maker import PeaksMaker
from desktop_app.jobs.playback import Playback
from desktop_app.jobs.projects import Projects
from desktop_app.jobs.service import TranscriptionService
from desktop_app.jobs.services import Services
from desktop_app.resources import resource
from desktop_app.translation import language
from desktop_app.ui.frame.file_open_events import FileOpenEvents
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.frame.unexpected_errors import FaultReporter
from desktop_app.ui.look.appearance import Appearance

NAME = "Diarist"


class Application:
    """The window, the services behind it, and what they are asked to open first."""

    def __init__(self, paths: list[Path], *, sample: bool = False) -> None:
        self.qt = QApplication(sys.argv[:1])
        self.qt.setApplicationName(NAME)
        self.qt.setDesktopFileName(NAME.lower())
        self.qt.setWindowIcon(QIcon(str(resource("diarist.svg"))))
        speak_like_the_window(self.qt)
        self._faults = FaultReporter(self.qt)
        self._faults.install()
        settings = QSettings(NAME, NAME)
        self.services = Services(
            TranscriptionService(),
            LiveService(),
            Projects(),
            Library(library_folders()),
            Playback(),
            PeaksMaker(),
            Computer(system_programs(sys.platform)),
        )
        self.window = MainWindow(self.services, Appearance(self.qt, settings), settings)
        FileOpenEvents(self.qt, self.window.opening.open)
        self._garbage = GarbageCollection(self.qt)
        self._garbage.start()
        self.qt.aboutToQuit.connect(self.services.shutdown)
        self.qt.aboutToQuit.connect(self._garbage.stop)
        self._paths = paths
        self._sample = sample

    def begin(self) -> None:
        """Start the services and open what was asked for; call it when the window is to be seen."""
        self.services.start()
        self.window.offering.begin()
        if self._sample:
            self.window.opening.open_sample()
        self.window.opening.open(self._paths)


def speak_like_the_window(qt: QApplication) -> None:
    """Let Qt's own texts, dates and figures be in the window's language too."""
    if QLocale().name().split("_")[0] != language():
        QLocale.setDefault(QLocale(language()))
    own_texts = QTranslator(qt)
    if own_texts.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(own_texts)


def run(paths: list[Path], sample: bool = False) -> int:
    """Open the window with these recordings, or with the sample, and stay until it is closed; the exit code."""
    application = Application(paths, sample=sample)
    application.window.show()
    # After the first painting: nobody waits for the engines to see the window.
    QTimer.singleShot(0, application.begin)
    return application.qt.exec()
