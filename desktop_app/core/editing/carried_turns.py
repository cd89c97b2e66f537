"""A machine's turns with some words gone, given away, marked, and others put between them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from desktop_app.core.editing.turn_cuts import clipped
from desktop_app.core.editing.word_matches import WordPlace
from desktop_app.core.transcript.values import Mark, Span, Transcript, Turn, Word

_start_ms = attrgetter("start_ms")


class Place(NamedTuple):
    """Before a word, or behind it."""

    word: WordPlace
    behind: bool


class Insertion(NamedTuple):
    """A person's words. place: None where nothing of their turn was heard: they are a turn of their own."""

    place: Place | None
    speaker: str
    words: tuple[Word, ...]


@dataclass(slots=True)
class Carried:
    """What becomes of a machine's words: gone, another speaker's, with other marks; and what comes between them."""

    gone: set[WordPlace] = field(default_factory=set)
    speakers: dict[WordPlace, str] = field(default_factory=dict)
    marks: dict[WordPlace, frozenset[Mark]] = field(default_factory=dict)
    inserted: list[Insertion] = field(default_factory=list)


class _Item(NamedTuple):
    speaker: str
    word: Word
    is_new: bool


def carried_turns(machine: Transcript, carried: Carried) -> tuple[Turn, ...]:
    """The turns afterwards, in order; those in which nothing changes are the same objects."""
    inserted: dict[Place, list[Insertion]] = defaultdict(list)
    for each in carried.inserted:
        if each.place is not None:
            inserted[each.place].append(each)
    touched = carried.gone | carried.speakers.keys() | carried.marks.keys() | {place.word for place in inserted}
    turns = {place.turn for place in touched}
    found = [_own_turn(each) for each in carried.inserted if each.place is None]
    for place, turn in enumerate(machine.turns):
        if place in turns:
            found += _turns(turn, _timed(list(_items(place, turn, carried, inserted))))
        else:
            found.append(turn)
    return tuple(sorted(found, key=_start_ms))


def _items(place: int, turn: Turn, carried: Carried, inserted: dict[Place, list[Insertion]]) -> Iterator[_Item]:
    for number, word in enumerate(turn.words):
        at = WordPlace(place, number)
        yield from _of(inserted.get(Place(at, behind=False), ()))
        if at not in carried.gone:
            marks = carried.marks.get(at, word.marks)
            kept = word if marks == word.marks else replace(word, marks=marks)
            yield _Item(carried.speakers.get(at, turn.speaker), kept, is_new=False)
        yield from _of(inserted.get(Place(at, behind=True), ()))


def _of(insertions: Sequence[Insertion]) -> Iterator[_Item]:
    return (_Item(each.speaker, word, is_new=True) for each in insertions for word in each.words)


def _timed(items: list[_Item]) -> list[_Item]:
    """The same, with new words that begin neither before the word before them nor after the machine's next."""
    found: list[_Item] = []
    limit: int | None = None
    for item in reversed(items):  # the machine's next word bounds what comes before it
        word = item.word
        if not item.is_new:
            limit = word.start_ms
        elif limit is not None and word.start_ms > limit:
            word = replace(word, start_ms=limit)
        found.append(item._replace(word=word))
    found.reverse()
    for place in range(1, len(found)):
        word, least_ms = found[place].word, found[place - 1].word.start_ms
        if word.start_ms < least_ms:
            word = replace(word, start_ms=least_ms, end_ms=max(word.end_ms, least_ms))
            found[place] = found[place]._replace(word=word)
    return found


def _turns(turn: Turn, items: Sequence[_Item]) -> Iterator[Turn]:
    """The turn cut where the speaker changes."""
    runs = [
        (speaker, tuple(item.word for item in run)) for speaker, run in groupby(items, key=lambda each: each.speaker)
    ]
    for number, (speaker, words) in enumerate(runs):
        start_ms, end_ms = words[0].start_ms, max(word.end_ms for word in words)
        start_ms = min(start_ms, turn.start_ms) if number == 0 else start_ms
        end_ms = max(end_ms, turn.end_ms) if number == len(runs) - 1 else end_ms
        speech = clipped(turn.speech, start_ms, end_ms)
        yield replace(turn, speaker=speaker, words=words, start_ms=start_ms, end_ms=end_ms, speech=speech)


def _own_turn(insertion: Insertion) -> Turn:
    span = Span(insertion.words[0].start_ms, max(word.end_ms for word in insertion.words))
    return Turn(insertion.speaker, span.start_ms, span.end_ms, insertion.words, (span,))
