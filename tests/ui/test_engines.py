"""The chip, the banner and the page about the engines."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from scripted import ENGINES, ScriptedService, engine

from desktop_app.core.pipeline.stages import Stage
from desktop_app.jobs.messages import Failed, Progress, StatusReport
from desktop_app.ui.engine_chip import EngineChip
from desktop_app.ui.engine_page import EnginePage
from desktop_app.ui.engine_words import Verdict, banner, languages, verdict
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.passage import Passage
from desktop_app.ui.path_field import PathField

BROKEN = engine("embedding", "WeSpeaker", reason="the file embedding.ort has the wrong hash")


def test_the_chip_says_what_tells_speakers_apart_and_where() -> None:
    assert verdict(ENGINES).text == "WeSpeaker on this computer (CPU)"
    assert verdict(ENGINES).level == "good"
    cuda = replace(ENGINES[1], device="cuda")
    assert verdict((ENGINES[0], cuda, ENGINES[2])).text == "WeSpeaker on this computer (CUDA)"
    remote = replace(ENGINES[1], device="gpu.example.org")
    assert verdict((remote,)).text == "WeSpeaker on gpu.example.org"


def test_the_chip_and_the_page_say_in_which_form_a_model_runs(qtbot: QtBot) -> None:
    prepared = replace(ENGINES[1], note="8-bit form, prepared here")
    assert verdict((prepared,)).text == "WeSpeaker on this computer (CPU), 8-bit form, prepared here"
    page = EnginePage()
    qtbot.addWidget(page)
    page.show_report(StatusReport((prepared,)))
    assert "8-bit form, prepared here." in labels(page, 0)


def test_the_chip_says_how_far_the_preparation_is_until_the_engines_are_reported(
    window: MainWindow, service: ScriptedService
) -> None:
    service.progressed.emit(1, Progress(Stage.PREPARING, 0.4, 0.0, None))
    assert window.bar.chip.verdict == Verdict("waiting", "Preparing the models (once): 40%")
    service.report(*ENGINES)
    service.progressed.emit(2, Progress(Stage.PREPARING, 1.0, 0.0, None))
    assert window.bar.chip.verdict == verdict(ENGINES)


def test_the_chip_says_what_is_missing_and_why() -> None:
    now = verdict((ENGINES[0], BROKEN, ENGINES[2]))
    assert now.text == "Speakers cannot be told apart: the file embedding.ort has the wrong hash"
    assert now.level == "warning"
    assert verdict((BROKEN,)).level == "bad"
    assert verdict(()).level == "bad"


def test_the_banner_is_there_only_while_something_is_missing() -> None:
    assert banner(ENGINES) == ""
    assert banner((BROKEN,)).endswith("Transcripts can still be opened.")


def test_the_language_is_taken_from_the_speech_model() -> None:
    assert languages(ENGINES) == "English only: Moonshine tiny"
    assert languages((engine("asr", "Parakeet v3"),)) == ""


def test_a_chip_begins_with_starting(qtbot: QtBot) -> None:
    chip = EngineChip()
    qtbot.addWidget(chip)
    assert chip.text() == "Starting…"
    assert chip.accessibleName() == "Engines: Starting…"


def test_a_narrow_chip_keeps_its_text_in_the_tool_tip(qtbot: QtBot) -> None:
    chip = EngineChip()
    qtbot.addWidget(chip)
    chip.show_verdict(verdict((BROKEN,)))
    chip.resize(chip.minimumSizeHint())
    chip.grab()
    assert chip.toolTip().startswith("Speakers cannot be told apart: the file embedding.ort")


@pytest.fixture
def page(qtbot: QtBot) -> EnginePage:
    made = EnginePage()
    qtbot.addWidget(made)
    made.show_report(StatusReport((ENGINES[0], BROKEN, ENGINES[2])))
    return made


def labels(page: EnginePage, card: int) -> str:
    said = page.cards[card].findChildren(QLabel) + page.cards[card].findChildren(Passage)
    return "\n".join(each.text() for each in said)


def test_the_page_says_everything_about_each_engine(page: EnginePage) -> None:
    assert "pyannote segmentation on this computer (CPU)" in labels(page, 0)
    assert "pyannote segmentation by its authors. MIT." in labels(page, 0)
    assert "The file embedding.ort has the wrong hash." in labels(page, 1)
    assert "Mend it." in labels(page, 1)
    assert "ok" in labels(page, 0).splitlines()


def test_a_path_is_cut_until_it_is_focused(qtbot: QtBot, page: EnginePage) -> None:
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    field = page.cards[0].findChild(PathField)
    field.resize(140, field.height())
    assert "…" in field.text()
    field.setFocus()
    assert field.text() == field.path
    assert field.selectedText() == field.path
    page.check.setFocus()
    assert "…" in field.text()


def test_a_hash_is_copied_whole(page: EnginePage) -> None:
    button = next(b for b in page.cards[0].findChildren(QPushButton) if b.text().startswith("ab12"))
    assert "ab12" * 16 in button.toolTip()
    button.click()
    assert QGuiApplication.clipboard().text() == "ab12" * 16


def test_a_check_is_asked_for_once_and_its_findings_shown(qtbot: QtBot, page: EnginePage) -> None:
    assert page.check.text() == "Try again"
    with qtbot.waitSignal(page.check_clicked):
        page.check.click()
    assert not page.check.isEnabled()
    page.show_report(StatusReport(tuple(replace(each, self_test="it took 40 ms") for each in ENGINES)))
    assert page.check.isEnabled()
    assert page.check.text() == "Run self-test"
    assert page.news.text() == "Everything works."
    assert "Self-test: it took 40 ms" in labels(page, 0)


def test_a_check_that_fails_can_be_asked_for_again(page: EnginePage) -> None:
    page.check.click()
    page.show_failure(Failed("The engine process ended.", "Try again."))
    assert page.check.isEnabled()
    assert page.failure.isVisibleTo(page)
    assert page.failure.text() == "The engine process ended. Try again."
    page.show_report(StatusReport(ENGINES))
    assert not page.failure.isVisibleTo(page)


def test_the_window_shows_reports_in_chip_banner_and_page(
    qtbot: QtBot, window: MainWindow, service: ScriptedService
) -> None:
    assert not window.banner.isVisible()
    service.report(ENGINES[0], BROKEN, ENGINES[2])
    assert window.bar.chip.verdict.level == "warning"
    assert window.banner.isVisible()
    qtbot.mouseClick(window.bar.chip, Qt.MouseButton.LeftButton)
    assert window.engine_views.page.isVisible()
    window.engine_views.page.check.click()
    assert service.checks == 1
    service.report(*ENGINES)
    assert not window.banner.isVisible()
    assert window.bar.chip.verdict.text == "WeSpeaker on this computer (CPU)"
    assert "English only: Moonshine tiny" in window.bar.chip.toolTip()
    window.engine_views.page.close()


def test_engines_that_could_not_be_looked_at_are_told(
    qtbot: QtBot, window: MainWindow, service: ScriptedService
) -> None:
    service.fail(77, "The engine process did not start.")
    qtbot.waitUntil(window.banner.isVisible)
    assert window.bar.chip.verdict.level == "bad"
