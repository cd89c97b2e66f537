"""Errors that nobody expected."""

import logging
import threading

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.core.faults.crash_reports import reports
from desktop_app.core.faults.told_reports import untold
from desktop_app.ui.frame.unexpected_errors import FaultReporter


@pytest.fixture
def faults(qtbot: QtBot) -> FaultReporter:
    return FaultReporter()


def raised(message: str) -> ValueError:
    try:
        raise ValueError(message)
    except ValueError as error:
        return error


def shown(qtbot: QtBot, faults: FaultReporter) -> QMessageBox:
    qtbot.waitUntil(lambda: faults.box is not None)
    assert faults.box is not None
    return faults.box


def test_an_error_is_said_in_a_sentence_and_logged_in_full(
    qtbot: QtBot, faults: FaultReporter, caplog: pytest.LogCaptureFixture
) -> None:
    error = raised("a wrong number")
    with caplog.at_level(logging.ERROR):
        faults.report(type(error), error, error.__traceback__)
    box = shown(qtbot, faults)
    assert box.text().startswith("Something went wrong inside Diarist.")
    assert box.detailedText().startswith("ValueError: a wrong number, in raised, line ")
    assert "Traceback" not in box.detailedText()
    assert "Traceback" in caplog.text
    box.close()
    assert faults.box is None


def test_its_report_can_be_looked_at_and_is_not_told_again(qtbot: QtBot, faults: FaultReporter) -> None:
    for _ in range(2):
        error = raised("what Anna said")
        faults.report(type(error), error, error.__traceback__)
    box = shown(qtbot, faults)
    (report,) = reports()
    assert untold() == ()
    next(button for button in box.buttons() if button.text() == "Show report").click()
    dialog = faults.dialog
    assert dialog is not None
    assert "ValueError" in dialog.text.toPlainText()
    assert "Anna" not in report.read_text(encoding="utf-8")
    dialog.close()
    assert faults.box is None


def test_an_error_that_comes_again_and_again_is_shown_once(qtbot: QtBot, faults: FaultReporter) -> None:
    for number in range(5):
        error = raised(str(number))
        faults.report(type(error), error, error.__traceback__)
    box = shown(qtbot, faults)
    assert box.detailedText().startswith("ValueError: 0")
    box.close()


def test_an_error_in_a_thread_is_shown_in_the_windows_thread(qtbot: QtBot, faults: FaultReporter) -> None:
    error = raised("far away")
    thread = threading.Thread(target=lambda: faults.report(type(error), error, None))
    thread.start()
    thread.join()
    assert faults.box is None
    box = shown(qtbot, faults)
    assert box.detailedText() == "ValueError: far away"
    box.close()
