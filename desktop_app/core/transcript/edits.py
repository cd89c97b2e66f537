"""Edits as step objects, and the history that can take them back."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from desktop_app.core.transcript.values import Speaker, Transcript, Turn


class Edit(Protocol):
    """A change to a transcript that can be taken back exactly."""

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript after the edit."""
        ...

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript before the edit, given the one after it."""
        ...


@dataclass(frozen=True, slots=True)
class RenameSpeaker:
    """Give a speaker another name, everywhere at once."""

    speaker_id: str
    old_name: str
    new_name: str

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript with the new name."""
        return _renamed(transcript, self.speaker_id, self.new_name)

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript with the old name."""
        return _renamed(transcript, self.speaker_id, self.old_name)


def _renamed(transcript: Transcript, speaker_id: str, name: str) -> Transcript:
    speakers = tuple(replace(s, name=name) if s.id == speaker_id else s for s in transcript.speakers)
    return replace(transcript, speakers=speakers)


@dataclass(frozen=True, slots=True)
class Reassign:
    """Give the words to other speakers: all speakers and turns at once, as a new clustering finds them."""

    old_speakers: tuple[Speaker, ...]
    old_turns: tuple[Turn, ...]
    new_speakers: tuple[Speaker, ...]
    new_turns: tuple[Turn, ...]

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript with the new speakers and turns."""
        return replace(transcript, speakers=self.new_speakers, turns=self.new_turns)

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript with the old speakers and turns."""
        return replace(transcript, speakers=self.old_speakers, turns=self.old_turns)


@dataclass(frozen=True, slots=True)
class MergeSpeakers(Reassign):
    """Make two speakers one. kept: the id of who keeps id, name and colour; gone: of whose turns become theirs."""

    kept: str
    gone: str

    @classmethod
    def of(cls, transcript: Transcript, *, kept: str, gone: str) -> "MergeSpeakers":
        """The edit for this transcript; turns stay as they are cut, and the speakers in order of who is heard first."""
        order = dict.fromkeys(kept if each.id == gone else each.id for each in transcript.speakers)
        turns = tuple(replace(turn, speaker=kept) if turn.speaker == gone else turn for turn in transcript.turns)
        speakers = tuple(map(transcript.speaker, order))
        return cls(transcript.speakers, transcript.turns, speakers, turns, kept, gone)


@dataclass(frozen=True, slots=True)
class History:
    """The edits done and undone so far: a value, like the transcript it goes with."""

    done: tuple[Edit, ...] = field(default=())
    undone: tuple[Edit, ...] = field(default=())

    def do(self, edit: Edit, transcript: Transcript) -> tuple["History", Transcript]:
        """Apply an edit; what had been undone is forgotten."""
        return History((*self.done, edit)), edit.apply(transcript)

    def undo(self, transcript: Transcript) -> tuple["History", Transcript]:
        """Take the newest edit back; nothing happens where there is none."""
        if not self.done:
            return self, transcript
        *rest, edit = self.done
        return History(tuple(rest), (*self.undone, edit)), edit.revert(transcript)

    def redo(self, transcript: Transcript) -> tuple["History", Transcript]:
        """Do the newest undone edit again; nothing happens where there is none."""
        if not self.undone:
            return self, transcript
        *rest, edit = self.undone
        return History((*self.done, edit), tuple(rest)), edit.apply(transcript)
