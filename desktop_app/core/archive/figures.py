"""An archive in figures: what is done, what is left, what failed, how fast, in which languages, how sure."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.core.archive.kinds import Kind, kinds
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.items import Item

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many recordings, of so much sound, over which machines worked so long."""

    recordings: int
    sound_s: float
    work_s: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an archive.

    done: what has a transcript. left: how many recordings of the manifest are neither done nor failed, None without
    one. by_engines, by_language: of what is done, the most first; '' is a language that is not known. doubtful: what is
    done and has doubtful words, by falling share; untold: of how many recordings no share is known.
    """

    done: Amount
    left: int | None
    failures: tuple[Kind, ...]
    warnings: tuple[Kind, ...]
    by_engines: tuple[tuple[tuple[str, ...], Amount], ...]
    by_language: tuple[tuple[str, Amount], ...]
    doubtful: tuple[Outcome, ...]
    untold: int

    @property
    def failed(self) -> int:
        """How many recordings failed."""
        return sum(len(each.names) for each in self.failures)

    @property
    def left_s(self) -> float | None:
        """How much sound is left, if it is as long on average as what is done; None where that cannot be told."""
        if self.left is None or not self.done.recordings:
            return None
        return self.left * self.done.sound_s / self.done.recordings


def figures_of(outcomes: Sequence[Outcome], items: Iterable[Item] | None = None) -> Figures:
    """The figures of what became of an archive. items: those of its manifest, None where that is not known."""
    done = [each for each in outcomes if not each.reason]
    return Figures(
        done=_amount(done),
        left=None if items is None else _left(outcomes, items),
        failures=kinds((each, each.reason) for each in outcomes if each.reason),
        warnings=kinds((each, warning) for each in done for warning in each.warnings),
        by_engines=_grouped(done, lambda each: tuple(dict.fromkeys(each.engines))),
        by_language=_grouped(done, lambda each: each.language),
        doubtful=tuple(sorted(filter(_doubt, done), key=lambda each: -_doubt(each))),
        untold=sum(each.doubtful is None for each in done),
    )


def _amount(outcomes: Sequence[Outcome]) -> Amount:
    sound_s, work_s = (sum(each.sound_s for each in outcomes), sum(each.seconds for each in outcomes))
    return Amount(len(outcomes), sound_s, work_s)


def _left(outcomes: Sequence[Outcome], items: Iterable[Item]) -> int:
    ended = {(each.name, each.stretch_ms) for each in outcomes}
    wanted = {(each.name, each.stretch_ms) for each in items}
    return len(wanted - ended)


def _grouped(outcomes: Sequence[Outcome], of: Callable[[Outcome], T]) -> tuple[tuple[T, Amount], ...]:
    groups: defaultdict[T, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[of(each)].append(each)
    return tuple(sorted(((key, _amount(group)) for key, group in groups.items()), key=lambda each: -each[1].sound_s))


def _doubt(outcome: Outcome) -> float:
    return outcome.doubtful or 0.0
