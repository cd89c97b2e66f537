"""Edits of turns and words: what a person does to a text. They hold what was and what is, of what they change alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import DECIDED_MARGIN, Speaker, Transcript, Turn, Word


class Act(StrEnum):
    """What a person did, whatever edit it comes to. Its values are kept in projects: none is ever changed."""

    TYPE = "type"
    PASTE = "paste"
    SPLIT = "split"
    JOIN = "join"
    DELETE = "delete"
    MOVE_BORDER = "move border"
    GIVE = "give"
    ADD_SPEAKER = "add speaker"
    RECOLOUR = "recolour"
    MARK = "mark"
    CONFIRM = "confirm"
    REPLACE = "replace"
    RESTORE = "restore"
    HEAR_AGAIN = "hear again"
    CARRY = "carry"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Other words in a turn, which stays as it is otherwise. turn: its index; first: that of the first word."""

    act: Act
    turn: int
    first: int
    old: tuple[Word, ...]
    new: tuple[Word, ...]

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript with the new words."""
        return self._exchanged(transcript, self.old, self.new)

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript with the old words."""
        return self._exchanged(transcript, self.new, self.old)

    def _exchanged(self, transcript: Transcript, now: Sequence[Word], then: tuple[Word, ...]) -> Transcript:
        turn = transcript.turns[self.turn]
        words = (*turn.words[: self.first], *then, *turn.words[self.first + len(now) :])
        return transcript.with_turns(self.turn, 1, (replace(turn, words=words),))


@dataclass(frozen=True, slots=True)
class ChangeTurns:
    """Other turns in the place of some that follow on from each other. first: the index of the first."""

    act: Act
    first: int
    old: tuple[Turn, ...]
    new: tuple[Turn, ...]

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript with the new turns."""
        return transcript.with_turns(self.first, len(self.old), self.new)

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript with the old turns."""
        return transcript.with_turns(self.first, len(self.new), self.old)


@dataclass(frozen=True, slots=True)
class GiveTurns:
    """Whole turns to another speaker, as a person decides it. turns: their indices; old, old_margins: whose each was,
    and how sure that was; new: whose they are."""

    act: Act
    turns: tuple[int, ...]
    old: tuple[str, ...]
    old_margins: tuple[float | None, ...]
    new: str

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript in which they are the new speaker's."""
        count = len(self.turns)
        return self._given(transcript, (self.new,) * count, (DECIDED_MARGIN,) * count)

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript in which they are whose they were."""
        return self._given(transcript, self.old, self.old_margins)

    def _given(self, transcript: Transcript, speakers: Sequence[str], margins: Sequence[float | None]) -> Transcript:
        turns = list(transcript.turns)
        for place, speaker, margin in zip(self.turns, speakers, margins, strict=True):
            turns[place] = replace(turns[place], speaker=speaker, margin=margin)
        return replace(transcript, turns=tuple(turns))


@dataclass(frozen=True, slots=True)
class SetSpeakers:
    """Other speakers: one more, or another colour. Those whom turns name stay."""

    act: Act
    old: tuple[Speaker, ...]
    new: tuple[Speaker, ...]

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript with the new speakers."""
        return replace(transcript, speakers=self.new)

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript with the old speakers."""
        return replace(transcript, speakers=self.old)


@dataclass(frozen=True, slots=True)
class Several:
    """Edits that are one to a person, in the order in which they are made."""

    act: Act
    edits: tuple[Edit, ...]

    def apply(self, transcript: Transcript) -> Transcript:
        """The transcript after all of them."""
        for edit in self.edits:
            transcript = edit.apply(transcript)
        return transcript

    def revert(self, transcript: Transcript) -> Transcript:
        """The transcript before any of them."""
        for edit in reversed(self.edits):
            transcript = edit.revert(transcript)
        return transcript
