"""What recordings are queued with, and what is written as they are done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, transcript, turn

from desktop_app.core.export.preset import Preset, keep_presets
from desktop_app.core.export.registry import format_for
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.opening import open_project
from desktop_app.core.store.settings import AsrEngine, QueueSettings
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.queue.queue_page import QueuePage
from desktop_app.ui.widgets.tick_box import TickBox

HELLO = transcript(turn("hello there"))


@pytest.fixture
def page(window: MainWindow) -> QueuePage:
    window.actions_.queue.trigger()
    return window.queueing.page


def choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentText() != text:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before, f"no {text}"


def tick(qtbot: QtBot, box: TickBox, *labels: str) -> None:
    """Tick these, or take their ticks away, in a menu that stays open."""
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.choices.isVisible()
    for label in labels:
        (action,) = (each for each in box.choices.actions() if each.text() == label)
        qtbot.mouseClick(box.choices, Qt.MouseButton.LeftButton, pos=box.choices.actionGeometry(action).center())
        assert box.choices.isVisible()
    qtbot.keyClick(box.choices, Qt.Key.Key_Escape)


def states(page: QueuePage) -> list[str]:
    model = page.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def run(qtbot: QtBot, window: MainWindow, service: ScriptedService, *jobs: int) -> None:
    with qtbot.waitSignal(window.queueing.queue.ran_out):
        for job in jobs:
            service.work(job)
            service.finish(job, HELLO)


def test_what_is_chosen_goes_with_what_is_queued_from_then_on_and_is_kept(
    qtbot: QtBot,
    page: QueuePage,
    window: MainWindow,
    service: ScriptedService,
    recordings: list[Path],
    make_window: Callable[[], MainWindow],
) -> None:
    window.opening.open(recordings[:1])
    choose(qtbot, page.defaults.language, "German")
    choose(qtbot, page.defaults.engine, "Whisper (100 languages, no captions)")
    choose(qtbot, page.defaults.speakers, "2 speakers")
    tick(qtbot, page.defaults.export, "SubRip subtitles")
    window.opening.open(recordings[1:2])
    assert [options for _, options in service.submitted] == [JobOptions(), JobOptions(2, 2, language="de")]
    assert service.engines == [None, AsrEngine.WHISPER]
    assert window.recordings.language.currentText() == "German"
    assert window.recordings.speaker_count.currentText() == "2 speakers"
    assert load_settings().queue == QueueSettings("whisper", 2, ("srt",))
    later = make_window()
    assert later.session.options == JobOptions(2, 2, language="de")
    later.opening.open(recordings[2:])
    assert service.engines[-1] is AsrEngine.WHISPER


def test_the_page_shows_what_was_chosen_elsewhere(window: MainWindow) -> None:
    change_settings({"queue.export": ("txt", "rttm"), "queue.engine": "moonshine"})
    window.queueing.show_page()
    defaults = window.queueing.page.defaults
    labels = f"{format_for('txt').label}, {format_for('rttm').label}"
    assert defaults.export.accessibleDescription() == labels
    assert defaults.engine.currentText() == "Moonshine (English)"


def test_several_formats_and_presets_are_chosen_and_still_ticked_in_another_life(
    qtbot: QtBot, page: QueuePage, make_window: Callable[[], MainWindow]
) -> None:
    keep_presets([Preset("Mine & yours", (format_for("txt"),))])
    page.close()
    change_settings({"queue.export": ("Gone", "srt")})
    later = make_window()
    later.show()
    later.queueing.show_page()
    box = later.queueing.page.defaults.export
    assert box.accessibleDescription() == "SubRip subtitles, Gone"
    tick(qtbot, box, "Mine && yours", "Gone", "WebVTT subtitles")
    assert load_settings().queue.export == ("srt", "vtt", "Mine & yours")
    assert box.text() == "3 formats and presets"
    tick(qtbot, box, "Mine && yours", "WebVTT subtitles", "SubRip subtitles")
    assert load_settings().queue.export == ()
    assert box.text() == "Nothing"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    box.choices.setActiveAction(box.choices.actions()[0])
    qtbot.keyClick(box.choices, Qt.Key.Key_Space)
    assert load_settings().queue.export == (box.choices.actions()[0].data(),)
    assert box.choices.isVisible()
    qtbot.keyClick(box.choices, Qt.Key.Key_Escape)


def test_settings_that_cannot_be_written_are_told(qtbot: QtBot, page: QueuePage) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("nonsense")
    tick(qtbot, page.defaults.export, "SubRip subtitles")
    assert "it is not TOML" in page.error.text()
    assert page.error.isVisible()


def test_formats_and_presets_are_written_beside_each_recording(
    qtbot: QtBot, window: MainWindow, page: QueuePage, service: ScriptedService, recordings: list[Path]
) -> None:
    keep_presets([Preset("Mine", (format_for("txt"), format_for("rttm")))])
    change_settings({"queue.export": ("Mine", "srt")})
    window.queueing.take_up()
    window.opening.open(recordings[:2])
    run(qtbot, window, service, 1, 2)
    folder = recordings[0].parent
    assert "hello there" in (folder / "first.txt").read_text()
    assert all((folder / f"{name}.{ending}").exists() for name in ("first", "second") for ending in ("rttm", "srt"))
    assert states(page) == [f"Done · written: {name}.txt, {name}.rttm, {name}.srt" for name in ("first", "second")]
    qtbot.waitUntil(lambda: page.line.text().startswith("2 done in"))


def test_an_export_that_fails_is_told_in_the_row_and_the_rest_goes_on(
    qtbot: QtBot, window: MainWindow, page: QueuePage, service: ScriptedService, recordings: list[Path]
) -> None:
    change_settings({"queue.export": ("Gone",)})
    window.queueing.take_up()
    window.opening.open(recordings[:1])
    change_settings({"queue.export": ("srt",)})
    window.queueing.take_up()
    window.opening.open(recordings[1:2])
    run(qtbot, window, service, 1, 2)
    assert states(page) == [
        "Done · not exported: there is no preset and no format that is called Gone",
        "Done · written: second.srt",
    ]
    qtbot.waitUntil(lambda: page.line.text().startswith("2 done, 1 not exported in"))


def test_what_it_was_queued_with_lies_in_its_project_until_it_is_done(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    change_settings({"queue.export": ("srt",), "queue.engine": "whisper"})
    window.queueing.take_up()
    first = window.opening.open(recordings[:1])
    qtbot.waitUntil(lambda: first.project is not None)
    with open_project(first.project, read_only=True) as project:
        assert project.facts.reading.view["queue"] == {"engine": "whisper", "export": ["srt"]}
    run(qtbot, window, service, 1)
    qtbot.waitUntil(lambda: first.saved)
    assert first.notes.all == {}
    window.session.transcribing.hear_again(first)
    assert service.engines == [AsrEngine.WHISPER, None]
