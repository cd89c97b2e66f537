"""The line that offers better words: on scripted jobs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from scripted import ENGINES, ScriptedModelJobs, ScriptedService, engine

from desktop_app.core.models.engine_test import EngineTest
from desktop_app.core.models.inventory import ModelEntry
from desktop_app.core.models.manifest import PARAKEET_V3_ONNX, RECOMMENDED, WHISPER_BASE
from desktop_app.core.models.model_store import store_folder
from desktop_app.core.models.own_transducer import OwnTransducer, StandIn
from desktop_app.core.pipeline import workstation
from desktop_app.core.store.settings import AsrEngine
from desktop_app.core.store.settings_file import change_settings
from desktop_app.jobs.messages import FetchModel, ImportModels, OwnFound
from desktop_app.ui.engines.model_offer import ModelOffer
from desktop_app.ui.engines.model_offering import DECLINED, OFFERED
from desktop_app.ui.engines.own_model_dialog import OwnModelDialog
from desktop_app.ui.frame.main_window import MainWindow

NAME, SIZE = RECOMMENDED.name, RECOMMENDED.size
OFFER = "Better words in 25 languages: fetch Parakeet Ultra (0.7 GB)"
PASSED = ModelEntry(RECOMMENDED, "right", "store", test=EngineTest("0" * 64, "", 0.012, 5.3, None))
FAULT = "of 100 known words it had 42 wrong"


@pytest.fixture(autouse=True)
def _no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workstation, "card_expected", lambda: False)


@pytest.fixture
def jobs(service: ScriptedService) -> ScriptedModelJobs:
    return service.models


@pytest.fixture
def line(qtbot: QtBot, window: MainWindow) -> ModelOffer:
    """As it is after the start."""
    window.offering.begin()
    qtbot.waitUntil(window.offering.line.isVisible)
    return window.offering.line


def offered(line: ModelOffer) -> list[str]:
    return [button.text() for button in line.findChildren(QPushButton) if button.isVisible()]


def height_of(line: ModelOffer) -> int:
    """When all that is around it has taken note."""
    for _ in range(5):
        QApplication.processEvents()
    return line.height()


def wait_for_a_part(size: int = 400_000_000) -> None:
    """Some of it waits in the store."""
    part = store_folder() / NAME / "partial" / RECOMMENDED.files[0].sha256
    part.parent.mkdir(parents=True)
    with part.open("wb") as file:
        file.truncate(size)


def looked_at(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until it is known whether anything is to be offered."""
    with qtbot.waitSignal(window.offering.looked):
        window.offering.begin()


def test_where_only_what_comes_along_is_here_the_line_offers_what_is_recommended(line: ModelOffer) -> None:
    assert line.text.text() == OFFER
    assert offered(line) == ["Fetch", "Import…", "No, thanks"]


def test_nothing_is_offered_where_a_card_is_expected(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workstation, "card_expected", lambda: True)
    looked_at(qtbot, window)
    assert not window.offering.line.isVisible()


def test_nothing_is_offered_where_something_better_is_here(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workstation, "is_here", lambda spec: spec is PARAKEET_V3_ONNX)
    looked_at(qtbot, window)
    assert not window.offering.line.isVisible()


def test_an_engine_that_is_chosen_in_the_settings_later_ends_the_offer(
    qtbot: QtBot, line: ModelOffer, service: ScriptedService
) -> None:
    change_settings({"asr.engine": AsrEngine.MOONSHINE})
    service.report(*ENGINES)
    qtbot.waitUntil(line.isHidden)


def test_who_has_declined_is_never_asked_again(
    qtbot: QtBot, line: ModelOffer, settings: QSettings, service: ScriptedService, make_window: Callable[[], MainWindow]
) -> None:
    line.decline.click()
    assert line.isHidden()
    service.report(*ENGINES)
    later = make_window()
    later.show()
    looked = qtbot.waitSignal(later.offering.looked, timeout=300, raising=False)
    with looked:
        later.offering.begin()
    assert not looked.signal_triggered
    assert line.isHidden()
    assert later.offering.line.isHidden()
    assert settings.value(DECLINED, False, bool)


