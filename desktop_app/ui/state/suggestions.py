"""Whom the speakers of the recording in view sound like: looked for once for what was heard of whom, and only asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.diarization.errors import DiarizationError
from desktop_app.core.transcript.speaker_names import is_numbered
from desktop_app.ui.words.known_voice_words import sentence

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from desktop_app.core.known_voices.suggestions import Suggestion
    from desktop_app.core.live.events import VoicesHeard
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.state.known_voices import KnownVoices
    from desktop_app.ui.state.recording import Recording

_REST_MS = 300
"""So long nothing changes before anybody is looked for."""
_Heard = tuple[object, ...]


class Suggestions(QObject):
    """Of the recording in view. What was found is kept with each recording, and so is what was refused."""

    changed = Signal()

    def __init__(self, known: KnownVoices) -> None:
        super().__init__(known)
        self._known = known
        self._recording: Recording | None = None
        self._found: WeakKeyDictionary[Recording, tuple[_Heard, dict[str, Suggestion]]] = WeakKeyDictionary()
        self._refused: WeakKeyDictionary[Recording, set[tuple[str, str]]] = WeakKeyDictionary()
        self._live: WeakKeyDictionary[Recording, VoicesHeard] = WeakKeyDictionary()
        self._is_unreadable = False
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self._look)
        known.switched.connect(self._begin_anew)
        known.changed.connect(self._begin_anew)
        known.read.connect(self._take_heart)

    def show_recording(self, recording: Recording | None) -> None:
        """Another recording is in view."""
        if self._recording is not None:
            for signal in _changes(self._recording):
                signal.disconnect(self._tell)
        self._recording = recording
        if recording is not None:
            for signal in _changes(recording):
                signal.connect(self._tell)
        self._tell()

    def hear(self, recording: Recording, heard: VoicesHeard) -> None:
        """How the speakers of a recording that is being made sound by now."""
        self._live[recording] = heard
        if recording is self._recording:
            self._tell()

    def current(self) -> dict[str, Suggestion]:
        """By the ids of the speakers: those who have no name yet, and for whom nobody has refused it."""
        recording = self._recording
        if recording is None or not self._known.is_on or self._voices_of(recording) is None:
            return {}
        _, found = self._found.get(recording, ((), {}))
        refused = self._refused.get(recording, set())
        unnamed = {each.id for each in recording.document.speakers if is_numbered(each)}
        return {id_: each for id_, each in found.items() if id_ in unnamed and (id_, each.person) not in refused}

    def refuse(self, speaker_id: str) -> None:
        """It is somebody else: not asked again as long as the recording is open."""
        suggestion = self.current().get(speaker_id)
        if self._recording is not None and suggestion is not None:
            self._refused.setdefault(self._recording, set()).add((speaker_id, suggestion.person))
            self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()
        if self._known.is_on:
            self._soon.start()

    def _look(self) -> None:
        recording = self._recording
        voices = None if recording is None else self._voices_of(recording)
        if recording is None or voices is None or not self._can_look(recording):
            return
        looked_at, found_before = self._found.get(recording, ((), {}))
        heard = voices.heard
        if looked_at == heard:
            return
        self._found[recording] = heard, found_before  # a question does not go and come while somebody reads it
        known = self._known
        known.ask(
            lambda: voices.suggested() if known.is_on else {},  # it may wait for other work
            lambda found: self._take(recording, heard, found),
            self._give_up,
        )

    def _can_look(self, recording: Recording) -> bool:
        usable = self._known.is_on and not self._is_unreadable
        return usable and any(is_numbered(each) for each in recording.document.speakers)

    def _voices_of(self, recording: Recording) -> _LiveVoices | _KeptVoices | None:
        if recording.document.live is not None:
            heard = self._live.get(recording)
            return None if heard is None else _LiveVoices(heard)
        if recording.voices is None or not recording.can_regroup:
            return None
        return _KeptVoices(recording.document.transcript, recording.voices)

    def _take(self, recording: Recording, heard: _Heard, found: dict[str, Suggestion]) -> None:
        if self._found.get(recording, ((), {}))[0] == heard:
            self._found[recording] = heard, found
            self.changed.emit()

    def _give_up(self, error: Exception) -> None:
        """Tell it once. Where it is the known voices', look no more until somebody has seen to it."""
        self._is_unreadable = not isinstance(error, DiarizationError)
        self._known.failed.emit(sentence(error))

    def _take_heart(self) -> None:
        if self._is_unreadable:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._is_unreadable = False
        self._found.clear()
        self._tell()


def _changes(recording: Recording) -> tuple[SignalInstance, ...]:
    document = recording.document
    return recording.changed, document.replaced, document.turns_changed, document.renamed


@dataclass(frozen=True, slots=True)
class _KeptVoices:
    """Of a recording that is transcribed, and may have been corrected since."""

    transcript: Transcript
    voices: bytes

    @property
    def heard(self) -> _Heard:
        return self.voices, *((turn.speaker, turn.start_ms, turn.end_ms) for turn in self.transcript.turns)

    def suggested(self) -> dict[str, Suggestion]:
        from desktop_app.core.diarization.voices import unpack_voices
        from desktop_app.core.known_voices.people_file import load_people
        from desktop_app.core.known_voices.suggestions import suggest

        people = load_people().people
        return suggest(self.transcript, unpack_voices(self.voices), people) if people else {}


@dataclass(frozen=True, slots=True)
class _LiveVoices:
    """Of a recording that is being made."""

    told: VoicesHeard

    @property
    def heard(self) -> _Heard:
        return (self.told.at_ms,)

    def suggested(self) -> dict[str, Suggestion]:
        from desktop_app.core.known_voices.people_file import load_people
        from desktop_app.core.known_voices.suggestions import match

        return match(self.told.centroids, load_people().people, model=self.told.model)
