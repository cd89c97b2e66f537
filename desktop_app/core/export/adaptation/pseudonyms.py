"""Names that become pseudonyms, wherever they are said or written."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from unicodedata import category, normalize

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.joined_text import runs_on
from desktop_app.core.transcript.values import Transcript, Turn, Word
from desktop_app.translation import tr

Table = tuple[tuple[str, str], ...]
"""Names, each with its pseudonym. Of names that are the same the first counts; a longer one before those in it."""

_APOSTROPHES = "'’ʼ"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True, slots=True)
class NameLeft:
    """A name that can still be read. found: in which words, each once."""

    name: str
    found: tuple[str, ...]


def table_of(lines: Iterable[str]) -> Table:
    """The table of lines such as 'Anna Müller=P01'. SettingsError where one is none."""
    return tuple(_pair(line) for line in lines)


def with_pseudonyms(transcript: Transcript, table: Table) -> Transcript:
    """The transcript with the pseudonyms in the place of the names: as speakers, and in the words, whatever their case.

    Only whole names: 'Anna's' becomes 'P01's', 'Annas' stays, see `names_left`. A name of several words becomes one
    word, with the time of all. The recording's file keeps its name.
    """
    if not table:
        return transcript
    names = _Names(table)
    speakers = tuple(replace(speaker, name=names.replaced(speaker.name)) for speaker in transcript.speakers)
    turns = tuple(replace(turn, words=tuple(names.words(turn.words))) for turn in transcript.turns)
    return replace(transcript, speakers=speakers, turns=turns)


def names_left(transcript: Transcript, table: Table) -> tuple[NameLeft, ...]:
    """The names of the table that can still be read after `with_pseudonyms`: also within longer words, in the name of
    the recording's file and its folders, and in the warnings. What stands in a pseudonym itself does not count."""
    texts = [_folded(text) for text in _texts(transcript)]
    pseudonyms = sorted({_folded(pseudonym) for _, pseudonym in table if pseudonym.strip()}, key=len, reverse=True)
    if pseudonyms:
        known = re.compile(f"{_NO_LETTER_BEFORE}(?:{'|'.join(map(re.escape, pseudonyms))}){_NO_LETTER_AFTER}")
        texts = [known.sub(" ", text) for text in texts]
    left = ((name, tuple(_found(_folded(name), texts))) for name, _ in table if name.strip())
    return tuple(NameLeft(name, found) for name, found in left if found)


class _Names:
    """Finds the names of a table."""

    def __init__(self, table: Table) -> None:
        longest_first = sorted(((name, other) for name, other in table if name.strip()), key=lambda pair: -len(pair[0]))
        self._pseudonyms = [pseudonym for _, pseudonym in longest_first]
        # A pattern of no names finds nothing.
        self._pattern = re.compile("|".join(_pattern(name) for name, _ in longest_first) or r"(?!)", re.IGNORECASE)

    def replaced(self, text: str) -> str:
        """The text with pseudonyms; the very text where it has no name."""
        shown = normalize("NFC", text)
        return self._pattern.sub(self._pseudonym, shown) if self._pattern.search(shown) else text

    def words(self, words: Sequence[Word]) -> Iterator[Word]:
        """The words with pseudonyms; those that have one name together become one."""
        texts = [normalize("NFC", word.text) for word in words]
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        done = 0
        for first, last in self._places(" ".join(texts), starts):
            yield from words[done:first]
            yield _one(words[first : last + 1], self.replaced(" ".join(texts[first : last + 1])))
            done = last + 1
        yield from words[done:]

    def _places(self, text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
        """From which word to which a name, or several that share a word, reach."""
        reach: tuple[int, int] | None = None
        for match in self._pattern.finditer(text):
            first, last = bisect_right(starts, match.start()) - 1, bisect_right(starts, match.end() - 1) - 1
            if reach is not None and first <= reach[1]:
                reach = reach[0], last
                continue
            if reach is not None:
                yield reach
            reach = first, last
        if reach is not None:
            yield reach

    def _pseudonym(self, match: re.Match[str]) -> str:
        return self._pseudonyms[(match.lastindex or 1) - 1]


def _pair(line: str) -> tuple[str, str]:
    name, _, pseudonym = (part.strip() for part in line.rpartition("="))
    if not name or not pseudonym:
        raise SettingsError(tr("{line!r} is no pseudonym: Anna=P01 is one", line=line))
    return name, pseudonym


def _pattern(name: str) -> str:
    """A group that matches the name as a whole; where its script has no spaces, also within a text that has none."""
    words = normalize("NFC", name).split()
    between = r"\s*" if all(map(runs_on, "".join(words))) else ""
    spelled = r"\s+".join(between.join(map(_letter, word)) for word in words)
    before = "" if runs_on(words[0][0]) else _NO_LETTER_BEFORE
    after = "" if runs_on(words[-1][-1]) else _NO_LETTER_AFTER
    return f"{before}({spelled}){after}"


def _letter(letter: str) -> str:
    return f"[{_APOSTROPHES}]" if letter in _APOSTROPHES else re.escape(letter)


def _one(words: Sequence[Word], text: str) -> Word:
    if len(words) == 1:
        return replace(words[0], text=text)
    known = [word.confidence for word in words if word.confidence is not None]
    return Word(
        text,
        min(word.start_ms for word in words),
        max(word.end_ms for word in words),
        min(known, default=None),
        any(word.estimated for word in words),
        frozenset().union(*(word.marks for word in words)),
    )


def _texts(transcript: Transcript) -> Iterator[str]:
    yield from (speaker.name for speaker in transcript.speakers)
    yield from map(_spaced, transcript.turns)
    yield transcript.audio.file
    yield from transcript.warnings


def _spaced(turn: Turn) -> str:
    return turn.spaced_text


def _folded(text: str) -> str:
    """The text without what tells capitals from small letters, and without what nobody sees."""
    return "".join(letter for letter in normalize("NFKC", text).casefold() if category(letter) != "Cf")


def _found(name: str, texts: Iterable[str]) -> Iterator[str]:
    parts = r"[\s_.-]*".join(re.escape(part) for part in name.split())
    pattern = re.compile(rf"[^\s/\\]*{parts}[^\s/\\]*")
    yield from dict.fromkeys(match[0] for text in texts for match in pattern.finditer(text))
