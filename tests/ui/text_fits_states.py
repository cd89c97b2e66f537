"""The window in its states, and every dialog, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

from outputs import TIMEOUT_MS, ScriptedSystem, sound
from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from scripted import (
    ANNA,
    BEN,
    ENGINES,
    HEADSET,
    MIXER,
    MONITOR,
    STARTED,
    ScriptedLive,
    ScriptedService,
    engine,
    final,
    found,
    partial,
    transcript,
    turn,
)
from text_fits_dialogs import dialogs

from desktop_app.core.capture.values import NoticeKind, Unfinished
from desktop_app.core.known_voices.suggestions import Suggestion
from desktop_app.core.models.engine_test import EngineTest
from desktop_app.core.models.inventory import ModelEntry
from desktop_app.core.models.manifest import RECOMMENDED
from desktop_app.core.transcript.values import Span, Speaker
from desktop_app.jobs.library import Library
from desktop_app.jobs.peaks_maker import PeaksMaker
from desktop_app.jobs.playback import Playback
from desktop_app.jobs.projects import Projects
from desktop_app.jobs.services import Services
from desktop_app.ui.engines.model_words import offer_in_words
from desktop_app.ui.frame.first_tour import SEEN
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance

LONG = Speaker("S1", "Wilhelmina van der Heuvel-Østergaard", 0)
LONG_INPUT = "Monitor of Starship/Matisse HD Audio Controller Digital Stereo (IEC958), behind the desk"
WARNINGS = (
    "Track 2 of 3 is silent and was not heard; the other two were heard as one person each.",
    "The recording ends at 00:08 of 00:16: what lies behind could not be decoded.",
)
DOUBT = (
    "This sounds like Finnish; Moonshine tiny (English) knows English and writes down what that sounds like: "
    "hardly any of it will be right."
)
SAID = "They did not, to be honest. We had one crane, and whoever called first was served first."


def states(
    app: QApplication, appearance: Appearance, settings: QSettings, folder: Path
) -> Iterator[tuple[str, QWidget]]:
    """Names of states, each with the window to look at, as it opens on this screen."""
    service, live = ScriptedService(), ScriptedLive()
    projects = Projects(lambda: folder / "projects")
    playback, peaks = Playback(system=ScriptedSystem().system), PeaksMaker()
    services = Services(service, live, projects, Library([folder / "projects"]), playback, peaks)
    settings.setValue(SEEN, True)
    window = MainWindow(services, appearance, settings)
    window.show()
    yield "empty", window
    service.report(*ENGINES)
    live.unfinished_found.emit((Unfinished(folder, STARTED, 62_000),))
    yield "something to recover", window
    live.unfinished_found.emit(())
    yield from _offering(window, service)
    yield from _recordings(window, service, folder)
    yield from _playing(app, window, service, folder)
    yield from _recording(window, live)
    yield from dialogs(app, window, service)
    service.report(*ENGINES[:2], engine("asr", "Parakeet", reason="the model is not there"))
    yield "a broken engine", window
    window.live_views.live.phase = window.live_views.live.phase.IDLE
    window.hide()
    for each in (projects, playback, peaks):
        each.shutdown()


def _offering(window: MainWindow, service: ScriptedService) -> Iterator[tuple[str, QWidget]]:
    """What is offered at the foot, and everything that can come of it."""
    line, jobs, name, size = window.offering.line, service.models, RECOMMENDED.name, RECOMMENDED.size
    for part in (0, size // 2):
        line.show_offer(offer_in_words(RECOMMENDED, part), goes_on=part > 0)
        yield f"better words are offered, {part} bytes of them here", window
    line.fetch.click()
    jobs.come(name, name, size // 2, size)
    yield "better words are fetched", window
    jobs.test(name, name)
    yield "better words are tested", window
    place = "/home/wilhelmina.van.der.heuvel/.local/share/diarist/store/"
    jobs.fail(name, f"{place} has 12 MB free, and 667 MB are needed: make room on that disk.")
    yield "better words have no room", window
    for fault in (None, "of 100 known words it had 42 wrong"):
        line.fetch.click()
        tested = EngineTest("0" * 64, "", 0.42, 5.3, fault)
        jobs.finish(name, ModelEntry(RECOMMENDED, "right", "store", test=tested))
        yield f"better words are here: {fault}", window
    line.close_button.click()


def _recordings(window: MainWindow, service: ScriptedService, folder: Path) -> Iterator[tuple[str, QWidget]]:
    paths = [folder / f"{name}.wav" for name in ("Interview 07 – Harbour office", "Works council", "broken", "silent")]
    for path in paths:
        path.write_bytes(b"not really sound")
    window.opening.open(paths)
    yield "waiting", window
    service.work(1)
    yield "working", window
    turns = [turn(SAID, 9000 * number, (LONG, BEN)[number % 2], overlap=number % 3 == 0) for number in range(12)]
    service.send(1, *turns[:3], speakers=(LONG, BEN))
    yield "the first turns", window
    service.doubt(1, DOUBT)
    yield "a doubt about the language", window
    service.finish(1, replace(transcript(*turns, speakers=(LONG, BEN)), warnings=WARNINGS), b"voices")
    yield "finished", window
    window.centre.view.warnings.put_away.emit()
    yield "finished, without its warnings", window
    better = replace(engine("asr", RECOMMENDED.label), model=RECOMMENDED.name)
    service.report(*ENGINES[:2], better)
    yield "finished, and could be better", window
    service.report(*ENGINES)
    window.tour.begin()
    for step in range(5):
        yield f"first steps, {step + 1}", window.tour.card
        window.tour.card.next_asked.emit()
    window.actions_.palette.trigger()
    yield "the commands", window.commands
    window.commands.field.setText("no such thing")
    yield "no command", window.commands
    window.commands.leave()
    window.reading.turn(True)
    yield "reading", window
    window.viewing.choice.step_size(9)
    yield "reading the largest letters", window
    window.viewing.choice.reset_size()
    window.reading.leave()
    window.bar.search.setText("crane")
    yield "searching", window
    window.bar.search.setText("elephant")
    yield "searching in vain", window
    yield from _replacing(window)
    window.bar.search.clear()
    window.speakers.cards[0].name.edit()
    window.speakers.cards[0].name.field.clear()
    yield "naming", window
    window.speakers.cards[0].name.field.escaped.emit()
    window.speakers.cards[1].renamed.emit(BEN.id, LONG.name)
    yield "two of one name", window
    window.recordings.choose(window.session.recordings[0])
    window.actions_.first_draft.trigger()
    yield "beside the first draft", window
    window.actions_.first_draft.trigger()
    window.speakers.show_suggestions({BEN.id: Suggestion(LONG.name, 0.7, 0.92)})
    yield "a suggestion", window
    window.speakers.show_suggestions({})
    service.fail(3, "broken.wav cannot be read: it is not a sound file.", "Open another one.")
    service.finish(4, transcript())
    for recording in window.session.recordings:
        window.recordings.choose(recording)
        yield f"{recording.name} chosen", window
    window.recordings.choose(window.session.recordings[0])


def _replacing(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.finding.begin_replacing()
    yield "replacing in vain", window
    bar = window.centre.view.replace_bar
    bar.choices.whose()[1].trigger()
    bar.choices.pattern.setChecked(True)
    window.bar.search.setText("(crane")
    bar.tell("Replaced in 12,345 places and 3 names.")
    yield "replacing by what is no expression", window
    bar.choices.pattern.setChecked(False)
    bar.choices.whose()[0].trigger()
    window.finding.leave()


def _playing(
    app: QApplication, window: MainWindow, service: ScriptedService, folder: Path
) -> Iterator[tuple[str, QWidget]]:
    """A recording with a sound and twenty speakers."""
    window.opening.open([sound(folder / "panel.wav")])
    played = window.session.recordings[0]
    crowd = [LONG, *(Speaker(f"S{number}", f"Guest number {number}", number) for number in range(2, 21))]
    turns = [turn(SAID, 1000 * number, each) for number, each in enumerate(crowd)]
    service.finish(len(service.submitted), transcript(*turns, speakers=tuple(crowd)))
    window.recordings.choose(played)
    listening, panel = window.playing.listening, window.playing.panel
    _wait(app, lambda: listening.duration_ms > 0 and panel.waveform.lanes is not None)
    listening.seek(6100)
    yield "a player with twenty lanes", window
    listening.set_speed(0.75)
    listening.follow(False)
    listening.set_loop(Span(5000, 9000))
    panel.transport.show_note("There is no output to play on. Plug in headphones or loudspeakers.")
    yield "a player that is at work", window
    window.playing.views.fold_lanes(True)
    yield "a player without its lanes", window
    window.playing.views.fold_lanes(False)
    listening.follow(True)
    listening.set_speed(1.0)


def _wait(app: QApplication, holds: Callable[[], bool]) -> None:
    """For what other threads say; only a fault takes so long."""
    until_s = monotonic() + TIMEOUT_MS / 1000
    while not holds() and monotonic() < until_s:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)


def _recording(window: MainWindow, live: ScriptedLive) -> Iterator[tuple[str, QWidget]]:
    window.live_views.record_or_stop()
    yield "nothing to record", window
    live.list(HEADSET, MIXER, MONITOR, replace(MONITOR, id="pulse:long", name=LONG_INPUT))
    live.room(10)
    live.level()
    yield "what to record", window
    boxes = window.live_views.panel.choice
    boxes.device.setCurrentIndex(boxes.device.count() - 1)
    yield "an input with a long name", window
    boxes.device.setCurrentIndex(0)
    window.live_views.live.record(window.live_views.panel.choice.source)
    yield "about to record", window
    live.begin()
    live.say(found(ANNA), found(BEN), final(1, SAID), partial(2, "and then we", 9000, BEN, 1))
    live.level(at_ms=11_000)
    live.room(10)
    yield "recording", window
    live.room(0.2)
    live.notice(NoticeKind.LITTLE_ROOM, "The disk is nearly full.")
    live.lag(20_000)
    yield "recording with trouble", window
    live.pause()
    yield "paused", window
    window.live_views.toggle_captions()
    yield "captions", window.live_views.captions
    window.live_views.toggle_captions()
    live.resume()
