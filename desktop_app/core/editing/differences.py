"""What a person made of the machine's words: each turn in stretches that are the same, or differ in one way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from desktop_app.core.editing.gaps import Gap, Gaps, words_of
from desktop_app.core.editing.word_matches import WordPlace, match
from desktop_app.core.transcript.values import Transcript, Turn, Word

_MOST_COMPARED = 400
"""Beyond so many words on one side a changed stretch is taken as a whole."""


class Kind(StrEnum):
    """How a stretch differs from the machine's. TIMES: the same words at other times, or of another confidence."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    SPEAKER = "speaker"
    MARKS = "marks"
    TIMES = "times"


class MachineWords(NamedTuple):
    """Words [first, end) of one of the machine's turns."""

    turn: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, end) of a present turn, and the machine's words that they were. Of a removed stretch there are no
    present words, of an added one none of the machine's."""

    kind: Kind
    first: int
    end: int
    machine: tuple[MachineWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """stretches: of each present turn, in the order of its words; every word of both transcripts is in exactly one.

    nowhere: the machine's words where the present transcript has none to put them between.
    """

    stretches: tuple[tuple[Stretch, ...], ...]
    nowhere: tuple[MachineWords, ...] = ()

    def of_turn(self, turn: int) -> tuple[Stretch, ...]:
        """The stretches of a turn that differ."""
        return tuple(each for each in self.stretches[turn] if each.kind is not Kind.SAME)

    def count_in(self, turn: int) -> int:
        """How many stretches of a turn differ, but for those whose times alone do."""
        return sum(each.kind not in {Kind.SAME, Kind.TIMES} for each in self.stretches[turn])

    def count(self) -> int:
        """How many there are in all."""
        return sum(map(self.count_in, range(len(self.stretches)))) + bool(self.nowhere)


def differences(machine: Transcript, present: Transcript) -> Differences:
    """What differs. Turns that were left alone are not looked into."""
    matches = match(machine.turns, present.turns)
    lost, nowhere = Gaps(machine.turns, present.turns, matches).fill()
    found = []
    for place, turn in enumerate(present.turns):
        whole = matches.turns.get(place)
        if whole is None:
            found.append(_together(list(_Turn(machine.turns, place, turn, matches.words, lost).steps())))
        else:
            found.append(_left_alone(machine.turns[whole], whole, turn, lost, place))
    return Differences(tuple(found), _runs(nowhere))


def _left_alone(
    theirs: Turn, whole: int, turn: Turn, lost: dict[Gap, list[WordPlace]], place: int
) -> tuple[Stretch, ...]:
    """A turn whose words are all and exactly those of one of the machine's."""
    kind, end = Kind.SAME if theirs.speaker == turn.speaker else Kind.SPEAKER, len(turn.words)
    before, behind = lost.get(Gap(place, 0), []), lost.get(Gap(place, end), [])
    steps = (*_removed(0, before), *_removed(end, behind))
    around = [Stretch(each.kind, each.first, each.end, each.machine) for each in steps]
    return (*around[: bool(before)], Stretch(kind, 0, end, (MachineWords(whole, 0, end),)), *around[bool(before) :])


class _Step(NamedTuple):
    """A stretch in the making. speaker: whose its words were, '' where that tells nothing."""

    kind: Kind
    first: int
    end: int
    machine: tuple[MachineWords, ...]
    speaker: str = ""


class _Turn:
    """One present turn of which words differ."""

    def __init__(
        self,
        machine: Sequence[Turn],
        place: int,
        turn: Turn,
        matched: dict[WordPlace, WordPlace],
        lost: dict[Gap, list[WordPlace]],
    ) -> None:
        self._machine, self._place, self._turn, self._matched, self._lost = machine, place, turn, matched, lost

    def steps(self) -> Iterator[_Step]:
        """Gap, matched word, gap, matched word, ..., gap."""
        at = 0
        while True:
            gap = Gap(self._place, at)
            here = words_of(gap, self._turn, self._matched)
            yield from self._gap(here, self._lost.get(gap, []))
            if here.stop == len(self._turn.words):
                return
            yield self._pair(here.stop, self._matched[WordPlace(self._place, here.stop)])
            at = here.stop + 1

    def _gap(self, here: range, lost: list[WordPlace]) -> Iterator[_Step]:
        """Words that read the same are one, whatever their times."""
        if not here or not lost or max(len(here), len(lost)) > _MOST_COMPARED:
            yield from _unlike(here, lost)
            return
        texts = [self._word(each).text for each in lost], [self._turn.words[each].text for each in here]
        for name, i1, i2, j1, j2 in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            if name == "equal":
                yield from (self._pair(ours, theirs) for ours, theirs in zip(here[j1:j2], lost[i1:i2], strict=True))
            else:
                yield from _unlike(here[j1:j2], lost[i1:i2])

    def _pair(self, ours: int, theirs: WordPlace) -> _Step:
        speaker = self._machine[theirs.turn].speaker
        kind = _kind(self._turn.words[ours], self._word(theirs), speaker == self._turn.speaker)
        run = MachineWords(theirs.turn, theirs.word, theirs.word + 1)
        return _Step(kind, ours, ours + 1, (run,), speaker if kind is Kind.SPEAKER else "")

    def _word(self, place: WordPlace) -> Word:
        return self._machine[place.turn].words[place.word]


def _kind(now: Word, was: Word, same_speaker: bool) -> Kind:
    if now.text != was.text:
        return Kind.CHANGED
    if not same_speaker:
        return Kind.SPEAKER
    if now is was or now == was:
        return Kind.SAME
    return Kind.MARKS if now.marks != was.marks else Kind.TIMES


def _unlike(here: range, lost: Sequence[WordPlace]) -> Iterator[_Step]:
    if here and lost:
        yield _Step(Kind.CHANGED, here.start, here.stop, _runs(lost))
    elif here:
        yield _Step(Kind.ADDED, here.start, here.stop, ())
    else:
        yield from _removed(here.start, lost)


def _removed(at: int, lost: Sequence[WordPlace]) -> Iterator[_Step]:
    if lost:
        yield _Step(Kind.REMOVED, at, at, _runs(lost))


def _runs(places: Sequence[WordPlace]) -> tuple[MachineWords, ...]:
    found: list[MachineWords] = []
    for turn, word in places:
        if found and found[-1].turn == turn and found[-1].end == word:
            found[-1] = found[-1]._replace(end=word + 1)
        else:
            found.append(MachineWords(turn, word, word + 1))
    return tuple(found)


_OTHER_WORDS = {Kind.CHANGED, Kind.ADDED, Kind.REMOVED}


def _together(steps: Sequence[_Step]) -> tuple[Stretch, ...]:
    """Neighbours of one kind are one stretch; so are all that have other words."""
    found: list[_Step] = []
    for step in steps:
        last = found[-1] if found else None
        alike = last is not None and (last.kind, last.speaker) == (step.kind, step.speaker)
        if last is not None and (alike or {last.kind, step.kind} <= _OTHER_WORDS):
            kind = step.kind if alike else Kind.CHANGED
            found[-1] = _Step(kind, last.first, step.end, _joined(last.machine, step.machine), step.speaker)
        else:
            found.append(step)
    return tuple(Stretch(kind, first, end, machine) for kind, first, end, machine, _ in found)


def _joined(one: tuple[MachineWords, ...], other: tuple[MachineWords, ...]) -> tuple[MachineWords, ...]:
    if one and other and one[-1].turn == other[0].turn and one[-1].end == other[0].first:
        return (*one[:-1], MachineWords(one[-1].turn, one[-1].first, other[0].end), *other[1:])
    return (*one, *other)
