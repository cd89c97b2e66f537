"""A turn taken apart into what stays and what comes back of the machine's, and put together again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from desktop_app.core.editing.differences import Kind, MachineWords, Stretch
from desktop_app.core.editing.turn_cuts import clipped, join
from desktop_app.core.editing.word_matches import WordPlace
from desktop_app.core.transcript.values import Transcript, Turn, Word

_ONE_TO_ONE = {Kind.SAME, Kind.SPEAKER, Kind.MARKS, Kind.TIMES}


class Part(NamedTuple):
    """A turn that is to be. head, tail: the machine's places of its first and last word, None for a person's words.
    is_back: it comes from the machine."""

    turn: Turn
    head: WordPlace | None
    tail: WordPlace | None
    is_back: bool = False


class _Piece(NamedTuple):
    """A word of a turn that is to be. owner: the machine's turn that it comes back with, None where it stays in its
    own. place: the machine's place of it, None for a person's word."""

    owner: int | None
    word: Word
    place: WordPlace | None


def untouched(turn: Turn, stretches: Sequence[Stretch]) -> Part:
    """A turn as it is."""
    places = list(_places_kept(stretches[0])), list(_places_kept(stretches[-1]))
    return Part(turn, places[0][0] if places[0] else None, places[1][-1] if places[1] else None)


def restored(machine: Transcript, turn: Turn, stretches: Sequence[Stretch], chosen: Collection[int]) -> Iterator[Part]:
    """A present turn, the chosen ones of its stretches as the machine wrote them. What is the speaker's and of the
    machine's turn that the rest of the words are of stays in the turn; the rest are turns of their own."""
    kept = {run.turn for number, each in enumerate(stretches) if number not in chosen for run in each.machine}
    own = {place for place in kept if machine.turns[place].speaker == turn.speaker}
    pieces = list(_pieces(machine, turn, stretches, chosen, own))
    runs = [(owner, list(run)) for owner, run in groupby(pieces, key=lambda each: each.owner)]
    for number, (owner, run) in enumerate(runs):
        run.sort(key=lambda each: each.word.start_ms)
        words = tuple(each.word for each in run)
        if owner is None:
            made = _own_part(turn, words, is_first=number == 0, is_last=number == len(runs) - 1)
        else:
            made = _part_of(machine.turns[owner], words)
        head, tail = run[0].place, run[-1].place
        yield Part(_whole(machine, made, head), head, tail, owner is not None)


def put_together(machine: Transcript, parts: Iterable[Part]) -> list[Part]:
    """The same parts; what comes back joins the neighbour that has the machine's words before or behind it."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and _follows(last, part):
            turn = _whole(machine, join([last.turn, part.turn]), last.head)
            found[-1] = Part(turn, last.head, part.tail, is_back=True)
        else:
            found.append(part)
    return found


def _follows(one: Part, other: Part) -> bool:
    if one.tail is None or other.head is None or not (one.is_back or other.is_back):
        return False
    is_next = (one.tail.turn, one.tail.word + 1) == other.head
    return is_next and one.turn.speaker == other.turn.speaker


def _pieces(
    machine: Transcript, turn: Turn, stretches: Sequence[Stretch], chosen: Collection[int], own: Collection[int]
) -> Iterator[_Piece]:
    for number, stretch in enumerate(stretches):
        if number in chosen:
            for place in _places(stretch.machine):
                owner = None if place.turn in own else place.turn
                yield _Piece(owner, machine.turns[place.turn].words[place.word], place)
        else:
            words = turn.words[stretch.first : stretch.end]
            places: list[WordPlace | None] = [*_places_kept(stretch)]
            places = places or [None] * len(words)
            yield from (_Piece(None, word, place) for word, place in zip(words, places, strict=True))


def _places(runs: Iterable[MachineWords]) -> Iterator[WordPlace]:
    return (WordPlace(turn, word) for turn, first, end in runs for word in range(first, end))


def _places_kept(stretch: Stretch) -> Iterator[WordPlace]:
    return _places(stretch.machine if stretch.kind in _ONE_TO_ONE else ())


def _own_part(turn: Turn, words: tuple[Word, ...], *, is_first: bool, is_last: bool) -> Turn:
    start_ms, end_ms = words[0].start_ms, max(word.end_ms for word in words)
    start_ms = min(start_ms, turn.start_ms) if is_first else start_ms
    end_ms = max(end_ms, turn.end_ms) if is_last else end_ms
    speech = clipped(turn.speech, start_ms, end_ms)
    return replace(turn, words=words, start_ms=start_ms, end_ms=end_ms, speech=speech)


def _part_of(turn: Turn, words: tuple[Word, ...]) -> Turn:
    """Some of the words of one of the machine's turns."""
    start_ms = turn.start_ms if words[0] is turn.words[0] else words[0].start_ms
    end_ms = max(word.end_ms for word in words)
    end_ms = max(turn.end_ms, end_ms) if words[-1] is turn.words[-1] else end_ms
    speech = clipped(turn.speech, start_ms, end_ms)
    return replace(turn, words=words, start_ms=min(start_ms, words[0].start_ms), end_ms=end_ms, speech=speech)


def _whole(machine: Transcript, turn: Turn, head: WordPlace | None) -> Turn:
    """The machine's own turn, where these are all its words."""
    if head is None or head.word:
        return turn
    theirs = machine.turns[head.turn]
    return theirs if (theirs.speaker, theirs.words) == (turn.speaker, turn.words) else turn
