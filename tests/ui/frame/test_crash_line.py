"""What the window says after Diarist ended unexpectedly."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import ENGINES, ScriptedService

from desktop_app.core.faults import crash_watch
from desktop_app.core.faults.crash_reports import WINDOW, report_error
from desktop_app.ui.frame.crash_report_dialog import CrashReportDialog
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.user_folders import log_folder


def crash(monkeypatch: pytest.MonkeyPatch, process: str) -> None:
    monkeypatch.setattr(crash_watch._Watch, "process", process)
    report_error(ValueError("Anna"))


def newest_dialog() -> CrashReportDialog:
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, CrashReportDialog))
    return dialog


def test_without_a_crash_it_says_nothing(window: MainWindow) -> None:
    window.crash_line.begin()
    assert window.crash_line.isHidden()


def test_a_crash_is_told_once_and_its_report_can_be_looked_at(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(monkeypatch, WINDOW)
    line = window.crash_line
    line.begin()
    assert line.isVisible()
    assert line.text.text() == "Diarist ended unexpectedly last time."
    line.show_report.click()
    assert line.isHidden()
    dialog = newest_dialog()
    qtbot.waitExposed(dialog)
    assert "ValueError" in dialog.text.toPlainText()
    assert "Anna" not in dialog.text.toPlainText()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.show_folder.click()
    assert opened == [QUrl.fromLocalFile(str(log_folder()))]
    dialog.close_button.click()
    line.begin()
    assert line.isHidden()


def test_a_part_that_crashed_is_told_as_a_part(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    crash(monkeypatch, "diarist-engine")
    window.crash_line.begin()
    assert window.crash_line.text.text() == "A part of Diarist ended unexpectedly last time."
    window.crash_line.put_away.click()
    assert window.crash_line.isHidden()


def test_diagnostics_go_to_the_clipboard_from_the_menu(window: MainWindow, service: ScriptedService) -> None:
    service.report(*ENGINES)
    (action,) = (
        action
        for menu in window.menu.actions()
        if menu.text() == "Help"
        for action in menu.menu().actions()
        if action.text() == "Copy diagnostics"
    )
    action.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Diarist ")
    assert "asr: Moonshine tiny (English) on cpu, usable" in copied
    assert "/opt" not in copied
    assert "clipboard" in window.status.message.text()
