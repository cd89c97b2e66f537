"""A speaker's voice is to be known: enrolled off the window's thread, and added to what is known only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.known_voices.errors import PersonKnown
from desktop_app.ui.words.known_voice_words import remembered, sentence

if TYPE_CHECKING:
    from desktop_app.core.known_voices.known_people import KnownPeople
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.state.known_voices import KnownVoices


class Enrolment(QObject):
    """Keeps people's voices, one wish after the other."""

    told = Signal(str)  # a sentence: what has become of it
    known_already = Signal(str, object)  # name, what adds to what is known of this person: Callable[[], None]

    def __init__(self, known: KnownVoices) -> None:
        super().__init__(known)
        self._known = known

    def remember(self, transcript: Transcript, voices: bytes, speaker_id: str, *, renew: bool = False) -> None:
        """Keep a speaker's voice under the name that the transcript has. voices: packed. renew: also where it is
        known already."""
        name = transcript.speaker(speaker_id).name

        def refuse(error: Exception) -> None:
            if isinstance(error, PersonKnown):
                self.known_already.emit(name, lambda: self.remember(transcript, voices, speaker_id, renew=True))
            else:
                self.told.emit(sentence(error))

        self._known.ask(
            lambda: _enrolled(transcript, voices, speaker_id, renew=renew),
            lambda people: self._take(name, people),
            refuse,
        )

    def _take(self, name: str, people: KnownPeople) -> None:
        self.told.emit(remembered(people, name))
        self._known.take_change(people)


def _enrolled(transcript: Transcript, voices: bytes, speaker_id: str, *, renew: bool) -> KnownPeople:
    from desktop_app.core.diarization.voices import unpack_voices
    from desktop_app.core.known_voices.enrolment import enrol
    from desktop_app.core.known_voices.people_file import add_person

    return add_person(enrol(transcript, unpack_voices(voices), speaker_id), renew=renew)
