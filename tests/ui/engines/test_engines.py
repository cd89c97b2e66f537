"""The chip, the banner and the page about the engines."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from scripted import ENGINES, ScriptedService, engine, transcript, turn

from desktop_app.core.models.link import Link
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.pipeline.status import EngineStatus, PassedOver
from desktop_app.core.store.settings_file import change_settings
from desktop_app.core.transcript.values import EmbeddingReport, Fallback, SourceCount
from desktop_app.jobs.messages import Failed, Progress, StatusReport
from desktop_app.ui.engines.engine_chip import EngineChip
from desktop_app.ui.engines.engine_page import EnginePage
from desktop_app.ui.engines.engine_words import (
    CHECKING,
    Verdict,
    banner,
    job_verdict,
    languages,
    languages_understood,
    understood,
    verdict,
    where,
)
from desktop_app.ui.frame.about import AboutPage
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.widgets.path_field import PathField
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.wrapping_text import WrappingText

NO_CARD = PassedOver("WeSpeaker (pyannote)", "this torch is built without CUDA", "Install another torch")
PARAKEET = replace(engine("asr", "Parakeet Ultra"), model="parakeet-ultra-onnx", languages=("de", "en", "fr"))
BROKEN = engine("embedding", "WeSpeaker", reason="the file embedding.ort has the wrong hash")


def test_the_chip_says_that_everything_is_ready_and_where_voices_go() -> None:
    assert verdict(ENGINES) == Verdict("good", "Ready", "Everything works on this computer")
    cuda = replace(ENGINES[1], device="cuda")
    assert verdict((ENGINES[0], cuda, ENGINES[2])).detail == "Everything works on this computer's graphics card"
    remote = replace(ENGINES[1], device="gpu.example:8443", note="remote")
    assert verdict((remote,)) == Verdict(
        "good", "Ready, with gpu.example:8443", "Speakers are told apart on gpu.example:8443"
    )


@pytest.mark.parametrize(
    ("device", "place"),
    [
        ("cpu", "on this computer"),
        ("cuda", "on this computer's graphics card"),
        ("gpu.example:8443", "on gpu.example:8443"),
    ],
)
def test_where_an_engine_runs_is_said_of_each_and_of_a_stand_in(device: str, place: str) -> None:
    there = replace(ENGINES[1], device=device)
    assert where(there) == f"WeSpeaker, {place}."
    said = f"WeSpeaker {place}, not WeSpeaker (pyannote): this torch is built without CUDA"
    assert verdict((replace(there, passed_over=(NO_CARD,)),)).detail == said


def test_the_form_of_a_model_stands_among_the_details_alone(qtbot: QtBot) -> None:
    prepared = replace(ENGINES[1], note="float32 by ncnn, prepared here", self_test="it took 40 ms")
    assert verdict((prepared,)) == verdict(ENGINES)
    page = EnginePage()
    qtbot.addWidget(page)
    page.show_report(StatusReport((prepared,)))
    page.show()
    for technical in ("ncnn", "40 ms", "/opt/models", "ab12", "CPU"):
        assert technical not in visible(page)
    page.details.click()
    for technical in ("Float32 by ncnn, prepared here.", "Self-test: it took 40 ms.", "ab12", "CPU"):
        assert technical in visible(page)
    page.show_report(StatusReport((prepared,)))
    assert "ncnn" in visible(page), "a new report leaves the details open"
    page.details.click()
    assert "ncnn" not in visible(page)


def visible(page: EnginePage) -> str:
    widgets = page.findChildren(QLabel) + page.findChildren(WrappingText) + page.findChildren(QPushButton)
    texts = [each.text() for each in widgets if each.isVisibleTo(page)]
    return "\n".join((*texts, *(field.path for field in page.findChildren(PathField) if field.isVisibleTo(page))))


def test_the_chip_says_how_far_the_preparation_is_until_the_engines_are_reported(
    window: MainWindow, service: ScriptedService
) -> None:
    service.progressed.emit(1, Progress(Stage.PREPARING, 0.4, 0.0, None))
    assert window.bar.chip.verdict == Verdict(
        "waiting", "Preparing 40\u202f%", "The models are prepared for this computer, once."
    )
    service.report(*ENGINES)
    service.progressed.emit(2, Progress(Stage.PREPARING, 1.0, 0.0, None))
    assert window.bar.chip.verdict == verdict(ENGINES)


def test_the_chip_says_that_something_stands_in_and_on_request_what_for_what_and_why() -> None:
    standing_in = replace(ENGINES[1], passed_over=(NO_CARD,), note="8-bit form, prepared here")
    assert verdict((ENGINES[0], standing_in, ENGINES[2])) == Verdict(
        "warning",
        "Using a stand-in",
        "WeSpeaker on this computer, not WeSpeaker (pyannote): this torch is built without CUDA",
    )
    words = replace(ENGINES[2], passed_over=(PassedOver("Parakeet", "it does not load (OSError: 12)", "Fetch it"),))
    assert verdict((ENGINES[0], ENGINES[1], words)).detail == (
        "Moonshine tiny (English) on this computer, not Parakeet: it does not load"
    )
    assert banner((ENGINES[0], standing_in, words)) == ""


FALLBACK = Fallback("torch", "CUDA ran out of memory", 12)


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (None, None),
        (EmbeddingReport((SourceCount("onnx", "cpu", 140),)), None),
        (
            EmbeddingReport((SourceCount("torch", "cuda", 128), SourceCount("onnx", "cpu", 12)), (FALLBACK,)),
            "12 of 140 segments by another engine: CUDA ran out of memory",
        ),
        (
            EmbeddingReport(
                (SourceCount("torch", "cuda", 128), SourceCount("onnx", "cpu", 10)),
                (Fallback("onnx", "it is not a number", 2), FALLBACK),
                lost=2,
            ),
            "10 of 140 segments by another engine, 2 by none: CUDA ran out of memory",
        ),
        (
            EmbeddingReport((SourceCount("torch", "cuda", 128),), (FALLBACK,), lost=12),
            "12 of 140 segments not told apart: CUDA ran out of memory",
        ),
        (
            EmbeddingReport((SourceCount("onnx", "cpu", 3),), (FALLBACK, Fallback("torch", "it took too long", 3))),
            "3 of 3 segments by another engine: CUDA ran out of memory",
        ),
    ],
    ids=["unknown", "as chosen", "some", "some, and some lost", "lost", "two reasons"],
)
def test_a_transcript_s_verdict_counts_the_segments_that_were_not_told_apart_as_chosen(
    report: EmbeddingReport | None, said: str | None
) -> None:
    now = job_verdict(report)
    assert (now and (now.level, now.detail)) == (said and ("warning", said))
    if now is not None:
        assert now.text in {"Made with a stand-in", "Needs attention"}


def test_the_chip_tells_of_the_transcript_in_view_only_while_it_is_in_view(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    service.report(*ENGINES)
    window.opening.open(recordings[:2])
    sources = (SourceCount("torch", "cuda", 128), SourceCount("onnx", "cpu", 12))
    service.finish(1, replace(transcript(turn("hello")), embedding=EmbeddingReport(sources, (FALLBACK,))))
    qtbot.waitUntil(lambda: window.bar.chip.verdict.level == "warning")
    assert window.bar.chip.text() == "Made with a stand-in"
    assert "12 of 140 segments by another engine: CUDA ran out of memory" in window.bar.chip.toolTip()
    assert "Now: Everything works on this computer" in window.bar.chip.toolTip()
    service.report(*ENGINES)
    assert window.bar.chip.verdict.level == "warning"
    window.recordings.choose(window.session.recordings[1])
    assert window.bar.chip.verdict == verdict(ENGINES)


def test_the_chip_says_what_is_missing_and_why() -> None:
    now = verdict((ENGINES[0], BROKEN, ENGINES[2]))
    assert now.text == "Needs attention"
    assert now.detail == "Speakers cannot be told apart: the file embedding.ort has the wrong hash"
    assert now.level == "warning"
    assert verdict((BROKEN,)).level == "bad"
    assert verdict(()).level == "bad"


def test_the_banner_is_there_only_while_something_is_missing() -> None:
    assert banner(ENGINES) == ""
    assert banner((BROKEN,)).endswith("Transcripts can still be opened.")


def test_the_language_is_taken_from_the_speech_model() -> None:
    assert languages(ENGINES) == "English only: Moonshine tiny"
    assert languages((PARAKEET,)) == ""
    own = replace(PARAKEET, label="Parakeet v3 (ONNX), your own", languages=("en",))
    assert languages((own,)) == "English only: Parakeet v3 (ONNX), your own"


@pytest.mark.parametrize(
    ("recogniser", "said", "names"),
    [
        (ENGINES[2], "The built-in speech model understands English.", ""),
        (PARAKEET, "Parakeet Ultra understands 3 languages.", "English, French, German"),
        (replace(PARAKEET, label="Mine", languages=("en",)), "Mine understands English.", ""),
        (engine("asr", "Parakeet Ultra"), "", ""),
    ],
)
def test_the_empty_page_says_which_languages_what_is_used_understands_and_moves_nothing(
    window: MainWindow, service: ScriptedService, recogniser: EngineStatus, said: str, names: str
) -> None:
    page = window.centre.empty
    QApplication.processEvents()
    zone = page.zone.geometry()
    assert page.understood.text().strip() == "", "nobody knows yet"
    service.report(*ENGINES[:2], recogniser)
    QApplication.processEvents()
    assert (page.understood.text().strip(), page.understood.toolTip()) == (said, names)
    assert page.zone.geometry() == zone


def test_what_cannot_be_used_understands_nothing() -> None:
    broken = replace(PARAKEET, usable=False, reason="it is broken")
    assert (understood((broken,)), languages_understood((broken,)), languages((broken,))) == ("", "", "")


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


def test_the_page_says_of_each_stand_in_what_would_have_been_preferred_and_what_to_do(page: EnginePage) -> None:
    page.show_report(StatusReport((replace(ENGINES[1], passed_over=(NO_CARD,)),)))
    assert "Used instead of WeSpeaker (pyannote): this torch is built without CUDA." in labels(page, 0)
    assert "Install another torch." in labels(page, 0)
    assert page.news.text() == "Everything works, with a stand-in."
    assert page.check.text() == "Try again"


LINKS = (
    Link("torch", ok=True, detail="2.13"),
    Link("torchaudio", ok=True, detail="2.13, not tried: nothing that is chosen needs it", tried=False),
    Link("nemo", ok=False, detail="not installed; nothing that is chosen needs it"),
    Link("models", ok=False, detail="Parakeet: not installed", cure="Fetch it with: diarist models fetch parakeet"),
)


def test_the_details_list_what_the_engines_need_with_a_cure_for_what_is_broken(page: EnginePage) -> None:
    page.show_report(StatusReport(ENGINES, LINKS, frozenset({"torch", "models"})))
    said = texts(page.facts[3])
    assert "What they need" in said
    for link in LINKS:
        assert link.name in said
        assert link.detail in said
    assert "Fetch it with: diarist models fetch parakeet. Or see to it under Models…, below." in said
    assert [dot.level for dot in page.facts[3].findChildren(StatusDot)] == ["good", "waiting", "waiting", "bad"]
    next(b for b in page.facts[3].findChildren(QPushButton) if b.text() == "Copy").click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "torch: ok: 2.13",
        "torchaudio: ok: 2.13, not tried: nothing that is chosen needs it",
        "nemo: broken: not installed; nothing that is chosen needs it",
        "models: broken: Parakeet: not installed. Fetch it with: diarist models fetch parakeet",
    ]


@pytest.mark.parametrize(("needed", "level"), [({"remote"}, "bad"), (set[str](), "warning")])
def test_not_everything_works_beside_a_remote_that_does_not_answer(
    page: EnginePage, needed: set[str], level: str
) -> None:
    broken = Link("remote", ok=False, detail="example.org has a name that is not known", cure="See that it runs.")
    page.show_report(StatusReport(ENGINES, (broken,), frozenset(needed)))
    assert page.news.text() == "Remote diarizer: see to it."
    assert page.check.text() == "Try again"
    assert "Example.org has a name that is not known." in labels(page, 3)
    assert [dot.level for dot in page.cards[3].findChildren(StatusDot)] == [level]


def labels(page: EnginePage, card: int) -> str:
    return texts(page.cards[card])


def texts(card: QWidget) -> str:
    said = card.findChildren(QLabel) + card.findChildren(WrappingText)
    return "\n".join(each.text() for each in said)


def test_the_page_says_everything_about_each_engine(page: EnginePage) -> None:
    assert "pyannote segmentation, on this computer." in labels(page, 0)
    assert "Works" in labels(page, 0).splitlines()
    assert "Finding speech: pyannote segmentation, CPU" in texts(page.facts[0])
    assert "pyannote segmentation by its authors. MIT." in labels(page, 0)
    assert "The file embedding.ort has the wrong hash." in labels(page, 1)
    assert "Mend it." in labels(page, 1)
    assert "Does not work" in labels(page, 1).splitlines()
    assert "ok" in texts(page.facts[0]).splitlines()


def test_a_path_is_cut_until_it_is_focused(qtbot: QtBot, page: EnginePage) -> None:
    page.show()
    page.details.click()
    with qtbot.waitActive(page):
        page.activateWindow()
    field = page.facts[0].findChild(PathField)
    field.resize(140, field.height())
    assert "…" in field.text()
    field.setFocus()
    assert field.text() == field.path
    assert field.selectedText() == field.path
    page.check.setFocus()
    assert "…" in field.text()


def test_a_hash_is_copied_whole(page: EnginePage) -> None:
    button = next(b for b in page.facts[0].findChildren(QPushButton) if b.text().startswith("ab12"))
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
    assert "Self-test: it took 40 ms." in texts(page.facts[0])


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
    assert window.bar.chip.verdict.text == "Ready"
    assert "English only: Moonshine tiny" in window.bar.chip.toolTip()
    window.engine_views.page.close()


def test_engines_that_could_not_be_looked_at_are_told(
    qtbot: QtBot, window: MainWindow, service: ScriptedService
) -> None:
    service.fail_check("The engine process did not start.")
    qtbot.waitUntil(window.banner.isVisible)
    assert window.bar.chip.verdict.level == "bad"


def test_settings_that_cannot_be_used_are_told_with_what_to_do(
    qtbot: QtBot, window: MainWindow, service: ScriptedService
) -> None:
    service.report(*ENGINES)
    service.fail_check(
        "The settings cannot be used: /a/settings.toml: it is not TOML.", "Mend that file, or delete it."
    )
    said = "The settings cannot be used: /a/settings.toml: it is not TOML. Mend that file, or delete it."
    qtbot.waitUntil(lambda: window.banner.text.text() == said)
    assert window.engine_views.page.failure.text() == said
    assert window.engine_views.page.cards == []


def test_a_check_shows_on_the_chip_unless_it_has_to_wait_for_a_job(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    service.report(*ENGINES)
    window.engine_views.page.check.click()
    assert window.bar.chip.verdict == CHECKING
    service.report(*ENGINES)
    window.opening.open(recordings[:1])
    service.work(1)
    qtbot.waitUntil(lambda: window.session.working() is not None)
    window.engine_views.page.check.click()
    assert window.bar.chip.verdict == verdict(ENGINES)
    assert service.checks == 2


def test_what_leaves_the_computer_is_said_everywhere_and_looked_at_again(
    window: MainWindow, service: ScriptedService
) -> None:
    page = window.engine_views.page
    assert page.privacy_sentence.text() == "No recording and no text is sent anywhere."
    change_settings({"remote.url": "https://gpu.example:8443/", "remote.allowed": True})
    service.report(*ENGINES)
    sentence = "Voices may be sent to gpu.example:8443 for telling speakers apart; no recording's name and no text is."
    assert page.privacy_sentence.text() == sentence
    assert window.centre.empty.privacy_sentence.text() == sentence
    assert window.status.privacy_sentence.text() == "Voices may be sent to gpu.example:8443"
    about = AboutPage(window)
    assert sentence in [label.text() for label in about.findChildren(QLabel)]
    about.close()
    change_settings({"remote.allowed": False})
    service.job_started.emit(1)
    assert page.privacy_sentence.text() == "No recording and no text is sent anywhere."
    assert window.status.privacy_sentence.text() == "Nothing leaves this computer"


def test_a_fetched_whisper_without_its_library_is_to_be_seen_to_unless_its_engine_tells_of_it(qtbot: QtBot) -> None:
    link = Link("whisper", ok=False, detail="faster-whisper is not installed", cure="Install what is missing")
    page = EnginePage()
    qtbot.addWidget(page)
    page.show_report(StatusReport(ENGINES, (link,)))
    page.show()
    assert "Whisper\n" in visible(page)
    assert "Faster-whisper is not installed." in visible(page)
    assert page.news.text() == "Whisper: see to it."
    whisper = engine("asr", "Whisper small", reason="its library does not load")
    page.show_report(StatusReport((*ENGINES[:2], whisper), (link,), frozenset({"whisper"})))
    assert "Faster-whisper is not installed." not in visible(page)
    assert len(page.cards) == 3


def test_a_model_for_meetings_has_a_card_of_its_own(qtbot: QtBot) -> None:
    page = EnginePage()
    qtbot.addWidget(page)
    hearing = replace(engine("meeting", "Sortformer, your own"), licence="", attribution="")
    page.show_report(StatusReport((ENGINES[0], hearing, *ENGINES[1:])))
    page.show()
    assert "Finding who speaks in meetings" in visible(page)
    assert "Sortformer, your own, on this computer." in visible(page)
    assert page.news.text() == "Everything works."
