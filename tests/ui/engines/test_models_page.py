"""The models page: what there is, and what can be done about it."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from scripted import ScriptedModelJobs, ScriptedService, menu_action

from desktop_app.core.models.inventory import ModelEntry, examine
from desktop_app.core.models.manifest import MODELS, MOONSHINE_TINY_EN, PARAKEET, PARAKEET_ULTRA, PARAKEET_V3_ONNX
from desktop_app.core.models.model_spec import ModelFile
from desktop_app.core.models.model_store import store_folder
from desktop_app.core.models.own_transducer import OwnTransducer, StandIn
from desktop_app.jobs.messages import ExamineModels, FetchModel, ImportModels, OwnFound, RemoveModel
from desktop_app.jobs.model_jobs import PROCESS, ModelJobs
from desktop_app.ui.engines.model_card import ModelCard
from desktop_app.ui.engines.models_page import ModelsPage
from desktop_app.ui.engines.own_model_dialog import OwnModelDialog
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.widgets.path_field import PathField
from desktop_app.ui.widgets.wrapping_text import WrappingText

sys.path.append(str(Path(__file__).parents[2] / "core"))  # for when these tests run alone
from models.loopback_hub import Hub, serving
from models.scripted_models import ADDRESS, CONTENT, SMALL

NAME = PARAKEET.name
TIMEOUT_MS = 60_000
NOT_HERE = ModelEntry(PARAKEET, "not installed", hint="Fetch it with: diarist models fetch parakeet")
HERE = ModelEntry(
    PARAKEET,
    "right",
    "store",
    tuple(ModelFile(f"/store/{file.name}", file.size, file.sha256, "ok") for file in PARAKEET.files),
)
OWN = OwnTransducer(
    Path("/media/stick"), Path("/media/stick/tuned/encoder-model.onnx"), "0123456789abcdef" * 4, 660_000_000
)
WRONG = replace(HERE, state="wrong", reason="/store/parakeet.nemo has the wrong hash", hint="Fetch it anew with: …")


@pytest.fixture(autouse=True)
def _usual_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_ENDPOINT", raising=False)


@pytest.fixture
def jobs() -> ScriptedModelJobs:
    return ScriptedModelJobs()


@pytest.fixture
def page(qtbot: QtBot, jobs: ScriptedModelJobs) -> ModelsPage:
    made = ModelsPage(jobs)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.begin()
        made.activateWindow()
    return made


@pytest.fixture
def card(page: ModelsPage, jobs: ScriptedModelJobs) -> ModelCard:
    """Parakeet's, which is not here."""
    jobs.finish("", NOT_HERE)
    return page.cards[NAME]


def said(card: ModelCard) -> str:
    """Everything the card says at the moment."""
    said = card.findChildren(WrappingText) + card.findChildren(QLabel)
    return "\n".join(each.text() for each in said if each.isVisibleTo(card))


def offered(card: ModelCard) -> list[str]:
    """The buttons that can be pressed."""
    buttons = (card.work.cancel, card.remove, card.verify, card.fetch)
    return [button.text() for button in buttons if button.isVisibleTo(card)]


def answer(page: ModelsPage, text: str) -> str:
    """Answer the question that is asked, and say which it was."""
    box = next(box for box in page.findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.findChildren(QPushButton) if button.text() == text).click()
    return box.text()


def test_opening_looks_at_every_model_and_fetches_none(page: ModelsPage, jobs: ScriptedModelJobs) -> None:
    ((key, request),) = jobs.asked
    assert key == ""
    assert isinstance(request, ExamineModels)
    assert set(request.specs) == set(MODELS)
    assert [offered(card) for card in page.cards.values()] == [[]] * len(MODELS)


def test_a_model_that_is_not_here_says_from_where_how_large_and_under_which_licence(card: ModelCard) -> None:
    assert "From huggingface.co/nvidia/parakeet-tdt-0.6b-v3: 2.5 GB, licence CC-BY-4.0." in said(card)
    assert "Writes down the words, in 25 languages, on torch." in said(card)
    assert card.state.text() == "not installed"
    assert offered(card) == ["Fetch"]


