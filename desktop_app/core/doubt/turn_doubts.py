"""What speaks for an error wherever in a turn one looks: its voice, its place among the others."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from desktop_app.core.doubt.values import Reason
from desktop_app.core.transcript.values import Span, Transcript, Turn

WIDE_MARGIN = 0.2
"""From this cosine distance on, another voice makes no word doubtful."""
ISLAND_MS = 2500
"""A turn of this length between two of one other speaker is no longer very short."""
PAUSE_MS = 200
"""So long a pause between two speakers is enough for the border to be right."""
MUCH_OVERLAP = 0.65
"""The part of the strength of an overlap that its length decides; the rest is that the turn has any."""


@dataclass(frozen=True, slots=True)
class TurnDoubts:
    """Strengths, 0 to 1: anywhere in the turn, at its first words, and at its last."""

    everywhere: Mapping[Reason, float]
    first: Mapping[Reason, float]
    last: Mapping[Reason, float]


def doubts_of_turns(transcript: Transcript) -> Iterator[tuple[int, Turn, TurnDoubts]]:
    """Every turn that has words, with its index."""
    spoken = [(number, turn) for number, turn in enumerate(transcript.turns) if turn.words]
    margins_known = any(turn.margin is not None for _, turn in spoken)
    for at, (number, turn) in enumerate(spoken):
        before = spoken[at - 1][1] if at else None
        after = spoken[at + 1][1] if at + 1 < len(spoken) else None
        everywhere = {
            Reason.MARGIN: 0.0 if turn.margin is None else min(1.0, max(0.0, 1 - turn.margin / WIDE_MARGIN)),
            Reason.UNTOLD_VOICE: float(turn.margin is None and margins_known),
            Reason.ISLAND: _island(turn, before, after),
        }
        yield number, turn, TurnDoubts(everywhere, _border(before, turn), _border(turn, after))


def _island(turn: Turn, before: Turn | None, after: Turn | None) -> float:
    if before is None or after is None or not before.speaker == after.speaker != turn.speaker:
        return 0.0
    return max(0.0, 1 - (turn.end_ms - turn.start_ms) / ISLAND_MS)


def _border(earlier: Turn | None, later: Turn | None) -> Mapping[Reason, float]:
    """The doubts on both sides of the border between two turns; None: there is no turn on that side."""
    quick = (
        earlier is not None
        and later is not None
        and earlier.speaker != later.speaker
        and later.words[0].start_ms - earlier.words[-1].end_ms < PAUSE_MS
    )
    return {Reason.TURN_EDGE: 0.5, Reason.QUICK_CHANGE: 0.5 * quick}


class Overlaps:
    """How much of a time is spoken by several at once."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """spans: in which at least two are heard, ordered and disjoint."""
        self._spans = spans

    def strength(self, turn: Turn, start_ms: int, end_ms: int) -> float:
        """0 to 1, for words of the turn in that time."""
        at = bisect_right(self._spans, start_ms, key=attrgetter("end_ms"))
        shared_ms = 0
        while at < len(self._spans) and self._spans[at].start_ms < end_ms:
            span = self._spans[at]
            shared_ms += min(span.end_ms, end_ms) - max(span.start_ms, start_ms)
            at += 1
        if not (turn.overlap or shared_ms):
            return 0.0
        return 1 - MUCH_OVERLAP + MUCH_OVERLAP * min(1.0, shared_ms / max(1, end_ms - start_ms))
