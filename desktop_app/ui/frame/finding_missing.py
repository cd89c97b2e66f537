"""What a transcript of another program lacks, found out in its sound: who speaks, or what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.pipeline.given import Missing
from desktop_app.translation import tr
from desktop_app.ui.transcript.offer_note import OfferNote
from desktop_app.ui.widgets.questions import speakers_question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.library.sound_finder import SoundFinder
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class FindingMissing(QObject):
    """Asks for the sound where it was not found, and before speakers are forgotten."""

    def __init__(self, session: Session, sound_finder: SoundFinder, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._sound_finder, self._actions, self._window = session, sound_finder, actions, window
        self._recording: Recording | None = None
        self.note = OfferNote(tr("Who speaks"), tr("Find the speakers"), tr("Hide the note on the speakers"))
        self.note.asked.connect(self._begin)
        self.note.put_away.connect(self._leave_speakers)
        actions.reading_mode.toggled.connect(self._refresh_note)
        for action in (actions.find_speakers, actions.write_words):
            action.triggered.connect(self._begin)

    def refresh(self, recording: Recording | None) -> None:
        """Let the actions say whether they can."""
        self._recording = recording
        missing = recording.missing if recording is not None else None
        self._actions.find_speakers.setEnabled(missing is Missing.SPEAKERS)
        self._actions.write_words.setEnabled(missing is Missing.WORDS)
        self._refresh_note()

    def find(self, recording: Recording) -> None:
        """Find out what is missing of this one, once all is answered that must be asked."""
        if not recording.has_sound:
            self._sound_finder.ask(recording, then=lambda: self.find(recording))
        elif recording.missing is Missing.SPEAKERS and len(recording.document.speakers) > 1:
            self._ask(recording)
        else:
            self._session.transcribing.find_missing(recording)

    def _begin(self) -> None:
        if self._recording is not None:
            self.find(self._recording)

    def _ask(self, recording: Recording) -> None:
        question = speakers_question(self._window)
        question.accepted.connect(lambda: self._session.transcribing.find_missing(recording))
        question.open()

    def _refresh_note(self) -> None:
        recording = self._recording
        is_wanted = recording is not None and not self._actions.reading_mode.isChecked()
        if recording is not None and is_wanted and _tells_of_one_speaker(recording):
            self.note.tell(tr("The file tells of one speaker only. Who speaks can be found out in the sound."))
        else:
            self.note.hide()

    def _leave_speakers(self) -> None:
        if self._recording is not None:
            self._recording.notes.leave_speakers()


def _tells_of_one_speaker(recording: Recording) -> bool:
    """Whether its words are all one speaker's, its sound is there, and nobody has said that it may stay so."""
    if recording.missing is not Missing.SPEAKERS or recording.notes.speakers_left or not recording.has_sound:
        return False
    return len(recording.document.speakers) == 1