def test_another_hub_in_the_environment_is_named(
    page: ModelsPage, jobs: ScriptedModelJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "https://hub.example:8443/")
    jobs.finish("", NOT_HERE)
    assert "From hub.example:8443/nvidia/parakeet-tdt-0.6b-v3" in said(page.cards[NAME])


def test_a_model_of_words_says_which_languages_it_knows(page: ModelsPage) -> None:
    said_of = {name: each.languages.text() for name, each in page.cards.items() if each.languages.text()}
    assert said_of["moonshine-tiny-en"] == "Languages: English."
    assert said_of["parakeet-ultra-onnx"].startswith("Languages: Bulgarian, Croatian, Czech,")
    assert said_of["whisper-small"].startswith("Languages: 99, those of Parakeet and also Arabic, Chinese, Hebrew,")
    assert "silero-vad" not in said_of


def test_a_model_that_is_here_says_where_and_offers_no_fetch(card: ModelCard, jobs: ScriptedModelJobs) -> None:
    jobs.examined.emit(HERE)
    assert card.state.text() == "in order, in Diarist's store"
    assert "huggingface.co" not in said(card)
    assert offered(card) == ["Remove…", "Verify"]


def test_a_carried_model_can_only_be_verified(page: ModelsPage, jobs: ScriptedModelJobs) -> None:
    jobs.finish("", examine(MOONSHINE_TINY_EN))
    card = page.cards[MOONSHINE_TINY_EN.name]
    assert card.state.text() == "in order, came with Diarist"
    assert offered(card) == ["Verify"]


def test_a_model_with_wrong_bytes_says_which_and_what_to_do(card: ModelCard, jobs: ScriptedModelJobs) -> None:
    jobs.examined.emit(WRONG)
    assert "/store/parakeet.nemo has the wrong hash." in said(card)
    assert "Fetch it again, or remove it." in said(card)
    assert offered(card) == ["Remove…", "Verify", "Fetch"]


