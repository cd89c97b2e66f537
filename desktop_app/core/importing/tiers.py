"""Tiers, as phoneticians have them: one for each speaker, and perhaps one with each speaker's words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.core.importing.values import ReadStretch, ReadWord
from desktop_app.translation import tr

_LONGEST_NAME = 200
_OF_WORDS = re.compile(r"(?i)(?:(?P<name>.+?)[\s_:./-]*)?[\s_(\[-]*(?:words?|wörter|tokens?)[)\]]?(?:[_ ]?tier)?")
_OF_SOUNDS = re.compile(r"(?i)(?:.+[\s_:./-]+)?[([]?(?:phones?|phonemes?|segments?|mau|syllables?)[)\]]?")


class Interval(NamedTuple):
    """What stands on a tier from then to then, in ms; None where nobody says when."""

    start_ms: int | None
    end_ms: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier. speaker: whose it is, its own name if nobody else's. parent: the name of the one that it refines, ''
    where there is none, or nobody says."""

    name: str
    intervals: tuple[Interval, ...]
    speaker: str = ""
    parent: str = ""


def stretches_of(tiers: Sequence[Tier], others: Sequence[str] = ()) -> tuple[tuple[ReadStretch, ...], tuple[str, ...]]:
    """What is said on the tiers, and what a reader must know of those that were left out. others: names of tiers that
    hold something else than intervals."""
    texts = [tier for tier in tiers if not tier.parent and not _matched(_OF_SOUNDS, tier.name)]
    words = {tier.name: found for tier in texts if (found := _words_of(tier, tiers)) is not None}
    used = {each.name for each in words.values()}
    spoken = [tier for tier in texts if tier.name not in used]
    stretches = [each for tier in spoken for each in _stretches(tier, words.get(tier.name))]
    kept = used | {tier.name for tier in spoken}
    left = [*(tier.name for tier in tiers if tier.name not in kept and tier.intervals), *others]
    return tuple(stretches), left_out(left)


def left_out(names: Sequence[str]) -> tuple[str, ...]:
    """What a reader must know of tiers of these names."""
    if not names:
        return ()
    return (tr("Left out, for they are neither speakers nor words: {tiers}.", tiers=", ".join(names)),)


def _words_of(tier: Tier, tiers: Sequence[Tier]) -> Tier | None:
    """The tier with the words of this one: its child, or named so, and its text is the same."""
    said = _letters(tier)
    for other in tiers:
        named = _matched(_OF_WORDS, other.name)
        is_of_it = other.parent == tier.name if other.parent else named is not None and named["name"] == tier.name
        if other is not tier and is_of_it and _letters(other) == said:
            return other
    return None


def _matched(form: re.Pattern[str], name: str) -> re.Match[str] | None:
    return form.fullmatch(name) if len(name) <= _LONGEST_NAME else None


def _letters(tier: Tier) -> str:
    return "".join("".join(interval.text.split()) for interval in tier.intervals)


def _stretches(tier: Tier, words: Tier | None) -> Iterator[ReadStretch]:
    """A stretch for each interval with a text."""
    speaker = tier.speaker or tier.name
    named = _matched(_OF_WORDS, tier.name) if words is None else None
    if named is not None:
        yield from (_word(named["name"], each) for each in tier.intervals if each.text.strip())
        return
    waiting = iter(sorted(words.intervals, key=lambda each: each.start_ms or 0) if words is not None else ())
    for interval in tier.intervals:
        if text := " ".join(interval.text.split()):
            own = tuple(_taken(waiting, text)) if words is not None else ()
            yield ReadStretch(speaker, interval.start_ms, interval.end_ms, text, own, opens_turn=True)


def _word(speaker: str | None, interval: Interval) -> ReadStretch:
    text = " ".join(interval.text.split())
    word = ReadWord(text, interval.start_ms, interval.end_ms)
    return ReadStretch(speaker, interval.start_ms, interval.end_ms, words=(word,))


def _taken(waiting: Iterator[Interval], text: str) -> Iterator[ReadWord]:
    """The next words, as many as the text has letters of."""
    missing = len("".join(text.split()))
    while missing > 0 and (interval := next(waiting, None)) is not None:
        word = " ".join(interval.text.split())
        missing -= len("".join(word.split()))
        if word:
            yield ReadWord(word, interval.start_ms, interval.end_ms)
