"""What the machine wrote, in words: of a stretch, and of a turn."""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import groupby

from desktop_app.core.editing.differences import Differences, Kind, MachineWords, Stretch
from desktop_app.core.transcript.joined_text import joined
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import figure, plural, tr

AS_WRITTEN = tr("This turn is as the machine wrote it.")
_NOTHING = tr("was: nothing; these words were added")
_SAME_WORDS = {
    Kind.MARKS: tr("was: the same words, marked otherwise"),
    Kind.TIMES: tr("was: the same words at other times"),
}
_LOUD_FIRST = (Kind.MARKS, Kind.TIMES)


def stretch_in_words(machine: Transcript, stretch: Stretch) -> str:
    """'was: harbour'; what a pointer at a stretch that differs is told."""
    match stretch.kind:
        case Kind.ADDED:
            return _NOTHING
        case Kind.REMOVED:
            return tr("removed: {words}", words=_said(machine, stretch.machine))
        case Kind.SPEAKER:
            return tr("was said by {name}", name=_who(machine, stretch.machine))
        case Kind.MARKS | Kind.TIMES:
            return _SAME_WORDS[stretch.kind]
    return _was(_said(machine, stretch.machine))


def turn_in_words(machine: Transcript, found: Differences, turn: int, speaker: str) -> str:
    """'was: we met at the harbour': all that the machine wrote where this turn is. speaker: whose it is now, an id; of
    others the names are told."""
    kinds = {each.kind for each in found.of_turn(turn)}
    if not kinds:
        return AS_WRITTEN
    for kind in _LOUD_FIRST:
        if kind in kinds <= set(_LOUD_FIRST):
            return _SAME_WORDS[kind]
    runs = [run for each in found.stretches[turn] for run in each.machine]
    if not runs:
        return _NOTHING
    lines = list(_lines(machine, runs, speaker))
    return _was(lines[0]) if len(lines) == 1 else "\n".join([tr("was:"), *lines])


def count_in_words(here: int, all_: int) -> str:
    """'2 differences in this turn, 12 in all'."""
    return plural(
        "{n} differences in this turn, {total} in all",
        "{n} difference in this turn, {total} in all",
        here,
        total=figure(all_),
    )


def _was(words: str) -> str:
    return tr("was: {words}", words=words)


def _lines(machine: Transcript, runs: Iterable[MachineWords], speaker: str) -> Iterator[str]:
    """One for each speaker after another."""
    for who, said in groupby(runs, key=lambda run: machine.turns[run.turn].speaker):
        text = _said(machine, said)
        yield text if who == speaker else f"{machine.speaker(who).name}: {text}"


def _said(machine: Transcript, runs: Iterable[MachineWords]) -> str:
    return joined(word.text for turn, first, end in runs for word in machine.turns[turn].words[first:end])


def _who(machine: Transcript, runs: Iterable[MachineWords]) -> str:
    names = dict.fromkeys(machine.speaker(machine.turns[run.turn].speaker).name for run in runs)
    return reduce(lambda one, other: tr("{one} and {other}", one=one, other=other), names)
