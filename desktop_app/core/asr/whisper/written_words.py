"""Words made of the text that Whisper writes: which of it belongs together, and when each is said."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.core.asr.placed_words import without_overlap
from desktop_app.core.asr.whisper.clip_transcriber import TimedText
from desktop_app.core.transcript.values import Word

_LEAST_MS = 20
"""Whisper tells times to the fiftieth of a second."""
_PAUSE_S = 0.3
_LONGEST_S = 3.0
_WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "FULLWIDTH", "THAI", "LAO", "MYANMAR", "BOPOMOFO")
"""How the names of letters begin that are written without spaces between words, and those of their punctuation."""
_CLAUSE_ENDS = "。、，．！？；："
_DASHES = "-–—"
_NO_LETTER = "�"


def written_words(texts: Sequence[TimedText], *, clip_ms: int) -> tuple[Word, ...]:
    """The words, in order, none overlapping, with times in ms from the start of a clip so long.

    Where no spaces are written, what is said without a pause is one word, of three seconds at most: so its texts can be
    put together with spaces between, as those of any words. Punctuation has no time and no doubt of its own.
    """
    words = [_word(group, clip_ms) for group in _groups(filter(None, map(_cleaned, texts)))]
    return without_overlap(sorted(words, key=lambda word: word.start_ms), _LEAST_MS)


def _cleaned(text: TimedText) -> TimedText | None:
    """The text without dashes that stand alone and letters that are none; None if nothing is left."""
    parts = [part for part in text.text.replace(_NO_LETTER, "").split() if part not in _DASHES]
    if not parts:
        return None
    space = " " if text.text.startswith(" ") else ""
    return replace(text, text=space + "".join(parts), probability=_sane(text.probability))


def _groups(texts: Iterator[TimedText]) -> Iterator[list[TimedText]]:
    """The texts word by word; punctuation before the first word is left out."""
    group: list[TimedText] = []
    for text in texts:
        if not group and _is_punctuation(text.text):
            continue
        if group and not _is_punctuation(text.text) and _begins_word(text, group):
            yield group
            group = []
        group.append(text)
    if group:
        yield group


def _begins_word(text: TimedText, group: Sequence[TimedText]) -> bool:
    if text.text.startswith(" "):
        return True
    last = group[-1]
    if not (_runs_on(last.text[-1]) and _runs_on(text.text[0])):
        return False
    return (
        last.text[-1] in _CLAUSE_ENDS
        or text.start_s - last.end_s > _PAUSE_S
        or text.end_s - group[0].start_s > _LONGEST_S
    )


def _runs_on(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_WITHOUT_SPACES)


def _is_punctuation(text: str) -> bool:
    return all(unicodedata.category(letter).startswith("P") for letter in text.strip())


def _word(group: Sequence[TimedText], clip_ms: int) -> Word:
    heard = [text for text in group if not _is_punctuation(text.text)]
    start_ms = min(max(0, round(heard[0].start_s * 1000)), clip_ms)
    end_ms = min(max(start_ms, round(heard[-1].end_s * 1000)), clip_ms)
    confidence = sum(text.probability for text in heard) / len(heard)
    return Word("".join(text.text.strip() for text in group), start_ms, end_ms, confidence=confidence)


def _sane(probability: float) -> float:
    return min(1.0, max(0.0, float(probability))) if math.isfinite(probability) else 0.0