def test_a_fetch_shows_its_bytes_and_ends_with_a_check_of_the_engines(
    qtbot: QtBot, page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs
) -> None:
    card.fetch.click()
    assert jobs.asked[-1] == (NAME, FetchModel(PARAKEET))
    assert offered(card) == ["Cancel"]
    jobs.come(NAME, NAME, PARAKEET.size // 2, PARAKEET.size)
    assert card.work.text.text() == "1.3 GB of 2.5 GB"
    assert card.work.bar.value() == 500
    jobs.come(NAME, NAME, PARAKEET.size, PARAKEET.size)
    assert card.work.text.text() == "Checking every byte…"
    with qtbot.waitSignal(jobs.changed):
        jobs.finish(NAME, HERE)
    assert offered(card) == ["Remove…", "Verify"]


def test_a_cancelled_fetch_can_be_continued(page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs) -> None:
    card.fetch.click()
    card.work.cancel.click()
    key, request = jobs.asked[-1]
    assert request == ExamineModels((PARAKEET,))
    jobs.finish(key, replace(NOT_HERE, partial_bytes=1_200_000_000))
    assert "1.2 GB of 2.5 GB are fetched already." in said(card)
    assert offered(card) == ["Discard…", "Continue"]
    assert card.fetch.accessibleName() == "Go on fetching Parakeet"
    assert card.remove.accessibleName() == "Discard what was fetched of Parakeet"
    card.fetch.click()
    assert jobs.asked[-1] == (NAME, FetchModel(PARAKEET))


def test_a_fetch_that_fails_says_why_in_place_until_the_next_try(
    qtbot: QtBot, page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs
) -> None:
    card.fetch.click()
    with qtbot.assertNotEmitted(jobs.changed):
        jobs.fail(NAME, "The disk is full.", "Make room.")
        jobs.finish(jobs.asked[-1][0], replace(NOT_HERE, partial_bytes=7))
    assert "The disk is full. Make room." in said(card)
    assert offered(card) == ["Discard…", "Continue"]
    card.fetch.click()
    assert "The disk is full." not in said(card)


def test_a_verified_model_says_so(page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs) -> None:
    jobs.examined.emit(HERE)
    card.verify.click()
    assert card.work.text.text() == "Reading every byte…"
    jobs.finish(NAME, HERE)
    assert "Every byte was read just now, and is right." in said(card)
    card.verify.click()
    jobs.finish(NAME, WRONG)
    assert "Every byte was read just now" not in said(card)


@pytest.mark.parametrize(
    ("entry", "yes", "asked", "even_own"),
    [
        (HERE, "Remove", "Remove Parakeet? It can be fetched again: 2.5 GB.", False),
        (replace(HERE, own=True), "Remove", "This Parakeet is your own: it cannot be fetched again. Remove it?", True),
        (
            ModelEntry(PARAKEET, "wrong", reason="record.json cannot be read"),
            "Remove",
            "This Parakeet may be your own, which cannot be fetched again. Remove it?",
            True,
        ),
        (
            replace(NOT_HERE, partial_bytes=1_200_000_000),
            "Discard",
            "1.2 GB of Parakeet are fetched already. Discard them?",
            False,
        ),
    ],
    ids=["published", "own", "nobody knows whose", "a part"],
)
def test_removing_asks_first_and_says_what_is_lost(
    qtbot: QtBot,
    page: ModelsPage,
    card: ModelCard,
    jobs: ScriptedModelJobs,
    entry: ModelEntry,
    yes: str,
    asked: str,
    even_own: bool,
) -> None:
    jobs.examined.emit(entry)
    before = list(jobs.asked)
    card.remove.click()
    assert answer(page, "Keep") == asked
    assert jobs.asked == before
    QApplication.sendPostedEvents(None, 0)
    card.remove.click()
    assert answer(page, yes) == asked
    assert jobs.asked[-1] == (NAME, RemoveModel(PARAKEET, even_own))
    with qtbot.waitSignal(jobs.changed):
        jobs.finish(NAME, NOT_HERE)


def test_an_import_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs
) -> None:
    page.import_file.click()
    dialog = page.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit("/media/stick/parakeet.nemo")
    dialog.close()
    key, request = jobs.asked[-1]
    assert request == ImportModels(Path("/media/stick/parakeet.nemo"))
    assert not page.import_file.isEnabled()
    jobs.come(key, NAME, PARAKEET.size // 2, 2 * PARAKEET.size)
    assert page.import_work.text.text() == "Parakeet: 25\u202f%"
    page.import_work.cancel.click()
    assert not page.import_work.isVisible()
    assert page.import_folder.isEnabled()
    page.import_models("/media/stick")
    with qtbot.waitSignal(jobs.changed):
        jobs.finish("import", HERE)
    assert card.state.text() == "in order, in Diarist's store"


def ask_about_own(qtbot: QtBot, page: ModelsPage, jobs: ScriptedModelJobs, *stand_ins: StandIn) -> OwnModelDialog:
    page.import_models("/media/stick")
    jobs.find_own("import", OwnFound(OWN, stand_ins))
    dialog = page.findChild(OwnModelDialog)
    qtbot.waitExposed(dialog)
    return dialog


def test_what_may_be_one_s_own_is_asked_about_with_its_whole_hash_and_enter_takes_nothing_in(
    qtbot: QtBot, page: ModelsPage, jobs: ScriptedModelJobs
) -> None:
    dialog = ask_about_own(qtbot, page, jobs, StandIn(PARAKEET_V3_ONNX), StandIn(PARAKEET_ULTRA))
    asked = list(jobs.asked)
    assert "/media/stick/tuned" in dialog.what.text()
    assert (dialog.size_line.text(), dialog.hash_line.text()) == ("660.0 MB", OWN.sha256)
    assert dialog.hash_line.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert dialog.hash_line.document().size().width() <= dialog.hash_line.viewport().width()
    assert not page.error.isVisible()
    assert not page.import_work.isVisible()
    assert dialog.focusWidget() is dialog.cancel
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert jobs.asked == asked


def test_one_s_own_comes_in_the_place_that_is_chosen_with_the_hash_that_was_shown(
    qtbot: QtBot, page: ModelsPage, jobs: ScriptedModelJobs
) -> None:
    dialog = ask_about_own(
        qtbot, page, jobs, StandIn(PARAKEET_V3_ONNX), StandIn(PARAKEET_ULTRA, is_here=True, is_own=True)
    )
    dialog.place.setCurrentIndex(1)
    assert not dialog.take_in.isEnabled(), "what is one's own is removed first, by hand"
    assert "Remove that first" in dialog.consequence.text()
    dialog.place.setCurrentIndex(0)
    dialog.take_in.click()
    assert jobs.asked[-1] == ("import", ImportModels(Path("/media/stick"), PARAKEET_V3_ONNX, OWN.sha256))
    assert page.import_work.text.text() == "Looking which models these are…"
    jobs.make_ready("import", PARAKEET_V3_ONNX.name, 0.4)
    assert page.import_work.text.text() == "Parakeet v3 (ONNX): Making it ready for this computer… 40\u202f%"
    assert page.import_work.bar.value() == 400


def test_what_would_be_replaced_is_told(qtbot: QtBot, page: ModelsPage, jobs: ScriptedModelJobs) -> None:
    dialog = ask_about_own(qtbot, page, jobs, StandIn(PARAKEET_ULTRA, is_here=True))
    assert dialog.consequence.text().startswith("It replaces the Parakeet Ultra that is here. ")
    assert dialog.take_in.isEnabled()


def test_what_was_asked_for_elsewhere_is_not_asked_about_here(page: ModelsPage, jobs: ScriptedModelJobs) -> None:
    jobs.ask("import", ImportModels(Path("/media/stick")))
    jobs.find_own("import", OwnFound(OWN, (StandIn(PARAKEET_ULTRA),)))
    assert page.findChild(OwnModelDialog) is None


def test_making_a_model_ready_and_testing_it_are_shown_and_can_be_cancelled(
    qtbot: QtBot, page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs
) -> None:
    card.fetch.click()
    jobs.come(NAME, NAME, PARAKEET.size, PARAKEET.size)
    jobs.make_ready(NAME, NAME, 0.4)
    assert card.work.text.text() == "Making it ready for this computer… 40\u202f%"
    assert card.work.bar.value() == 400
    jobs.test(NAME, NAME, 0.25)
    assert card.work.text.text() == "Testing it on known words… 25\u202f%"
    assert offered(card) == ["Cancel"]
    with qtbot.waitSignal(jobs.changed):
        card.work.cancel.click()
    assert not jobs.is_busy(NAME)


def test_an_import_that_fails_says_why(page: ModelsPage, jobs: ScriptedModelJobs) -> None:
    page.import_models("/media/stick")
    jobs.fail("import", "What was chosen is no model that Diarist knows.", "diarist models import FILE")
    assert page.error.isVisible()
    assert page.error.text() == "What was chosen is no model that Diarist knows. diarist models import FILE"
    page.import_models("/media/stick")
    assert not page.error.isVisible()


def test_a_page_that_is_closed_and_opened_again_looks_again_but_not_at_what_is_at_work(
    page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs
) -> None:
    card.fetch.click()
    page.close()
    jobs.come(NAME, NAME, 1000, PARAKEET.size)
    page.begin()
    _, request = jobs.asked[-1]
    assert isinstance(request, ExamineModels)
    assert set(request.specs) == set(MODELS) - {PARAKEET}
    assert offered(card) == ["Cancel"]


def test_a_model_is_fetched_with_the_keyboard_alone(
    qtbot: QtBot, page: ModelsPage, card: ModelCard, jobs: ScriptedModelJobs
) -> None:
    steps = 0
    while page.focusWidget() is not card.fetch:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        steps += 1
        assert steps < 30
    assert card.fetch.accessibleName() == "Fetch Parakeet"
    qtbot.keyClick(card.fetch, Qt.Key.Key_Space)
    assert jobs.asked[-1] == (NAME, FetchModel(PARAKEET))
    card.work.cancel.setFocus()
    qtbot.keyClick(card.work.cancel, Qt.Key.Key_Space)
    assert page.focusWidget() is card.fetch


def test_the_page_is_reached_from_the_menu_and_the_engine_page_and_a_change_checks_the_engines(
    window: MainWindow, service: ScriptedService
) -> None:
    models = window.engine_views.models
    menu_action(window, "Models…").trigger()
    assert models.isVisible()
    assert str(store_folder()) in "\n".join(each.text() for each in models.findChildren(WrappingText))
    models.close()
    window.engine_views.show_page()
    window.engine_views.page.models.click()
    assert models.isVisible()
    service.models.changed.emit()
    assert service.checks == 1
    models.close()
    window.engine_views.page.close()


# With a real process, and a hub on this machine.


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, _usual_hub: None) -> Iterator[Hub]:
    for name in ("HF_TOKEN", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(Hub({ADDRESS: CONTENT})) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        yield running


def test_a_model_is_really_fetched_interrupted_continued_and_removed(qtbot: QtBot, hub: Hub) -> None:
    jobs = ModelJobs()
    page = ModelsPage(jobs, models=(SMALL,))
    qtbot.addWidget(page)
    page.begin()
    card = page.cards["small"]
    qtbot.waitUntil(lambda: offered(card) == ["Fetch"], timeout=TIMEOUT_MS)
    hub.hold = True
    card.fetch.click()
    qtbot.waitUntil(lambda: card.work.bar.value() > 0, timeout=TIMEOUT_MS)
    card.work.cancel.click()
    qtbot.waitUntil(lambda: offered(card) == ["Discard…", "Continue"], timeout=TIMEOUT_MS)
    hub.hold = False
    hub.go_on.set()
    with qtbot.waitSignal(jobs.changed, timeout=TIMEOUT_MS):
        card.fetch.click()
    assert card.state.text() == "in order, in Diarist's store"
    card.remove.click()
    with qtbot.waitSignal(jobs.changed, timeout=TIMEOUT_MS):
        answer(page, "Remove")
    assert card.state.text() == "not installed"
    jobs.shutdown()
    assert [child for child in active_children() if child.name == PROCESS] == []


def test_fetching_hands_the_keyboard_to_its_own_cancel_and_back(
    qtbot: QtBot, page: ModelsPage, jobs: ScriptedModelJobs
) -> None:
    jobs.finish("", *(ModelEntry(card.spec, "not installed") for card in page.cards.values() if card.spec.hub))
    card = page.cards[NAME]
    card.fetch.setFocus()
    qtbot.keyClick(card.fetch, Qt.Key.Key_Space)
    assert page.focusWidget() is card.work.cancel
    assert [key for key, _ in jobs.asked] == ["", NAME]
    qtbot.keyClick(card.work.cancel, Qt.Key.Key_Space)
    assert page.focusWidget() is card.fetch


def test_paths_and_hashes_stand_behind_details(page: ModelsPage, jobs: ScriptedModelJobs) -> None:
    jobs.finish("", HERE)
    card = page.cards[NAME]
    (path, *_), button = card.findChildren(PathField), card.details
    assert not path.isVisible()
    button.click()
    assert path.isVisible()
    jobs.examined.emit(HERE)
    assert any(each.isVisible() for each in card.findChildren(PathField)), "a new look leaves the details open"
    button.click()
    assert not any(each.isVisible() for each in card.findChildren(PathField))
