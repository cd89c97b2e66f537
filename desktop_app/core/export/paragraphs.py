"""A transcript in paragraphs, with times where readers want them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.export.reading_layout import ReadingLayout, Times
from desktop_app.core.transcript.joined_text import joined
from desktop_app.core.transcript.values import Transcript, Word

_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Passage:
    """Words on one line, and the time that stands before them, in ms; None if none does."""

    time_ms: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one speaker says, by name. At least one passage; only the first may have no time."""

    name: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """What becomes a paragraph: words with something to see, and when their turn begins."""

    name: str
    start_ms: int
    words: tuple[Word, ...]


def paragraphs(transcript: Transcript, layout: ReadingLayout) -> Iterator[Paragraph]:
    """The spoken turns, by start, without those of which nothing is visible."""
    blocks = _of_turns(transcript)
    if layout.merged:
        blocks = _merged(blocks)
    return _timed_by_minute(blocks) if layout.times is Times.MINUTES else _timed(blocks, layout.times)


def _of_turns(transcript: Transcript) -> Iterator[_Block]:
    names = speaker_names(transcript.speakers)
    for turn in transcript.spoken_turns():
        words = tuple(replace(word, text=text) for word in turn.words if (text := one_line(word.text)))
        if words:
            yield _Block(names[turn.speaker], turn.start_ms, words)


def _merged(blocks: Iterable[_Block]) -> Iterator[_Block]:
    for name, group in groupby(blocks, key=lambda block: block.name):
        own = [*group]
        yield _Block(name, own[0].start_ms, tuple(word for block in own for word in block.words))


def _timed(blocks: Iterable[_Block], times: Times) -> Iterator[Paragraph]:
    last: str | None = None
    for block in blocks:
        is_timed = times is Times.TURNS or (times is Times.CHANGES and block.name != last)
        yield Paragraph(block.name, (Passage(block.start_ms if is_timed else None, _text(block.words)),))
        last = block.name


def _timed_by_minute(blocks: Iterable[_Block]) -> Iterator[Paragraph]:
    minute = 0
    for block in blocks:
        passages: list[tuple[int | None, list[Word]]] = []
        for word in block.words:
            if word.start_ms // _MINUTE_MS >= minute:
                minute = word.start_ms // _MINUTE_MS + 1
                passages.append((word.start_ms, [word]))
            elif passages:
                passages[-1][1].append(word)
            else:
                passages.append((None, [word]))
        yield Paragraph(block.name, tuple(Passage(time_ms, _text(words)) for time_ms, words in passages))


def _text(words: Iterable[Word]) -> str:
    return joined(word.text for word in words)
