"""What a recording is transcribed with: the first time, once more, or for what its transcript does not tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.pipeline.given import Given, Missing
from desktop_app.ui.state.queue_choice import QueueChoice

if TYPE_CHECKING:
    from desktop_app.core.pipeline.stages import JobOptions
    from desktop_app.core.transcript.known_speakers import KnownSpeaker
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class Transcribing:
    """Gives each recording the job that it needs. What a person made of its text stays, or comes back."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def transcribe(self, recording: Recording) -> None:
        """Transcribe a recording as it is chosen now."""
        recording.options = self._options_for(recording)
        recording.notes.note_queue_choice(self._session.queue_choice)
        self._begin(recording)

    def transcribe_recorded(self, recording: Recording) -> None:
        """Transcribe what was recorded just now, in the language that was chosen when it began."""
        recording.options = replace(self._session.options, language=recording.options.language)
        recording.notes.note_queue_choice(self._session.queue_choice)
        self._begin(recording)

    def go_on(self, recording: Recording) -> None:
        """Queue a recording whose job was not finished when the program ended."""
        if (missing := recording.notes.queue_choice.missing) is not None and not recording.document.is_draft:
            self._find(recording, missing)
        else:
            self._begin(recording)

    def hear_again(self, recording: Recording) -> None:
        """Transcribe a finished recording anew, in the language that is chosen now; what was corrected stays."""
        if recording.can_hear_again:
            recording.options = replace(recording.options, language=self._session.options.language)
            if recording.notes.speakers_given:
                recording.notes.note_queue_choice(QueueChoice(missing=Missing.WORDS))
                self._find(recording, Missing.WORDS)
            else:
                self._begin(recording)

    def find_missing(self, recording: Recording) -> None:
        """Find out in the sound what the transcript of another program does not tell; the rest of it stays."""
        if (missing := recording.missing) is not None and recording.has_sound:
            recording.take_sound(recording.sound)
            recording.options = replace(self._session.options, per_channel=False)
            if missing is Missing.WORDS:
                recording.notes.keep_speakers()
            recording.notes.note_queue_choice(replace(self._session.queue_choice, missing=missing))
            self._find(recording, missing)

    def _options_for(self, recording: Recording) -> JobOptions:
        """What is chosen now; of a meeting, whose recordings tell who speaks, as much as applies."""
        options = self._session.options
        if not recording.notes.together:
            return options
        return replace(options, min_speakers=None, max_speakers=None, per_channel=True)

    def _begin(self, recording: Recording) -> None:
        """A draft stays in view, and its speakers are known; anything else begins with an empty document."""
        document = recording.document
        if document.is_draft and document.has_words():
            self._session.jobs.submit(recording, document.known_speakers())
        else:
            known = _corrected_speakers(recording)
            recording.forget_words()
            self._session.jobs.submit(recording, known)

    def _find(self, recording: Recording, missing: Missing) -> None:
        """Queue a recording of whose transcript only this is to be found out."""
        given = Given(recording.document.original, missing)
        known = _corrected_speakers(recording)
        self._session.keeper.keep(recording)  # with the text: it must outlive the program, too
        recording.forget_words()
        self._session.jobs.submit(recording, known, given)


def _corrected_speakers(recording: Recording) -> tuple[KnownSpeaker, ...]:
    """The speakers of a text that somebody has worked on; of any other, nobody needs them again."""
    document = recording.document
    return document.known_speakers() if document.history.done else ()
