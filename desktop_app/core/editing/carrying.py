"""What a person corrected, carried over to what a machine makes of the same recording later.

By word and time: words that a person changed, added, removed, gave to somebody or marked are as the person left them;
everything else, and where turns begin, is the new machine's.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from desktop_app.core.editing.carried_turns import Carried, Insertion, Place, carried_turns
from desktop_app.core.editing.differences import Differences, Kind, MachineWords, Stretch, differences
from desktop_app.core.editing.heirs import Heirs
from desktop_app.core.editing.word_matches import WordPlace
from desktop_app.core.transcript.values import Span, Transcript, Turn, Word

_QUIET = {Kind.SAME, Kind.TIMES}


def carry_corrections(before: Transcript, edited: Transcript, after: Transcript) -> Transcript:
    """The new machine's transcript with a person's corrections of the old machine's. Speakers are told by their ids;
    their names are those of `after`, but for those whom a person alone has brought in."""
    found = differences(before, edited)
    if not found.count():
        return after
    heirs = Heirs(before.turns, after.turns, _times(before, edited, found))
    carried = _Carrying(before, edited, after, heirs).all(found)
    turns = carried_turns(after, carried)
    used = {turn.speaker for turn in turns} - {speaker.id for speaker in after.speakers}
    more = tuple(speaker for speaker in edited.speakers if speaker.id in used)
    return replace(after, speakers=(*after.speakers, *more), turns=turns)


def _times(before: Transcript, edited: Transcript, found: Differences) -> Iterator[Span]:
    """When what differs is said, with the words beside it."""
    for turn, stretches in zip(edited.turns, found.stretches, strict=True):
        for number, each in enumerate(stretches):
            if each.kind not in _QUIET:
                beside = stretches[max(0, number - 1) : number + 2]
                words = list(
                    chain(*(_words(before, some.machine) for some in beside), turn.words[each.first : each.end])
                )
                yield _hull(words)
    if found.nowhere:
        yield _hull(list(_words(before, found.nowhere)))


class _Carrying:
    """Goes through what differs, turn by turn."""

    def __init__(self, before: Transcript, edited: Transcript, after: Transcript, heirs: Heirs) -> None:
        self._before, self._edited, self._after, self._heirs = before, edited, after, heirs
        self._made = Carried()

    def all(self, found: Differences) -> Carried:
        """What becomes of the new machine's words."""
        for turn, stretches in zip(self._edited.turns, found.stretches, strict=True):
            for number, each in enumerate(stretches):
                if each.kind in {Kind.SPEAKER, Kind.MARKS}:
                    self._keep(turn, each)
                elif each.kind not in _QUIET:
                    self._exchange(turn, stretches, number)
        self._made.gone.update(self._covered(found.nowhere))
        return self._made

    def _keep(self, turn: Turn, stretch: Stretch) -> None:
        """Words that read as the machine wrote them, and are somebody else's or marked."""
        for word, place in zip(turn.words[stretch.first : stretch.end], _places(stretch.machine), strict=True):
            was = self._before.turns[place.turn]
            for heir in self._heirs.of(place):
                if was.speaker != turn.speaker:
                    self._made.speakers[heir] = turn.speaker
                if was.words[place.word].marks != word.marks:
                    self._made.marks[heir] = self._made.marks.get(heir, frozenset()) | word.marks

    def _exchange(self, turn: Turn, stretches: tuple[Stretch, ...], number: int) -> None:
        """A person's words, or none, in the place of the machine's, or of none."""
        stretch = stretches[number]
        words = turn.words[stretch.first : stretch.end]
        covered = self._covered(stretch.machine) if stretch.machine else self._heard_too(words)
        self._made.gone.update(covered)
        if not words:
            return
        place = Place(covered[0], behind=False) if covered and stretch.machine else self._beside(stretches, number)
        if covered and stretch.machine:
            then = _hull([self._after.turns[each.turn].words[each.word] for each in covered])
            words = _moved(words, _hull(list(_words(self._before, stretch.machine))), then)
        self._made.inserted.append(Insertion(place, turn.speaker, words))

    def _covered(self, machine: tuple[MachineWords, ...]) -> list[WordPlace]:
        """The new machine's words in the place of the old one's, and those between them that nobody had heard."""
        found = [heir for place in _places(machine) for heir in self._heirs.of(place)]
        for run in machine:
            hull = _hull(list(_words(self._before, (run,))))
            speaker = self._before.turns[run.turn].speaker
            found += [each for each in self._heirs.alone if self._is_inside(each, hull, speaker)]
        return sorted(set(found))

    def _heard_too(self, words: tuple[Word, ...]) -> list[WordPlace]:
        """What the new machine has heard itself where a person has added words."""
        hull = _hull(words)
        return [each for each in self._heirs.alone if self._shares(each, hull)]

    def _is_inside(self, place: WordPlace, hull: Span, speaker: str) -> bool:
        turn = self._after.turns[place.turn]
        word = turn.words[place.word]
        return turn.speaker == speaker and 2 * hull.start_ms <= word.start_ms + word.end_ms < 2 * hull.end_ms

    def _shares(self, place: WordPlace, hull: Span) -> bool:
        word = self._after.turns[place.turn].words[place.word]
        return word.start_ms < hull.end_ms and hull.start_ms < word.end_ms

    def _beside(self, stretches: tuple[Stretch, ...], number: int) -> Place | None:
        """Behind the words that stand before it in its turn, or before those behind."""
        for each in reversed(stretches[:number]):
            for place in reversed(list(_places(each.machine))):
                if heirs := self._heirs.of(place):
                    return Place(heirs[-1], behind=True)
        for each in stretches[number + 1 :]:
            for place in _places(each.machine):
                if heirs := self._heirs.of(place):
                    return Place(heirs[0], behind=False)
        return None


def _places(runs: tuple[MachineWords, ...]) -> Iterator[WordPlace]:
    return (WordPlace(turn, word) for turn, first, end in runs for word in range(first, end))


def _words(transcript: Transcript, runs: tuple[MachineWords, ...]) -> Iterator[Word]:
    return (word for turn, first, end in runs for word in transcript.turns[turn].words[first:end])


def _hull(words: list[Word] | tuple[Word, ...]) -> Span:
    return Span(min(word.start_ms for word in words), max(word.end_ms for word in words))


def _moved(words: tuple[Word, ...], was: Span, now: Span) -> tuple[Word, ...]:
    """The words in another time, each at its share of it."""
    if was == now:
        return words
    length_ms = max(1, was.duration_ms)

    def moved(at_ms: int) -> int:
        return now.start_ms + min(max(0, at_ms - was.start_ms), length_ms) * now.duration_ms // length_ms

    return tuple(
        replace(word, start_ms=moved(word.start_ms), end_ms=moved(word.end_ms), estimated=True) for word in words
    )
