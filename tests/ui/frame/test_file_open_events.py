from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.frame.file_open_events import FileOpenEvents


def test_a_file_that_the_system_asks_for_is_opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    asked: list[list[Path]] = []
    events = FileOpenEvents(qapp, asked.append)
    try:
        recording = tmp_path / "Gespräch (2).diarist"
        assert QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(recording))))
        QApplication.sendEvent(qapp, QEvent(QEvent.Type.ApplicationActivate))
        assert asked == [[recording]]
    finally:
        events.setParent(None)
        qapp.removeEventFilter(events)
