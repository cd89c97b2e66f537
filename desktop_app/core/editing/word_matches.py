"""Which words of two transcripts are one: by the turns that were left alone, then by who says what when."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.core.transcript.values import Turn, Word


class _Said(NamedTuple):
    """A word, and whose it is."""

    speaker: str
    word: Word


class WordPlace(NamedTuple):
    """A word by its turn's index and its own."""

    turn: int
    word: int


@dataclass(frozen=True, slots=True)
class WordMatches:
    """turns: of the present turns those whose words are all and exactly one machine's turn's, with its index.

    words: of the other present words those that a word of the machine became, with its place. No place is there twice.
    """

    turns: dict[int, int]
    words: dict[WordPlace, WordPlace]


def match(machine: Sequence[Turn], present: Sequence[Turn]) -> WordMatches:
    """The matches of all words; what was left alone costs next to nothing."""
    turns = _matched_turns(machine, present)
    theirs = set(turns.values())
    old = _places((place for place in range(len(machine)) if place not in theirs), machine)
    new = _places((place for place in range(len(present)) if place not in turns), present)
    words: dict[WordPlace, WordPlace] = {}
    for key in (_speaker_text_and_time, _text_and_time, _time):
        _pair(words, old, new, key)
    return WordMatches(turns, words)


def _matched_turns(machine: Sequence[Turn], present: Sequence[Turn]) -> dict[int, int]:
    """First those that are the same objects, then those with equal words: of one speaker, or given to another."""
    same = {id(turn): place for place, turn in enumerate(machine) if turn.words}
    found = {place: same.pop(id(turn)) for place, turn in enumerate(present) if id(turn) in same}
    taken = set(found.values())
    for key in (_speaker_and_begin, _begin):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for place, turn in enumerate(machine):
            if turn.words and place not in taken:
                waiting[key(turn)].append(place)
        for place, turn in enumerate(present):
            if turn.words and place not in found:
                alike = waiting.get(key(turn), [])
                other = next((each for each in alike if machine[each].words == turn.words), None)
                if other is not None:
                    alike.remove(other)
                    taken.add(other)
                    found[place] = other
    return found


def _places(turns: Iterable[int], of: Sequence[Turn]) -> dict[WordPlace, _Said]:
    return {
        WordPlace(turn, place): _Said(of[turn].speaker, word)
        for turn in turns
        for place, word in enumerate(of[turn].words)
    }


def _pair(
    found: dict[WordPlace, WordPlace],
    old: dict[WordPlace, _Said],
    new: dict[WordPlace, _Said],
    key: Callable[[_Said], Hashable],
) -> None:
    """Pair words of one key in their order, and let go of them."""
    waiting: dict[Hashable, deque[WordPlace]] = defaultdict(deque)
    for place, said in old.items():
        waiting[key(said)].append(place)
    for place, said in list(new.items()):
        if alike := waiting.get(key(said)):
            found[place] = alike.popleft()
            del new[place], old[found[place]]


def _speaker_and_begin(turn: Turn) -> Hashable:
    return turn.speaker, _begin(turn)


def _begin(turn: Turn) -> Hashable:
    return turn.words[0].start_ms, turn.words[0].text, len(turn.words)


def _speaker_text_and_time(said: _Said) -> Hashable:
    return said.speaker, _text_and_time(said)


def _text_and_time(said: _Said) -> Hashable:
    return said.word.text, _time(said)


def _time(said: _Said) -> Hashable:
    return said.word.start_ms, said.word.end_ms
