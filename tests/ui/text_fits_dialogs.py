"""Every dialog and question, as it opens and with all that can come into it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from scripted import ENGINES, ScriptedModelJobs, ScriptedService

from desktop_app.core.editing.replacing import WordPlace
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.known_voices.known_people import KnownPeople
from desktop_app.core.known_voices.person import Person
from desktop_app.core.models.inventory import ModelEntry
from desktop_app.core.models.link import Link
from desktop_app.core.models.manifest import CARRIED, PARAKEET, PARAKEET_ULTRA, PARAKEET_V3_ONNX, WESPEAKER_CHECKPOINT
from desktop_app.core.models.model_spec import ModelFile
from desktop_app.core.models.own_transducer import OwnTransducer, StandIn
from desktop_app.core.store.settings import AsrSettings
from desktop_app.jobs.messages import OwnFound
from desktop_app.ui.engines.model_words import removal_button, removal_in_words
from desktop_app.ui.engines.models_page import ModelsPage
from desktop_app.ui.engines.own_model_dialog import OwnModelDialog
from desktop_app.ui.engines.turn_again_dialog import TurnAgainDialog
from desktop_app.ui.export.export_dialog import ExportDialog
from desktop_app.ui.export.export_questions import folder_question, replacing_question
from desktop_app.ui.frame.crash_report_dialog import CrashReportDialog
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library.meeting_dialog import MeetingDialog
from desktop_app.ui.queue.sleep_question import SleepQuestion
from desktop_app.ui.settings.settings_dialog import SettingsDialog
from desktop_app.ui.transcript.equal_words_dialog import EqualWordsDialog
from desktop_app.ui.widgets.questions import (
    RemovingQuestion,
    hearing_question,
    losing_question,
    recording_question,
    speakers_question,
    unkept_question,
)

LONG_NAME = "Wilhelmina van der Heuvel-Østergaard"
HOME = Path("/home/wilhelmina.van.der.heuvel")
LINKS = (
    Link("torchaudio", ok=False, detail="libtorchaudio.so: cannot open shared object file", cure="Reinstall it."),
    Link("microphone", ok=True, detail="Headset"),
)
FILES = tuple(
    ModelFile(str(HOME / ".local/share/diarist/models" / file.name), file.size, file.sha256, "ok")
    for file in PARAKEET.files
)
RIGHT = ModelEntry(PARAKEET, "right", "store", FILES, own=True)
WRONG = replace(
    ModelEntry(CARRIED[0], "wrong", "store", FILES[:1]),
    reason=f"{FILES[0].path} has the wrong hash",
    hint="Fetch it anew.",
)
OWN = OwnFound(
    OwnTransducer(HOME / "Downloads", HOME / "Downloads/parakeet-tuned/encoder-model.onnx", "ab12" * 16, 2_477_191_026),
    (StandIn(PARAKEET_V3_ONNX), StandIn(PARAKEET_ULTRA, is_here=True)),
)
HALF = ModelEntry(WESPEAKER_CHECKPOINT, "not installed", hint="Fetch it.", partial_bytes=20_000_000)
IN_THE_WAY = [
    HOME / f"Interview 07 – Harbour office.{ending}" for ending in ("txt", "json", "srt", "vtt", "rttm", "csv")
]

Step = Callable[[], object]


def dialogs(app: QApplication, window: MainWindow, service: ScriptedService) -> Iterator[tuple[str, QDialog]]:
    """Names, each with the dialog to look at. The first recording of the window has been read."""
    window.recordings.choose(window.session.recordings[0])
    service.report(*ENGINES, links=LINKS)
    for name, open_it, go_on in _openers(app, window, service):
        open_it()
        yield name, _newest(app)
        if go_on is not None:
            go_on()
            yield f"{name}, with all that can come into it", _newest(app)
        while (shown := app.activeModalWidget()) is not None:
            shown.close()


def _openers(
    app: QApplication, window: MainWindow, service: ScriptedService
) -> Iterator[tuple[str, Step, Step | None]]:
    recording, views = window.session.recordings[0], window.engine_views
    yield "shortcuts", window.pages.show_shortcuts, None
    yield "a report of a crash", CrashReportDialog(HOME / "crash.txt", window).open, None
    yield "about", window.pages.show_about, lambda: _newest(app).licences.click()
    yield "engines", views.show_page, lambda: views.page.details.setChecked(True)
    yield "engine settings", views.show_settings, lambda: _refuse(_newest(app))
    yield "models", views.show_models, lambda: _tell_of_all(views.models, service.models)
    yield "import", lambda: views.models.import_file.click(), None
    own = OwnModelDialog(OWN, window)
    yield "a model of one's own", own.open, lambda: own.place.setCurrentIndex(1)
    yield "export", window.exporting.ask, lambda: _tick_all(_newest(app))
    yield "a folder for it", window.exporting.ask, lambda: _choose_folder(_newest(app))
    yield "known voices", window.recognising.show_page, lambda: _know(window)
    yield "a voice known already", lambda: window.recognising.enrolment.known_already.emit(LONG_NAME, _nothing), None
    yield "open", window.opening.ask, None
    yield "open a folder", window.opening.ask_for_folder, None
    yield "recordings of a meeting", window.opening.ask_for_meeting, None
    together = [HOME / f"Interview 07 – {name}.wav" for name in (LONG_NAME, "Ben", "Cleo")]
    yield "one meeting", MeetingDialog(together, window._settings, window).open, None
    yield "the queue", window.queueing.show_page, lambda: _fill_queue(window)
    yield "before it sleeps", SleepQuestion("12 done, 1 failed in 43 min.", window).open, None
    yield "closing", unkept_question([recording], window).open, None
    yield "transcribing a turn again", TurnAgainDialog(AsrSettings(), window).open, None
    yield "transcribing again", hearing_question(window).open, None
    yield "finding speakers", speakers_question(window).open, None
    yield "closing while recording", recording_question(window).open, None
    yield "removing", RemovingQuestion([recording], window).open, None
    yield "details", lambda: window.library_views.ask_for_details(recording), None
    yield "removing a model", losing_question(removal_in_words(RIGHT), removal_button(RIGHT), window).open, None
    yield "a word wherever it stands", lambda: _equal_words(window).open(), lambda: _fail_vocabulary(_newest(app))
    yield "no folder", folder_question(HOME / "Documents/Transcripts of the year", window).open, None
    yield "in the way", replacing_question(IN_THE_WAY, window, replace=_nothing, keep_both=_nothing).open, None


def _fill_queue(window: MainWindow) -> None:
    """With all that can be said on it."""
    page = window.queueing.page
    page.show_error(f"{HOME}/.config/diarist/settings.toml cannot be written: there is no room on that disk.")
    page.watched.show_folder(f"{HOME}/{LONG_NAME}", f"{HOME}/{LONG_NAME} is not there now.")
    page.defaults.engine.setCurrentIndex(page.defaults.engine.count() - 1)
    for choice in page.defaults.export.choices.actions():
        choice.setChecked(True)
    page.defaults.export.choices.actions()[-1].trigger()
    page.defaults.export.choices.actions()[-1].trigger()


def _equal_words(window: MainWindow) -> EqualWordsDialog:
    """A long word, as one from a compounding language is, all over the first recording."""
    recording = window.recording
    assert recording is not None
    talk = recording.document.transcript
    places = [WordPlace(turn, 0) for turn in range(len(talk.turns))]
    return EqualWordsDialog(talk, places, "Donaudampfschifffahrtsgesellschaftskapitän", window)


def _fail_vocabulary(dialog: QDialog) -> None:
    assert isinstance(dialog, EqualWordsDialog)
    dialog._show_error(f"The vocabulary cannot be written: there is no room in {HOME}/.config. Nothing is replaced.")


def _newest(app: QApplication) -> QDialog:
    app.processEvents()
    newest = app.activeModalWidget()
    assert isinstance(newest, QDialog)
    return newest


def _nothing() -> None:
    pass


def _know(window: MainWindow) -> None:
    """Some people, and what can go wrong with them."""
    known = window.recognising.known
    people = [Person(name, "model", np.eye(1, 32, dtype=np.float32), np.full(1, 4000.0)) for name in (LONG_NAME, "Ben")]
    known.read.emit(KnownPeople(tuple(people), plain_because="this computer has no key ring"))
    known.failed.emit(f"The known voices in {HOME}/.local/share/diarist/known-voices/people.voices cannot be read.")


def _refuse(dialog: QDialog) -> None:
    assert isinstance(dialog, SettingsDialog)
    for key, given in (("remote.url", "http://example.org"), ("library.folder", f"{HOME}/{LONG_NAME}")):
        field = dialog.form.fields[key].field()
        assert isinstance(field, QLineEdit)
        field.setText(given)
    dialog.save.click()


def _choose_folder(dialog: QDialog) -> None:
    assert isinstance(dialog, ExportDialog)
    dialog.choose.click()


def _tick_all(dialog: QDialog) -> None:
    assert isinstance(dialog, ExportDialog)
    dialog.list.tick(each.extension for each in FORMATS)
    dialog.error.setText(f"There is no room in {HOME}/Documents for what is to be written, and nothing was.")
    dialog.error.show()


def _tell_of_all(page: ModelsPage, jobs: ScriptedModelJobs) -> None:
    """A model that is right, one that is not, one that is half here, and an import that failed."""
    jobs.finish("", RIGHT, WRONG, HALF)
    page.cards[PARAKEET.name].show_verified()
    for card in page.cards.values():
        card.details.setChecked(True)
    page.cards[HALF.spec.name].fetch.click()
    jobs.come(HALF.spec.name, HALF.spec.name, 21_234_567, 26_645_678)
    page.import_models(f"{HOME}/Downloads/models")
    jobs.fail("import", f"There is no model that Diarist knows in {HOME}/Downloads/models.", "Choose another one.")
