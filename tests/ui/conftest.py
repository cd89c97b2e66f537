"""A window on a scripted service, with settings of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from known_ring import CountingRing
from outputs import ScriptedSystem
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, ScriptedLive, ScriptedService, found, transcript

from desktop_app.jobs.library import Library
from desktop_app.jobs.peaks_maker import PeaksMaker
from desktop_app.jobs.playback import Playback
from desktop_app.jobs.projects import Projects
from desktop_app.jobs.services import Services
from desktop_app.ui.frame.first_tour import SEEN
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance
from desktop_app.ui.look.theme import LIGHT, palette
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.live_session import Phase
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session
from desktop_app.ui.transcript.transcript_text import TranscriptText


def pytest_itemcollected(item: pytest.Item) -> None:
    # Qt's platform without a screen says this of menus, and of windows that have a smallest size or come to the front.
    unsupported = r"This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)"
    item.add_marker(pytest.mark.qt_log_ignore(unsupported))


@pytest.fixture
def text(qtbot: QtBot) -> TranscriptText:
    made = TranscriptText()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def document(text: TranscriptText) -> Document:
    """Of a recording that is being made, shown in the text."""
    made = Document(transcript(), text)
    made.begin_live()
    for speaker in (ANNA, BEN, CLEO):
        made.hear(found(speaker))
    text.show_document(made)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Of somebody who has seen the first steps."""
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made.setValue(SEEN, True)
    return made


@pytest.fixture
def appearance(qapp: QApplication, settings: QSettings) -> Iterator[Appearance]:
    made = Appearance(qapp, settings)
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows that outlive their sheet crash under the next one
    qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def _garbage_at_home(garbage_at_home: None) -> None:
    """Threads play and make waveforms here."""


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    qapp.setPalette(palette(LIGHT))


@pytest.fixture
def service() -> ScriptedService:
    return ScriptedService()


@pytest.fixture
def live() -> ScriptedLive:
    return ScriptedLive()


@pytest.fixture
def projects(qapp: QApplication, tmp_path: Path) -> Iterator[Projects]:
    made = Projects(lambda: tmp_path / "projects")
    yield made
    made.shutdown()


@pytest.fixture
def keeper(projects: Projects) -> ProjectKeeper:
    return ProjectKeeper(projects)


@pytest.fixture
def session(service: ScriptedService, keeper: ProjectKeeper) -> Session:
    return Session(service, keeper)


@pytest.fixture
def library(qapp: QApplication, tmp_path: Path) -> Iterator[Library]:
    made = Library([tmp_path / "projects"])
    yield made
    made.shutdown()


@pytest.fixture
def output() -> ScriptedSystem:
    return ScriptedSystem()


@pytest.fixture
def playback(qapp: QApplication, output: ScriptedSystem) -> Iterator[Playback]:
    made = Playback(system=output.system)
    yield made
    made.shutdown()


@pytest.fixture
def peaks_maker(qapp: QApplication) -> Iterator[PeaksMaker]:
    made = PeaksMaker()
    yield made
    made.shutdown()


@pytest.fixture
def services(
    service: ScriptedService,
    live: ScriptedLive,
    projects: Projects,
    library: Library,
    playback: Playback,
    peaks_maker: PeaksMaker,
) -> Services:
    return Services(service, live, projects, library, playback, peaks_maker)


@pytest.fixture
def make_window(
    qtbot: QtBot, services: Services, appearance: Appearance, settings: QSettings
) -> Callable[[], MainWindow]:
    def make() -> MainWindow:
        made = MainWindow(services, appearance, settings)
        qtbot.addWidget(made, before_close_func=_let_go)
        return made

    return make


@pytest.fixture
def window(qtbot: QtBot, make_window: Callable[[], MainWindow]) -> MainWindow:
    made = make_window()
    with qtbot.waitExposed(made):
        made.show()
    made.resize(1280, 800)  # however small the screen is that tests run on
    return made


@pytest.fixture
def ring() -> Iterator[CountingRing]:
    """A key ring in memory, instead of this computer's."""
    before, memory = keyring.get_keyring(), CountingRing()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def recordings(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "recordings"
    folder.mkdir()
    paths = [folder / name for name in ("first.wav", "second.mp3", "third.m4a")]
    for path in paths:
        path.write_bytes(b"not really sound")
    return paths


def _let_go(window: MainWindow) -> None:
    """Nothing is asked when the window is closed."""
    window.live_views.live.phase = Phase.IDLE
    for recording in window.session.recordings:
        recording.saved = True
        recording.enter(State.DONE)
