"""Who is heard when, one lane for each speaker, prepared once so that any part of it is found at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.transcript.values import Span, Speaker, Transcript, Turn
from desktop_app.ui.player.stretches import Floats, Stretches
from desktop_app.ui.state.live_turns import UNSURE

THIN_MARGIN = 0.12
"""Below it, in cosine distance, somebody else's voice is about as near: it is doubtful who speaks."""

NOBODY = -1
_JUST_BEGUN_MS = 1000
"""As in other players: within the first second of a turn, 'previous' means the turn before."""


@dataclass(frozen=True, eq=False)
class Lane:
    """One speaker's. heard: when they speak; doubtful: what of that may be somebody else."""

    speaker: Speaker
    heard: Stretches
    doubtful: Stretches

    @property
    def is_unsure(self) -> bool:
        """Whether it is of those whose voice is not known yet."""
        return self.speaker.id == UNSURE.id


@dataclass(frozen=True, eq=False)
class Lanes:
    """Those of a transcript, in the order of its speakers. turn_starts_ms: int64, ordered, of turns with words."""

    lanes: tuple[Lane, ...]
    turn_starts_ms: NDArray[np.int64]

    @classmethod
    def of(cls, transcript: Transcript) -> Self:
        """Of everybody in it who is heard."""
        turns: dict[str, list[Turn]] = defaultdict(list)
        for turn in transcript.turns:
            turns[turn.speaker].append(turn)
        is_told = any(turn.margin is not None for turn in transcript.turns)
        made = (
            _lane(speaker, turns[speaker.id], is_told=is_told) for speaker in transcript.speakers if turns[speaker.id]
        )
        starts = np.unique(np.array([turn.start_ms for turn in transcript.spoken_turns()], np.int64))
        return cls(tuple(made), starts)

    @property
    def end_ms(self) -> int:
        """Where the last of them ends."""
        return max((lane.heard.end_ms for lane in self.lanes), default=0)

    def speakers_at(self, time_ms: float) -> tuple[Speaker, ...]:
        """Who is heard in a moment."""
        return tuple(lane.speaker for lane in self.lanes if lane.heard.covers(time_ms))

    def owners(self, edges_ms: Floats) -> NDArray[np.int64]:
        """Whose lane has most of each column, int64 [columns] for [columns + 1] edges; NOBODY where none has any."""
        if not self.lanes:
            return np.full(len(edges_ms) - 1, NOBODY)
        shares = np.stack([lane.heard.within(edges_ms) for lane in self.lanes])
        return np.where(shares.max(axis=0) > 0, shares.argmax(axis=0), NOBODY)

    def turn_after(self, time_ms: float) -> int | None:
        """Where the next turn begins; None behind the last."""
        place = int(np.searchsorted(self.turn_starts_ms, time_ms, "right"))
        return int(self.turn_starts_ms[place]) if place < len(self.turn_starts_ms) else None

    def turn_before(self, time_ms: float) -> int | None:
        """Where this turn begins, or the one before where this one has just begun; None up to the first."""
        begun = int(np.searchsorted(self.turn_starts_ms, time_ms, "left"))
        settled = int(np.searchsorted(self.turn_starts_ms, time_ms - _JUST_BEGUN_MS, "right"))
        return int(self.turn_starts_ms[max(settled, 1) - 1]) if begun else None


def _lane(speaker: Speaker, turns: list[Turn], *, is_told: bool) -> Lane:
    """is_told: margins are told of this recording, so that one that is not is no voice that was known."""
    doubtful = turns if speaker.id == UNSURE.id else [turn for turn in turns if _is_doubtful(turn, is_told=is_told)]
    return Lane(speaker, Stretches.of(_speech(turns)), Stretches.of(_speech(doubtful)))


def _is_doubtful(turn: Turn, *, is_told: bool) -> bool:
    return is_told if turn.margin is None else turn.margin < THIN_MARGIN


def _speech(turns: Iterable[Turn]) -> Iterable[Span]:
    return (span for turn in turns for span in turn.speech or (Span(turn.start_ms, turn.end_ms),))
