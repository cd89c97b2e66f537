"""What a person has decided about who speaks: the truth for its stretches, whatever a clustering says."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from desktop_app.core.transcript.values import DECIDED_MARGIN, Span, Transcript


@dataclass(frozen=True, slots=True)
class Decision:
    """What is said in this stretch is said by this speaker. speaker: an id, as turns have it."""

    span: Span
    speaker: str


def decisions_of(transcript: Transcript) -> tuple[Decision, ...]:
    """What a person has decided, ordered and disjoint: whose the words are of turns that were given to somebody. Where
    two of them lie over each other, the one that began earlier has the time."""
    found: list[Decision] = []
    for turn in transcript.turns:
        if turn.margin != DECIDED_MARGIN or not turn.words:
            continue
        start_ms = max(turn.words[0].start_ms, found[-1].span.end_ms if found else 0)
        end_ms = max(word.end_ms for word in turn.words)
        if start_ms < end_ms:
            found.append(Decision(Span(start_ms, end_ms), turn.speaker))
    return _joined(found)


def merge_decisions(existing: Sequence[Decision], new: Decision) -> tuple[Decision, ...]:
    """The decisions after one more, ordered and disjoint.

    existing: ordered and disjoint, such as this gives. Where the new one lies over others, it takes their place; what
    sticks out of them stays. Neighbours of one speaker that touch are one. A new decision of no length changes nothing.
    """
    if not new.span.duration_ms:
        return tuple(existing)
    start_ms, end_ms = new.span.start_ms, new.span.end_ms
    before = [part for each in existing if (part := _within(each, 0, start_ms))]
    after = [part for each in existing if (part := _within(each, end_ms, max(end_ms, each.span.end_ms)))]
    return _joined([*before, new, *after])


def decided_speakers(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The ids of all speakers whom the decisions name, in the order in which they are first named."""
    return tuple(dict.fromkeys(decision.speaker for decision in decisions))


def beyond_maximum(decisions: Sequence[Decision], maximum: int | None) -> int:
    """How many speakers more the decisions name than there may be; 0 where they fit, or maximum None leaves it open."""
    return 0 if maximum is None else max(0, len(decided_speakers(decisions)) - maximum)


def decided_at(decisions: Sequence[Decision], start_ms: int, end_ms: int) -> str | None:
    """Who was decided to speak for more than half of [start_ms, end_ms); None if that is nobody.

    decisions: ordered and disjoint. A stretch of no length is the millisecond that begins with it.
    """
    end_ms = max(end_ms, start_ms + 1)
    shares: Counter[str] = Counter()
    at = bisect_right(decisions, start_ms, key=attrgetter("span.end_ms"))
    while at < len(decisions) and decisions[at].span.start_ms < end_ms:
        span = decisions[at].span
        shares[decisions[at].speaker] += min(span.end_ms, end_ms) - max(span.start_ms, start_ms)
        at += 1
    return next((speaker for speaker, ms in shares.items() if 2 * ms > end_ms - start_ms), None)


def _within(decision: Decision, start_ms: int, end_ms: int) -> Decision | None:
    first_ms, last_ms = max(start_ms, decision.span.start_ms), min(end_ms, decision.span.end_ms)
    return replace(decision, span=Span(first_ms, last_ms)) if first_ms < last_ms else None


def _joined(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    joined: list[Decision] = []
    for each in decisions:
        last = joined[-1] if joined else None
        if last and last.speaker == each.speaker and last.span.end_ms == each.span.start_ms:
            joined[-1] = replace(last, span=Span(last.span.start_ms, each.span.end_ms))
        else:
            joined.append(each)
    return tuple(joined)
