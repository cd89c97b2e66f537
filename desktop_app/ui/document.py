"""The transcript as the window holds it: one current value, its history, and word of what changed."""

from bisect import insort
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.edits import Edit, History, Reassign, RenameSpeaker
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers, speech_of
from desktop_app.core.transcript.values import Speaker, Transcript, Turn


@dataclass(frozen=True, slots=True)
class Regroup(Reassign):
    """Other speakers, and the choice that led to them. gesture: one movement of a slider is one edit."""

    old_options: JobOptions
    new_options: JobOptions
    gesture: int


class Document(QObject):
    """One recording's transcript, while it grows and when it is finished."""

    renamed = Signal(str)  # speaker id
    turns_added = Signal(object)  # tuple[Turn, ...]
    replaced = Signal()
    regrouped = Signal()  # the turns have other speakers; `replaced` comes first

    def __init__(self, transcript: Transcript, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transcript = transcript
        self._history = History()
        self.original = transcript
        self.options = JobOptions()
        self._known: dict[str, KnownSpeaker] = {}
        self._counted: tuple[Transcript | None, int] = (None, 0)

    @property
    def transcript(self) -> Transcript:
        """The current value, with every edit so far."""
        return self._transcript

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to do again."""
        return bool(self._history.undone)

    def speaking(self) -> int:
        """How many of the speakers have words; counted once for each value."""
        if self._counted[0] is not self._transcript:
            self._counted = self._transcript, len({turn.speaker for turn in self._transcript.spoken_turns()})
        return self._counted[1]

    def has_words(self) -> bool:
        """Whether there is anything to read."""
        return any(self._transcript.spoken_turns())

    def add_turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Take in finished turns, each at its place in time. Speakers known already keep their name and colour."""
        known = {speaker.id for speaker in self._transcript.speakers}
        together = list(self._transcript.turns)
        for turn in turns:
            insort(together, turn, key=_start_ms)
        self._transcript = replace(
            self._transcript,
            speakers=self._transcript.speakers + tuple(s for s in speakers if s.id not in known),
            turns=tuple(together),
        )
        self.turns_added.emit(turns)

    def finish(self, transcript: Transcript, options: JobOptions | None = None) -> None:
        """Put the finished transcript in the place of what there was; the edits made so far are made on it again.

        options: what its speakers were found with.
        """
        self.original, self.options = transcript, options or JobOptions()
        self._known = {}
        history = History()
        ids = {speaker.id for speaker in transcript.speakers}
        for edit in self._history.done:
            if isinstance(edit, RenameSpeaker) and edit.speaker_id in ids:
                old_name = transcript.speaker(edit.speaker_id).name
                history, transcript = history.do(replace(edit, old_name=old_name), transcript)
        self._history, self._transcript = history, transcript
        self.replaced.emit()

    def rename(self, speaker_id: str, name: str) -> bool:
        """Give a speaker another name; False where it is blank or the one the speaker has."""
        name = " ".join(name.split())
        old_name = self._transcript.speaker(speaker_id).name
        if not name or name == old_name:
            return False
        edit = RenameSpeaker(speaker_id, old_name, name)
        self._history, self._transcript = self._history.do(edit, self._transcript)
        self._tell(edit)
        return True

    def known_speakers(self) -> tuple[KnownSpeaker, ...]:
        """Everybody who was a speaker in any grouping so far, by the newest name."""
        if not self._known:
            self._known = {each.speaker.id: each for each in known_speakers(self.original)}
        for speaker in self._transcript.speakers:
            self._known[speaker.id] = replace(self._known[speaker.id], speaker=speaker)
        return tuple(self._known.values())

    def regroup(self, found: Transcript, options: JobOptions, gesture: int) -> None:
        """Take over other speakers, found in the original with these options; names keep what they were changed to."""
        self.known_speakers()
        for speaker in found.speakers:
            self._known.setdefault(speaker.id, KnownSpeaker(speaker, speech_of(found, speaker.id)))
        now = self._transcript
        speakers = tuple(self._known[speaker.id].speaker for speaker in found.speakers)
        if (speakers, found.turns) == (now.speakers, now.turns):
            self.options = options
            return
        edit = Regroup(now.speakers, now.turns, speakers, found.turns, self.options, options, gesture)
        last = self._history.done[-1] if self._history.done else None
        if isinstance(last, Regroup) and last.gesture == gesture:
            edit = replace(edit, old_speakers=last.old_speakers, old_turns=last.old_turns, old_options=last.old_options)
            self._history = History(self._history.done[:-1])
        self._history, self._transcript = self._history.do(edit, now)
        self.options = options
        self._tell(edit)

    def undo(self) -> None:
        """Take the newest edit back."""
        if self.can_undo:
            edit = self._history.done[-1]
            self._history, self._transcript = self._history.undo(self._transcript)
            if isinstance(edit, Regroup):
                self.options = edit.old_options
            self._tell(edit)

    def redo(self) -> None:
        """Do the newest undone edit again."""
        if self.can_redo:
            edit = self._history.undone[-1]
            self._history, self._transcript = self._history.redo(self._transcript)
            if isinstance(edit, Regroup):
                self.options = edit.new_options
            self._tell(edit)

    def _tell(self, edit: Edit) -> None:
        if isinstance(edit, RenameSpeaker):
            self.renamed.emit(edit.speaker_id)
        else:
            self.replaced.emit()
            self.regrouped.emit()


def _start_ms(turn: Turn) -> int:
    return turn.start_ms
