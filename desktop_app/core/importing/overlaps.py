"""Which turns overlap in time with somebody else's."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.transcript.values import Turn


def with_overlaps(turns: Sequence[Turn]) -> list[Turn]:
    """The turns, with a mark where somebody else speaks during part of one. turns: by start."""
    marked = _over_earlier(turns) | _under_later(turns)
    return [replace(turn, overlap=True) if at in marked else turn for at, turn in enumerate(turns)]


def _over_earlier(turns: Sequence[Turn]) -> set[int]:
    """Places of the turns that begin while an earlier one of somebody else goes on."""
    found: set[int] = set()
    reach: dict[str, int] = {}
    farthest: list[str] = []  # the two speakers whose speech so far reaches farthest
    for at, turn in enumerate(turns):
        if any(speaker != turn.speaker and reach[speaker] > turn.start_ms for speaker in farthest):
            found.add(at)
        if turn.end_ms > reach.get(turn.speaker, -1):
            reach[turn.speaker] = turn.end_ms
            farthest = sorted({*farthest, turn.speaker}, key=lambda speaker: -reach[speaker])[:2]
    return found


def _under_later(turns: Sequence[Turn]) -> set[int]:
    """Places of the turns during which somebody else begins."""
    found: set[int] = set()
    following = len(turns)  # the first later turn of somebody else than who speaks at `at`
    for at in range(len(turns) - 2, -1, -1):
        if turns[at].speaker != turns[at + 1].speaker:
            following = at + 1
        if following < len(turns) and turns[following].start_ms < turns[at].end_ms:
            found.add(at)
    return found
