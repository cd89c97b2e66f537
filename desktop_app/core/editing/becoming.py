"""The edit from one transcript to another of the same turns but for some."""

from collections.abc import Iterator, Sequence

from desktop_app.core.editing.turn_edits import Act, ChangeTurns, SetSpeakers, Several
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Transcript, Turn


def becoming(act: Act, now: Transcript, then: Transcript) -> Edit | None:
    """The edit after which speakers and turns are those of `then`; None where they are. Turns that stay are told by
    their identity, and stand in the same order in both."""
    edits = list[Edit]()
    if now.speakers != then.speakers:
        more = [speaker for speaker in now.speakers if speaker not in then.speakers]  # turns name them until the end
        edits.append(SetSpeakers(act, now.speakers, (*then.speakers, *more)))
    # From the end, so that the indices of those before stay true.
    edits += reversed(list(_changes(act, now.turns, then.turns)))
    if edits and isinstance(edits[0], SetSpeakers) and edits[0].new != then.speakers:
        edits.append(SetSpeakers(act, edits[0].new, then.speakers))
    if len(edits) < 2:
        return edits[0] if edits else None
    return Several(act, tuple(edits))


def _changes(act: Act, now: Sequence[Turn], then: Sequence[Turn]) -> Iterator[ChangeTurns]:
    places = {id(turn): place for place, turn in enumerate(then)}
    low = first = 0
    for place, turn in enumerate([*now, None]):
        other = len(then) if turn is None else places.get(id(turn), -1)
        if other < first:
            continue
        if place > low or other > first:
            yield ChangeTurns(act, low, tuple(now[low:place]), tuple(then[first:other]))
        low, first = place + 1, other + 1
