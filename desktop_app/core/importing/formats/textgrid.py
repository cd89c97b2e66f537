"""TextGrid: Praat's tiers (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html), in full or in short.

As Praat does, only free-standing numbers, strings and flags are read: all else is there for people.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.core.importing import tiers
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import seconds_ms
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

_TOKEN = re.compile(
    r"""["<!+\-\d]  # what each begins with comes first: so all else is passed over at once
    (?: (?<=") (?:[^"]*(?:""[^"]*)*")?
      | (?<=<) [a-z]+>
      | (?<=!) [^\n]*
      | (?<!\S[-+\d]) (?<=[-+\d]) (?:(?<=\d)|\d) [\d.]*(?:[eE][-+]?\d+)?%?(?=\s|$)
    )""",
    re.VERBOSE,
)
_KINDS = ("IntervalTier", "TextTier")
_seconds_ms = lru_cache(maxsize=16)(seconds_ms)
"""An interval begins when the one before it ends."""


def read(text: str) -> ReadTranscript:
    """The intervals of every tier that have a text, in the tiers' order. MalformedFile, with the line, where it is no
    TextGrid, or ends too soon. Points have no length, and are left out, which is told."""
    tokens = _Tokens(text)
    if tokens.string() != "ooTextFile" or tokens.string() != "TextGrid":
        raise MalformedFile(tr("it is no TextGrid of Praat"), 1)
    for _ in range(2):
        tokens.number()
    tokens.flag()
    found = [_tier(tokens) for _ in range(tokens.count())]
    stretches, notes = tiers.stretches_of(
        [each for each in found if isinstance(each, tiers.Tier)], [each for each in found if isinstance(each, str)]
    )
    speakers = dict.fromkeys(each.speaker for each in stretches if each.speaker)
    return ReadTranscript(stretches, tuple(speakers), notes=notes)


def _tier(tokens: "_Tokens") -> tiers.Tier | str:
    """The tier; of one with points, its name."""
    kind, name = tokens.string(), tokens.string()
    if kind not in _KINDS:
        raise MalformedFile(tr("“{text}” is no kind of tier", text=kind[:60]), tokens.line)
    for _ in range(2):
        tokens.number()
    if kind == "TextTier":
        for _ in range(tokens.count()):
            tokens.number()
            tokens.string()
        return name
    intervals = tuple(_interval(tokens) for _ in range(tokens.count()))
    return tiers.Tier(name, tuple(each for each in intervals if each.text.strip()))


def _interval(tokens: "_Tokens") -> tiers.Interval:
    return tiers.Interval(tokens.time_ms(), tokens.time_ms(), tokens.string())


class _Tokens:
    """What is read of the text, one thing after the other; every method raises MalformedFile where it is another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: Iterator[re.Match[str]] = _TOKEN.finditer(text)
        self._last: re.Match[str] | None = None

    @property
    def line(self) -> int:
        """Of what was read last; the last one, behind all."""
        place = len(self._text.rstrip()) if self._last is None else self._last.start()
        return self._text.count("\n", 0, place) + 1

    def string(self) -> str:
        """A string in quotes, which are doubled inside."""
        token = self._next()
        if len(token) < 2 or token[0] != '"':
            raise MalformedFile(tr("a text in quotes is missing"), self.line)
        return token[1:-1].replace('""', '"')

    def number(self) -> str:
        """A number, as it is written."""
        token = self._next()
        if not (token[0].isdigit() or token[0] in "+-"):
            raise MalformedFile(tr("a number is missing"), self.line)
        return token

    def time_ms(self) -> int:
        """A number of seconds."""
        number = self.number()
        try:
            return _seconds_ms(number)
        except MalformedFile as error:
            raise MalformedFile(error.cause, self.line) from None

    def count(self) -> int:
        """How many things follow."""
        number = self.number()
        if not number.isdecimal() or len(number) > 8:
            raise MalformedFile(tr("“{text}” is no number of things", text=number[:60]), self.line)
        return int(number)

    def flag(self) -> None:
        """'<exists>'."""
        if self._next() != "<exists>":
            raise MalformedFile(tr("it has no tiers"), self.line)

    def _next(self) -> str:
        while (found := next(self._found, None)) is not None:
            self._last, token = found, found[0]
            if token[0] != "!":
                return token
        self._last = None
        raise MalformedFile(tr("it ends too soon"), self.line)
