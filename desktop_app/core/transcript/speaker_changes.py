"""What another decision on who speaks has changed: whose words went to whom."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter

from desktop_app.core.transcript.values import Span, Transcript, Turn, Word


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """What went from one speaker to another.

    from_speaker, to_speaker: ids, the first in the transcript before, the second in the one after. words: how many
    went. turns: of how many turns before; whole_turns: how many of these went with all their words.
    spans: where, ordered by start: one for each run of such words within a turn before.
    """

    from_speaker: str
    to_speaker: str
    turns: int
    whole_turns: int
    words: int
    spans: tuple[Span, ...]


def speaker_changes(before: Transcript, after: Transcript) -> tuple[SpeakerChange, ...]:
    """Whose words are somebody else's now; those of whom most words went come first. In O(n) of the words.

    Words are matched with their equals, those that were written anew in between with those of the same times; equals
    go in order of time. A word that is in one transcript alone counts for nothing, nor does speech without words.
    """
    owners = iter(_owners_after(before, after))
    runs: dict[tuple[str, str], list[_Run]] = defaultdict(list)
    for turn in before.turns:
        for run in _runs(turn, [next(owners) for _ in turn.words]):
            if run.owner is not None and run.owner != turn.speaker:
                runs[turn.speaker, run.owner].append(run)
    changes = [_change(old, new, moved) for (old, new), moved in runs.items()]
    return tuple(sorted(changes, key=lambda change: (-change.words, change.spans[0].start_ms)))


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a turn that follow each other and have the same owner after: None, if they are not there any more."""

    turn: Turn
    owner: str | None
    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        return Span(min(word.start_ms for word in self.words), max(word.end_ms for word in self.words))


def _runs(turn: Turn, owners: Sequence[str | None]) -> Iterator[_Run]:
    for owner, run in groupby(zip(turn.words, owners, strict=True), key=itemgetter(1)):
        yield _Run(turn, owner, tuple(word for word, _ in run))


def _by_turn(runs: Sequence[_Run]) -> Iterator[tuple[Turn, list[_Run]]]:
    for _, group in groupby(runs, key=lambda run: id(run.turn)):  # comparing turns would compare all their words
        of = list(group)
        yield of[0].turn, of


def _change(old: str, new: str, runs: Sequence[_Run]) -> SpeakerChange:
    by_turn = [(turn, sum(len(run.words) for run in of)) for turn, of in _by_turn(runs)]
    return SpeakerChange(
        from_speaker=old,
        to_speaker=new,
        turns=len(by_turn),
        whole_turns=sum(words == len(turn.words) for turn, words in by_turn),
        words=sum(words for _, words in by_turn),
        spans=tuple(sorted(run.span for run in runs)),
    )


def _owners_after(before: Transcript, after: Transcript) -> list[str | None]:
    """The speaker after of every word before; None for those that are gone."""
    there = [(word, turn.speaker) for turn in after.turns for word in turn.words]
    here = [word for turn in before.turns for word in turn.words]
    owners: list[str | None] = [None] * len(here)
    left = list(range(len(here)))
    for key in (_itself, attrgetter("start_ms", "end_ms")):
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for at, (word, _) in enumerate(there):
            waiting[key(word)].append(at)
        taken: set[int] = set()
        for at in left:
            if found := waiting[key(here[at])]:
                taken.add(found[0])
                owners[at] = there[found.popleft()][1]
        left = [at for at in left if owners[at] is None]
        there = [each for at, each in enumerate(there) if at not in taken]
    return owners


def _itself(word: Word) -> Word:
    return word
