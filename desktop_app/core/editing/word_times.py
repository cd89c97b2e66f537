"""A changed text and the words that it was: what was not touched keeps its times, what is new shares those of what it
replaced.

After https://github.com/hyperaudio/hyperaudio-lite-editor and BBC's stt-align-node in kind: words are compared without
case and punctuation; but only between what begins and what ends alike, and nothing that stayed is ever moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from desktop_app.core.transcript.values import CERTAIN, Word

_MS_PER_LETTER = 70
_MOST_COMPARED = 400
"""Beyond so many words on both sides a changed stretch is taken as a whole: nobody types as much at once."""


class Retimed(NamedTuple):
    """A word of the changed text. source: the place of the word that it comes from, or stands behind; -1 before all."""

    word: Word
    source: int


def retime(old: Sequence[Word], texts: Sequence[str], *, start_ms: int, end_ms: int) -> list[Retimed]:
    """The words that these texts are, timed by the words that stood there before.

    Words that read alike, whatever their case and punctuation, keep their times to the millisecond, confidence and
    marks. The others share the time of those that they replace by their letters, or find room in the pause where
    they were put; they are marked as estimated, with a confidence of 1. Starts are in order where those of `old` are,
    and no new word is without length. start_ms, end_ms: between which new words have room at the beginning and the end.
    """
    found: list[Retimed] = []
    for first, end, low, high in _stretches(old, texts):
        if texts[low:high] and end - first == high - low and _alike(old[first:end], texts[low:high]):
            pairs = zip(range(first, end), texts[low:high], strict=True)
            found += [Retimed(_reworded(old[place], text), place) for place, text in pairs]
        else:
            found += _shared(old, first, end, texts[low:high], (start_ms, end_ms))
    return found


def _stretches(old: Sequence[Word], texts: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """What belongs together: words [first, end) of the old, and [low, high) of the new."""
    least = min(len(old), len(texts))
    before = next((at for at in range(least) if old[at].text != texts[at]), least)
    room = least - before
    behind = next((at for at in range(room) if old[-1 - at].text != texts[-1 - at]), room)
    if before:
        yield 0, before, 0, before
    end, high = len(old) - behind, len(texts) - behind
    if end > before or high > before:
        if max(end - before, high - before) > _MOST_COMPARED:
            yield before, end, before, high
        else:
            keys = [compared(word.text) for word in old[before:end]], [compared(text) for text in texts[before:high]]
            for _, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
                yield before + i1, before + i2, before + j1, before + j2
    if behind:
        yield end, len(old), high, len(texts)


def compared(text: str) -> str:
    """What of a word is compared: letters and figures, without case; the text itself where it has none."""
    return "".join(filter(str.isalnum, text.casefold())) or text


def _alike(old: Sequence[Word], texts: Sequence[str]) -> bool:
    return all(
        word.text == text or compared(word.text) == compared(text) for word, text in zip(old, texts, strict=True)
    )


def _reworded(word: Word, text: str) -> Word:
    return word if word.text == text else replace(word, text=text)


def _shared(
    old: Sequence[Word], first: int, end: int, texts: Sequence[str], room: tuple[int, int]
) -> Iterator[Retimed]:
    """New words in the time of old[first:end], or between their neighbours where they replace none."""
    if not texts:
        return
    replaced = old[first:end]
    if replaced:
        low, high = replaced[0].start_ms, max(word.end_ms for word in replaced)
    else:
        low, high = _room_between(old, first, texts, room)
    letters = [max(1, len(text)) for text in texts]
    shares = accumulate(letters, initial=0)
    borders = [low + max(high - low, len(texts)) * share // sum(letters) for share in shares]
    # Of turns that overlap, what follows in the text may have been said before.
    limit = max(low, old[end].start_ms) if end < len(old) else borders[-1]
    marks = frozenset.intersection(*(word.marks for word in replaced)) if replaced else frozenset()
    for place, text in enumerate(texts):
        starts_ms = min(borders[place], limit)
        ends_ms = max(starts_ms + 1, borders[place + 1])
        source = first + place * len(replaced) // len(texts) if replaced else first - 1
        yield Retimed(Word(text, starts_ms, ends_ms, CERTAIN, estimated=True, marks=marks), source)


def _room_between(old: Sequence[Word], place: int, texts: Sequence[str], room: tuple[int, int]) -> tuple[int, int]:
    """Where words that were put before old[place] have room: in the pause there, else over the end of the word before,
    or over the beginning of the next."""
    wanted = sum(max(1, len(text)) for text in texts) * _MS_PER_LETTER
    before = old[place - 1] if place else None
    behind = old[place] if place < len(old) else None
    high = behind.start_ms if behind else max(room[1], before.end_ms if before else room[0])
    if before is not None:
        high = max(high, before.start_ms)
    low = min(before.end_ms, high) if before else min(room[0], high)
    if high - low >= len(texts):
        return (low, min(high, low + wanted)) if before else (max(low, high - wanted), high)
    if before is not None:
        end = min(before.end_ms, high)
        return (before.start_ms + end) // 2, end
    if behind is not None:
        return behind.start_ms, (behind.start_ms + behind.end_ms) // 2
    return low, high
