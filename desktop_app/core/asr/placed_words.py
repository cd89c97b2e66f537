"""Words of coarse times placed one after the other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from desktop_app.core.transcript.values import Word


def without_overlap(words: Sequence[Word], least_ms: int) -> tuple[Word, ...]:
    """The words, ordered by start, without overlap; those that begin at once share the time until the next begins.

    least_ms: how long a word lasts at least, unless the next begins sooner.
    """
    groups = [list(group) for _, group in groupby(words, key=lambda word: word.start_ms)]
    placed: list[Word] = []
    for index, group in enumerate(groups):
        start_ms = group[0].start_ms
        last_ms = max(group[-1].end_ms, start_ms + least_ms * len(group))
        if index + 1 < len(groups):
            last_ms = min(last_ms, groups[index + 1][0].start_ms)
        step_ms = min(least_ms, (last_ms - start_ms) // len(group))
        for at, word in enumerate(group):
            begins_ms = start_ms + at * step_ms
            ends_ms = last_ms if at + 1 == len(group) else begins_ms + step_ms
            placed.append(replace(word, start_ms=begins_ms, end_ms=ends_ms))
    return tuple(placed)
