"""Every stretch of words that may become a passage, with how strongly each reason holds there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.doubt.cutting import SettledTimes, Stretch, stretches_of
from desktop_app.core.doubt.second_hearing import SecondHearing
from desktop_app.core.doubt.turn_doubts import Overlaps, TurnDoubts, doubts_of_turns
from desktop_app.core.doubt.values import Reason
from desktop_app.core.doubt.word_doubts import WordDoubts
from desktop_app.core.transcript.heard_at_once import heard_at_once
from desktop_app.core.transcript.values import Span, Transcript, Turn, Word


@dataclass(frozen=True, slots=True)
class Candidate:
    """strengths: 0 to 1, of the reasons that can be told here; of others there is nothing."""

    stretch: Stretch
    span: Span
    strengths: Mapping[Reason, float]


def candidates(
    transcript: Transcript, *, settled: Sequence[Span] = (), heard_otherwise: Sequence[Word] | None = None
) -> Iterator[Candidate]:
    """In order of the text; see doubtful_passages."""
    overlaps = Overlaps(heard_at_once(transcript, least=2))
    word_doubts = WordDoubts(transcript)
    second = None if heard_otherwise is None else SecondHearing(heard_otherwise)
    times = SettledTimes(settled)
    for number, turn, doubts in doubts_of_turns(transcript):
        for stretch in stretches_of(number, turn, times):
            span = _span(turn, stretch)
            strengths = {**doubts.everywhere, **word_doubts.strengths(turn.words, stretch)}
            if stretch.first == 0 or stretch.end == len(turn.words):
                strengths |= _at_edges(doubts, stretch, len(turn.words))
            strengths[Reason.OVERLAP] = overlaps.strength(turn, span.start_ms, span.end_ms)
            if second is not None:
                strengths[Reason.HEARD_OTHERWISE] = second.differs(turn.words, stretch.first, stretch.end)
            yield Candidate(stretch, span, strengths)


def _span(turn: Turn, stretch: Stretch) -> Span:
    chosen = turn.words[stretch.first : stretch.end]
    return Span(min(word.start_ms for word in chosen), max(word.end_ms for word in chosen))


def _at_edges(doubts: TurnDoubts, stretch: Stretch, words: int) -> Mapping[Reason, float]:
    edges = [doubts.first] * (stretch.first == 0) + [doubts.last] * (stretch.end == words)
    return {reason: sum(edge[reason] for edge in edges) for reason in doubts.first}
