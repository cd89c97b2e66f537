"""Takes pictures of the real window with a transcript in it, for the documentation.

    python packaging/screenshot.py --theme dark --out window-dark.png [RECORDING or TRANSCRIPT ...]

Without a recording the sample is transcribed. It needs a display; `xvfb-run` gives one.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.jobs.garbage_collection import GarbageCollection
from desktop_app.jobs.library import Library
from desktop_app.jobs.live_service import LiveService
from desktop_app.jobs.peaks_maker import PeaksMaker
from desktop_app.jobs.playback import Playback
from desktop_app.jobs.projects import Projects
from desktop_app.jobs.service import TranscriptionService
from desktop_app.jobs.services import Services
from desktop_app.ui.frame.first_tour import SEEN
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance, Choice

SETTLE_MS = 1200


class Photographer(QObject):
    """Waits until nothing is worked on any more, then grabs the window."""

    def __init__(self, window: MainWindow, out: Path, search: str, keys: list[str]) -> None:
        super().__init__(window)
        self._search = search
        self._keys = keys
        self._window = window
        self._out = out
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._take)
        window.session.changed.connect(self._look)

    def _look(self) -> None:
        if not self._window.session.busy():
            self._settled.start()

    def _take(self) -> None:
        if self._search:
            self._window.recordings.search.field.setText(self._search)
            self._window.recordings.search.model.modelReset.connect(self._settled.start)
            self._search = ""
            return
        if self._keys:
            QTest.keySequence(QApplication.focusWidget() or self._window, QKeySequence(self._keys.pop(0)))
            self._settled.start()
            return
        saved = self._window.grab().save(str(self._out))
        QCoreApplication.exit(0 if saved else 1)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="recordings or transcripts; the sample without any")
    parser.add_argument("--theme", choices=[choice.value for choice in Choice], default="light")
    parser.add_argument("--size", default="1280x800", help="of the window, in logical pixels")
    parser.add_argument("--scale", default="1", help="pixels of the picture for each logical one")
    parser.add_argument("--search", default="", help="what to search all recordings for")
    parser.add_argument("--keys", default="", help="what to press then, apart by spaces: 'Ctrl+H F8'")
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def main() -> int:
    """Take one picture; 0 when it is written."""
    wanted = arguments()
    os.environ["QT_SCALE_FACTOR"] = wanted.scale
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        settings.setValue("window/theme", wanted.theme)
        settings.setValue(SEEN, True)
        services = Services(
            TranscriptionService(),
            LiveService(),
            Projects(lambda: Path(folder, "projects")),
            Library([Path(folder, "projects")]),
            Playback(),
            PeaksMaker(),
        )
        window = MainWindow(services, Appearance(app, settings), settings)
        window.resize(*(int(side) for side in wanted.size.split("x")))
        window.show()
        Photographer(window, wanted.out, wanted.search, wanted.keys.split())
        GarbageCollection(window).start()
        services.library.start()
        services.transcription.start()
        window.opening.open(wanted.files) if wanted.files else window.opening.open_sample()
        code = app.exec()
        services.shutdown()
    return code


if __name__ == "__main__":
    raise SystemExit(main())
