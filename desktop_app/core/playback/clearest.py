"""Where a voice is heard best: alone, for long, and surely its own."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from desktop_app.core.transcript.values import Span, Transcript, Turn

_SHORTEST_MS = 500
_SAME_BREATH_MS = 400


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Speech of one person while nobody else speaks. margin: as the turn's, -1 where that is unknown."""

    span: Span
    margin: float


def clearest_spans(transcript: Transcript, speaker_id: str, wanted_ms: int = 10_000) -> tuple[Span, ...]:
    """What to play of a speaker so that somebody who knows the voice recognises it: in order, of that length together.

    Taken is what nobody else talks over: one stretch that is long enough, of several the one whose voice is told with
    the highest margin; else the longest ones. Where somebody always talks over it, the longest speech there is; nothing
    for a speaker who is not heard.
    """
    own = [turn for turn in transcript.turns if turn.speaker == speaker_id]
    others = _joined(span for turn in transcript.turns if turn.speaker != speaker_id for span in _speech(turn))
    alone = [_Stretch(span, _margin(turn)) for turn in own for span in _without(_breaths(turn), others)]
    stretches = alone or [_Stretch(span, _margin(turn)) for turn in own for span in _breaths(turn)]
    return tuple(sorted(_chosen(stretches, wanted_ms)))


def _chosen(stretches: list[_Stretch], wanted_ms: int) -> Iterator[Span]:
    """The best, until there is enough; of the last as much as is wanted."""
    left_ms = wanted_ms
    best = sorted(stretches, key=lambda each: (-min(each.span.duration_ms, wanted_ms), -each.margin, each.span))
    for place, stretch in enumerate(best):
        if left_ms <= 0 or (place and stretch.span.duration_ms < _SHORTEST_MS):
            return
        yield Span(stretch.span.start_ms, min(stretch.span.end_ms, stretch.span.start_ms + left_ms))
        left_ms -= stretch.span.duration_ms


def _margin(turn: Turn) -> float:
    return -1.0 if turn.margin is None else turn.margin


def _speech(turn: Turn) -> tuple[Span, ...]:
    return turn.speech or (Span(turn.start_ms, turn.end_ms),)


def _breaths(turn: Turn) -> list[Span]:
    """A turn's speech, without the short pauses in it."""
    return _joined(_speech(turn), within_ms=_SAME_BREATH_MS)


def _joined(spans: Iterable[Span], *, within_ms: int = 0) -> list[Span]:
    """The spans in order, those that touch or nearly do as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start_ms <= joined[-1].end_ms + within_ms:
            joined[-1] = Span(joined[-1].start_ms, max(joined[-1].end_ms, span.end_ms))
        else:
            joined.append(span)
    return joined


def _without(spans: Iterable[Span], others: list[Span]) -> Iterator[Span]:
    """What of the spans lies in none of the others, which are in order and apart."""
    for span in spans:
        at_ms = span.start_ms
        for other in _overlapping(span, others):
            if other.start_ms > at_ms:
                yield Span(at_ms, other.start_ms)
            at_ms = max(at_ms, other.end_ms)
        if at_ms < span.end_ms:
            yield Span(at_ms, span.end_ms)


def _overlapping(span: Span, others: list[Span]) -> Iterator[Span]:
    first = bisect_right(others, span.start_ms, key=lambda other: other.end_ms)
    yield from takewhile(lambda other: other.start_ms < span.end_ms, islice(others, first, None))