def test_the_next_window_begins_with_the_offer_so_that_nothing_moves_in_it(
    line: ModelOffer, make_window: Callable[[], MainWindow]
) -> None:
    wait_for_a_part()
    later = make_window()
    assert not later.offering.line.isHidden()
    assert "400 MB of 0.7 GB are fetched already." in later.offering.line.text.text()
    assert later.offering.line.fetch.text() == "Continue"


def test_a_next_window_where_it_has_come_meanwhile_offers_it_no_more(
    qtbot: QtBot,
    line: ModelOffer,
    settings: QSettings,
    make_window: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workstation, "is_here", lambda spec: spec is RECOMMENDED)
    later = make_window()
    looked_at(qtbot, later)
    assert later.offering.line.isHidden()
    assert not settings.contains(OFFERED)


def test_a_fetch_shows_its_bytes_its_test_and_what_came_of_it_in_the_same_line(
    line: ModelOffer, window: MainWindow, service: ScriptedService, jobs: ScriptedModelJobs
) -> None:
    height = height_of(line)
    line.fetch.click()
    assert jobs.asked == [(NAME, FetchModel(RECOMMENDED))]
    assert (line.text.text(), offered(line)) == ("Connecting…", ["Pause"])
    jobs.come(NAME, NAME, SIZE // 2, SIZE)
    assert line.text.text() == "Parakeet Ultra: 333.9 MB of 667.8 MB"
    assert (line.bar.isVisible(), line.bar.value()) == (True, 500)
    assert window.bar.open.isEnabled()
    jobs.come(NAME, NAME, SIZE, SIZE)
    assert line.text.text() == "Parakeet Ultra: Checking every byte…"
    jobs.make_ready(NAME, NAME, 0.4)
    assert line.text.text() == "Parakeet Ultra: Making it ready for this computer… 40\u202f%"
    jobs.test(NAME, NAME, 0.25)
    assert line.text.text() == "Parakeet Ultra: Testing it on known words… 25\u202f%"
    assert (line.bar.value(), offered(line)) == (250, ["Cancel"])
    assert height_of(line) == height
    jobs.finish(NAME, PASSED)
    told = (
        "Parakeet Ultra writes down the words from now on. "
        "Tested on this computer: 1.2 of 100 known words wrong, 5.3 times as fast as speech."
    )
    assert (line.text.text(), line.accessibleDescription()) == (told, told)
    assert service.checks == 1, "the engines are to notice"
    assert height_of(line) == height
    line.close_button.click()
    assert line.isHidden()


def test_the_outcome_stays_while_the_engines_are_looked_at(
    qtbot: QtBot,
    line: ModelOffer,
    window: MainWindow,
    service: ScriptedService,
    jobs: ScriptedModelJobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line.fetch.click()
    jobs.come(NAME, NAME, SIZE, SIZE)
    monkeypatch.setattr(workstation, "is_here", lambda spec: spec is RECOMMENDED)
    jobs.finish(NAME, PASSED)
    with qtbot.waitSignal(window.offering.looked):
        service.report(*ENGINES)
    assert offered(line) == ["Close"]


@pytest.mark.parametrize(
    ("test", "told"),
    [
        (
            EngineTest("0" * 64, "", 0.42, 5.3, FAULT),
            f"Parakeet Ultra is here. It is not used: in its test on this computer, {FAULT}.",
        ),
        (None, "Parakeet Ultra is here, but could not be tried. The engine page says why."),
    ],
)
def test_one_that_does_not_pass_its_test_says_why_it_is_not_used(
    line: ModelOffer, jobs: ScriptedModelJobs, test: EngineTest | None, told: str
) -> None:
    line.fetch.click()
    jobs.test(NAME, NAME)
    jobs.finish(NAME, replace(PASSED, test=test))
    assert (line.text.text(), offered(line)) == (told, ["Close"])


def test_one_that_has_come_and_cannot_be_used_says_why_until_that_is_closed(
    qtbot: QtBot,
    line: ModelOffer,
    window: MainWindow,
    service: ScriptedService,
    jobs: ScriptedModelJobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line.fetch.click()
    jobs.make_ready(NAME, NAME)
    jobs.examined.emit(replace(PASSED, test=None))
    monkeypatch.setattr(workstation, "is_here", lambda spec: spec is RECOMMENDED)
    jobs.fail(NAME, "Parakeet Ultra is here, but it cannot be used: onnxruntime is broken.", "Install another.")
    with qtbot.waitSignal(window.offering.looked):
        service.report(*ENGINES)
    told = "Parakeet Ultra is here, but it cannot be used: onnxruntime is broken. Install another."
    assert (line.text.text(), offered(line)) == (told, ["Close"])


def test_a_pause_keeps_what_has_come_and_it_goes_on_from_there(
    qtbot: QtBot, line: ModelOffer, jobs: ScriptedModelJobs
) -> None:
    line.fetch.click()
    jobs.come(NAME, NAME, 400_000_000, SIZE)
    wait_for_a_part(400_000_000)
    line.stop.click()
    assert not jobs.is_busy(NAME)
    qtbot.waitUntil(lambda: offered(line) == ["Continue", "Import…", "No, thanks"])
    part = "400 MB of 0.7 GB are fetched already."
    assert line.text.text() == f"Better words in 25 languages: Parakeet Ultra. {part}"
    assert line.fetch.accessibleName() == "Go on fetching Parakeet Ultra"
    line.fetch.click()
    assert jobs.asked[-1] == (NAME, FetchModel(RECOMMENDED))


def test_a_fetch_that_fails_says_why_in_the_line_and_can_be_tried_again(
    qtbot: QtBot, line: ModelOffer, window: MainWindow, service: ScriptedService, jobs: ScriptedModelJobs
) -> None:
    line.fetch.click()
    jobs.fail(NAME, "No connection to huggingface.co.", "Try again.")
    assert line.text.text() == "No connection to huggingface.co. Try again."
    assert offered(line) == ["Try again", "Import…", "No, thanks"]
    with qtbot.waitSignal(window.offering.looked):
        service.report(*ENGINES)
    assert line.text.text() == "No connection to huggingface.co. Try again.", "a report of the engines wipes it away"
    line.fetch.click()
    assert jobs.asked == [(NAME, FetchModel(RECOMMENDED))] * 2


def test_it_is_imported_from_a_folder_without_a_network(
    line: ModelOffer, window: MainWindow, jobs: ScriptedModelJobs
) -> None:
    line.take_in.click()
    dialog = window.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit("/media/stick")
    dialog.close()
    assert jobs.asked == [("import", ImportModels(Path("/media/stick")))]
    jobs.come("import", NAME, SIZE // 2, 2 * SIZE)
    assert (line.text.text(), offered(line)) == ("Parakeet Ultra: 25\u202f%", ["Cancel"])
    jobs.finish("import", PASSED)
    assert "writes down the words from now on" in line.text.text()


def test_an_import_that_fails_says_why_and_fetches_nothing_unasked(line: ModelOffer, jobs: ScriptedModelJobs) -> None:
    line.take_in.click()
    line.window().findChild(QFileDialog).close()
    line.window().offering.import_models("/media/stick")
    jobs.fail("import", "What was chosen is no model that Diarist knows.")
    assert line.text.text() == "What was chosen is no model that Diarist knows."
    assert offered(line) == ["Fetch", "Import…", "No, thanks"]


def test_one_s_own_model_is_asked_about_and_told_in_the_line_under_the_name_that_was_chosen(
    qtbot: QtBot, line: ModelOffer, window: MainWindow, jobs: ScriptedModelJobs
) -> None:
    window.offering.import_models("/media/stick")
    own = OwnTransducer(Path("/media/stick"), Path("/media/stick/encoder-model.onnx"), "ab" * 32, 660_000_000)
    jobs.find_own("import", OwnFound(own, (StandIn(PARAKEET_V3_ONNX), StandIn(RECOMMENDED))))
    qtbot.waitUntil(lambda: line.text.text() == OFFER)
    window.findChild(OwnModelDialog).take_in.click()
    assert jobs.asked[-1] == ("import", ImportModels(own.source, PARAKEET_V3_ONNX, own.sha256))
    jobs.come("import", PARAKEET_V3_ONNX.name, 330_000_000, 1_320_000_000)
    assert line.text.text() == "Parakeet v3 (ONNX): 25\u202f%"
    jobs.finish("import", replace(PASSED, spec=PARAKEET_V3_ONNX, own=True))
    assert line.text.text().startswith("Parakeet v3 (ONNX) writes down the words from now on.")


def test_an_import_that_brings_several_tells_of_the_best(line: ModelOffer, jobs: ScriptedModelJobs) -> None:
    line.window().offering.import_models("/media/stick")
    for spec in (RECOMMENDED, PARAKEET_V3_ONNX, WHISPER_BASE):
        jobs.come("import", spec.name, 1, 1)
    others = (replace(PASSED, spec=spec) for spec in (PARAKEET_V3_ONNX, WHISPER_BASE))
    jobs.finish("import", PASSED, *others)
    assert line.text.text().startswith("Parakeet Ultra writes down the words from now on.")


def test_an_import_of_something_else_leaves_the_offer(qtbot: QtBot, line: ModelOffer, jobs: ScriptedModelJobs) -> None:
    line.window().offering.import_models("/media/stick")
    jobs.finish("import")
    qtbot.waitUntil(lambda: line.text.text() == OFFER)


def test_what_the_line_fetches_the_models_page_shows_and_the_other_way_round(
    line: ModelOffer, window: MainWindow, jobs: ScriptedModelJobs
) -> None:
    line.fetch.click()
    jobs.come(NAME, NAME, SIZE // 2, SIZE)
    page = window.engine_views.models
    page.begin()
    card = page.cards[NAME]
    assert (card.work.text.text(), card.work.bar.value()) == ("333.9 MB of 667.8 MB", 500)
    card.work.cancel.click()
    assert not jobs.is_busy(NAME)
    jobs.finish(f"{NAME} again", ModelEntry(RECOMMENDED, "not installed", partial_bytes=SIZE // 2))
    card.fetch.click()
    jobs.come(NAME, NAME, SIZE // 4 * 3, SIZE)
    assert line.text.text() == "Parakeet Ultra: 500.9 MB of 667.8 MB"
    line.stop.click()
    assert not card.work.isVisible()
    page.close()


def test_who_declined_and_fetches_it_on_the_models_page_sees_the_line_again(
    line: ModelOffer, window: MainWindow, settings: QSettings, jobs: ScriptedModelJobs
) -> None:
    line.decline.click()
    page = window.engine_views.models
    page.begin()
    jobs.finish("", ModelEntry(RECOMMENDED, "not installed"))
    page.cards[NAME].fetch.click()
    jobs.come(NAME, NAME, SIZE // 2, SIZE)
    page.close()
    assert line.isVisible()
    assert not settings.contains(DECLINED)


def test_it_is_fetched_paused_and_declined_with_the_keyboard_alone(
    qtbot: QtBot, line: ModelOffer, window: MainWindow, jobs: ScriptedModelJobs
) -> None:
    window.activateWindow()
    window.bar.open.setFocus()
    for _ in range(30):
        if line.fetch.hasFocus():
            break
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert line.fetch.hasFocus()
    assert line.fetch.accessibleName() == "Fetch Parakeet Ultra"
    qtbot.keyClick(line.fetch, Qt.Key.Key_Space)
    assert window.focusWidget() is line.stop
    assert line.stop.accessibleName() == "Pause fetching Parakeet Ultra"
    qtbot.keyClick(line.stop, Qt.Key.Key_Space)
    qtbot.waitUntil(line.fetch.hasFocus)
    line.fetch.click()
    jobs.test(NAME, NAME)
    jobs.finish(NAME, PASSED)
    assert line.close_button.hasFocus()


def test_a_test_that_is_ended_on_the_models_page_ends_the_line_and_the_engines_are_looked_at(
    qtbot: QtBot,
    line: ModelOffer,
    service: ScriptedService,
    jobs: ScriptedModelJobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line.fetch.click()
    jobs.test(NAME, NAME)
    monkeypatch.setattr(workstation, "is_here", lambda spec: spec is RECOMMENDED)
    jobs.cancel(NAME)
    qtbot.waitUntil(line.isHidden)
    assert service.checks == 1


def test_reading_mode_puts_the_line_aside(line: ModelOffer, window: MainWindow) -> None:
    window.reading.turn(True)
    assert not line.isVisible()
    window.reading.turn(False)
    assert line.isVisible()


def test_a_banner_of_a_fault_has_its_own_place(line: ModelOffer, window: MainWindow, service: ScriptedService) -> None:
    service.report(engine("segmentation", reason="it is broken"))
    assert window.banner.isVisible()
    assert line.isVisible()
