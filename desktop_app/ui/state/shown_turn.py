"""A turn as it stands in the text."""

from typing import NamedTuple

from desktop_app.core.export.one_line import one_line
from desktop_app.core.transcript.values import Mark, Turn
from desktop_app.ui.state.live_turns import LiveTurn

# Qt's own marks of a frame inside a document: in a text they would start a new block.
_FRAME_MARKS = {0xFDD0: " ", 0xFDD1: " ", 0xFFFC: " "}


class Marked(NamedTuple):
    """Words that a person has marked: a stretch of a block's text, [start, end) in UTF-16 units."""

    start: int
    end: int
    mark: Mark


_GOES_ON = "\N{NO-BREAK SPACE}…"


class ShownTurn(NamedTuple):
    """One block of the text. Two that are equal look the same but for the speaker's name.

    number: of a turn of live captions. soft_from: where in its text, in UTF-16 units, words begin that may still
    change; None where none do. marked: what is said of its words.
    """

    start_ms: int
    speaker: str
    overlap: bool
    text: str
    number: int | None = None
    soft_from: int | None = None
    marked: tuple[Marked, ...] = ()


def shown_turn(turn: Turn) -> ShownTurn | None:
    """The turn's block; None where there is nothing to read."""
    text = _in_one_block(turn.spaced_text)
    if not text:
        return None
    shown = ShownTurn(turn.start_ms, turn.speaker, turn.overlap, text)
    return shown._replace(marked=_marked(turn, text)) if any(word.marks for word in turn.words) else shown


def shown_live_turn(turn: LiveTurn, *, goes_on: str = _GOES_ON) -> ShownTurn | None:
    """The block of a turn of live captions; None where it is withdrawn. goes_on: what ends one that is not over."""
    text, soft_from = _in_one_block(turn.text), None
    if not text:
        return None
    if turn.settled is not None:
        settled = " ".join(text.split()[: turn.settled])
        soft_from = utf16_units(settled)
        text += goes_on
    return ShownTurn(turn.start_ms, turn.speaker, turn.overlap, text, turn.number, soft_from)


def word_span(text: str, number: int) -> tuple[int, int]:
    """Where a word of a block's text stands, in UTF-16 units; the last one where there are fewer. number: from 0."""
    words = text.split(" ")
    number = min(number, len(words) - 1)
    start = utf16_units("".join(f"{word} " for word in words[:number]))
    return start, start + utf16_units(words[number])


def word_spans(turn: Turn, text: str) -> list[tuple[int, int]]:
    """Where each of the turn's words stands in the text of its block, [start, end) in UTF-16 units; a word of which
    nothing is to be read stands nowhere, [start, start)."""
    spans, at, units = [], 0, 0
    for word in turn.words:
        shown = _in_one_block(word.text)
        found = text.find(shown, at) if shown else at
        start = units + utf16_units(text[at:found]) if found >= at else units
        end = start + utf16_units(shown) if found >= at else start
        spans.append((start, end))
        at, units = (found + len(shown), end) if found >= at else (at, units)
    return spans


def _marked(turn: Turn, text: str) -> tuple[Marked, ...]:
    """The marks, each over all words that follow on from each other."""
    found: list[Marked] = []
    spans = word_spans(turn, text)
    for mark in Mark:
        follows = False
        for word, (start, end) in zip(turn.words, spans, strict=True):
            if mark in word.marks:
                first = found.pop().start if follows else start
                found.append(Marked(first, end, mark))
            follows = mark in word.marks
    return tuple(found)


def utf16_units(text: str) -> int:
    """How long the text is as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, units: int) -> int:
    """How many characters of the text its first UTF-16 units are."""
    return (
        units
        if text.isascii()
        else len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))
    )


def _in_one_block(text: str) -> str:
    text = one_line(text)
    return text if text.isascii() else text.translate(_FRAME_MARKS).strip()
