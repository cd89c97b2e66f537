"""Words that come into a text with the times that they have had: where those fit, they stay as they are."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from desktop_app.core.editing.word_times import Retimed, compared, retime
from desktop_app.core.transcript.values import Span, Word

Sound = tuple[int, int, str]
"""What makes two words the same moment of the recording: when it is said, and what, as words are compared."""


class Room(NamedTuple):
    """Where words fit: none begins before low_ms or after high_ms, none ends after end_ms, the end of the sound; and
    none is there that stands elsewhere, in `taken`."""

    low_ms: int
    high_ms: int
    end_ms: int
    taken: Set[Sound]


def sound_of(word: Word) -> Sound:
    """What of the recording a word stands for."""
    return word.start_ms, word.end_ms, compared(word.text)


def lay_in(
    old: Sequence[Word], texts: Sequence[str], pasted: Mapping[int, Word], room: Room, pause: Span
) -> list[Retimed] | None:
    """The words that these texts are, as `retime` gives them, but for those pasted words that fit: they are as they
    were, and stand behind the same word of `old` as the words around them. None where no pasted word fits.

    pasted: by their places among the texts. pause: where new words have room at the beginning and the end.
    """
    others = [text for place, text in enumerate(texts) if place not in pasted]
    stayed = iter(retime(old, others, start_ms=pause.start_ms, end_ms=pause.end_ms))
    around = [pasted[place] if place in pasted else next(stayed) for place in range(len(texts))]
    known = _fitting(around, room)
    if len(known) == len(others):
        return None
    found = retime([each.word for each in known], texts, start_ms=pause.start_ms, end_ms=pause.end_ms)
    return [each._replace(source=known[each.source].source if each.source >= 0 else -1) for each in found]


def _fitting(around: Sequence[Retimed | Word], room: Room) -> list[Retimed]:
    """Without the pasted words, which have no source yet, that begin before what stands before them, or after what
    stands behind them; and without those that are there already: they were copied, and nobody said them twice."""
    taken = room.taken | {sound_of(each.word) for each in around if isinstance(each, Retimed)}
    known: list[Retimed] = []
    low_ms, source = room.low_ms, -1
    for each, high_ms in zip(around, _next_starts(around, room), strict=True):
        if isinstance(each, Retimed):
            source = each.source
        elif low_ms <= each.start_ms <= high_ms and each.end_ms <= room.end_ms and sound_of(each) not in taken:
            each = Retimed(each, source)
        else:
            continue
        known.append(each)
        low_ms = each.word.start_ms
    return known


def _next_starts(around: Sequence[Retimed | Word], room: Room) -> list[int]:
    """When the next word that is not pasted begins, for each word."""
    starts, next_ms = [], room.high_ms
    for each in reversed(around):
        starts.append(next_ms)
        if isinstance(each, Retimed):
            next_ms = each.word.start_ms
    return starts[::-1]
