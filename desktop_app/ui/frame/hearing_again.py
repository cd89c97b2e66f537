"""Everything in the window that has words transcribed once more: of one turn, or of all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.core.models.manifest import MOONSHINE_TINY_EN
from desktop_app.core.pipeline.preference import writes_better
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import AsrSettings
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.translation import tr
from desktop_app.ui.engines.turn_again_dialog import TurnAgainDialog
from desktop_app.ui.transcript.offer_note import OfferNote
from desktop_app.ui.widgets.questions import hearing_question

if TYPE_CHECKING:
    from desktop_app.core.transcript.values import Turn
    from desktop_app.jobs.messages import StatusReport
    from desktop_app.jobs.service import TranscriptionService
    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.frame.editing import Editing
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class HearingAgain(QObject):
    """Asks first, as it takes time and changes words."""

    def __init__(
        self, service: TranscriptionService, session: Session, editing: Editing, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._editing, self._actions, self._window = session, editing, actions, window
        self._recording: Recording | None = None
        self._better = ""
        self.note = OfferNote(tr("Better words"), tr("Transcribe again…"), tr("Hide the note on better words"))
        self.note.asked.connect(self._ask_for_all)
        self.note.put_away.connect(self._leave_words)
        service.engines_reported.connect(self._take_report)
        actions.reading_mode.toggled.connect(self._refresh_note)
        actions.hear_turn_again.triggered.connect(self._ask_for_turn)
        actions.hear_all_again.triggered.connect(self._ask_for_all)

    def refresh(self, recording: Recording | None) -> None:
        """Let the actions say whether they can."""
        self._recording = recording
        self._actions.hear_turn_again.setEnabled(recording is not None and recording.can_hear_turn_again)
        self._actions.hear_all_again.setEnabled(recording is not None and recording.can_hear_again)
        self._refresh_note()

    def _take_report(self, report: StatusReport) -> None:
        better = (each.label for each in report.engines if each.usable and writes_better(each.model))
        self._better = next(better, "")
        self._refresh_note()

    def _refresh_note(self) -> None:
        recording = self._recording
        is_wanted = self._better and not self._actions.reading_mode.isChecked()
        if recording is not None and is_wanted and _could_be_better(recording):
            self.note.tell(tr("{model} would get more of these words right.", model=self._better))
        else:
            self.note.hide()

    def _leave_words(self) -> None:
        if self._recording is not None:
            self._recording.notes.leave_words()

    def _ask_for_turn(self) -> None:
        recording, turn = self._recording, self._editing.commands.turn_at_caret()
        if recording is not None and turn is not None and recording.can_hear_turn_again:
            dialog = TurnAgainDialog(_asr_settings_for(recording), self._window)
            dialog.chosen.connect(lambda asr: self._hear(recording, turn, asr))
            dialog.open()

    def _hear(self, recording: Recording, turn: Turn, asr: AsrSettings) -> None:
        self._session.turns.hear(recording, turn, asr)
        self._editing.told.emit(tr("The turn is transcribed again. You can go on meanwhile."))

    def _ask_for_all(self) -> None:
        if (recording := self._recording) is not None and recording.can_hear_again:
            question = hearing_question(self._window)
            question.accepted.connect(lambda: self._session.transcribing.hear_again(recording))
            question.open()


def _could_be_better(recording: Recording) -> bool:
    """Whether what comes along has written down all of it, and nobody has said that it may stay so."""
    if recording.notes.words_left or not recording.can_hear_again:
        return False
    engines = recording.document.original.engines
    return {each.name for each in engines if each.role == "asr"} == {MOONSHINE_TINY_EN.label}


def _asr_settings_for(recording: Recording) -> AsrSettings:
    """What the settings say, with the language that was chosen for the recording; the usual where they cannot be read,
    which the job will tell."""
    try:
        settings = load_settings().asr
    except SettingsError:
        settings = AsrSettings()
    language = recording.options.language
    return settings if language == AUTO else replace(settings, language=language)
