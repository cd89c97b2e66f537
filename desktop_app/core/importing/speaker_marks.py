"""How a text says who speaks: 'Anna: ...', '[Anna] ...', '#Anna: ...'; found out from the whole text.

Whatever stands before a colon may be a name, or the beginning of a sentence. So names are believed where nearly every
passage has one, or where they look like names and come again. Names end with a colon and a space: 'http://' is none.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST = 200
_BEFORE_COLON = re.compile(rf"[#@]?(?P<name>[^\n]{{1,{_LONGEST}}}?)\s?[:：](?:\s+(?P<text>.*)|$)", re.DOTALL)
_IN_BRACKETS = re.compile(
    r"(?:\[(?P<square>[^\[\]\n]{1,63})\]|\{(?P<curly>[^{}\n]{1,63})\})\s*:?\s+(?P<text>\S.*)", re.DOTALL
)
_EVERYWHERE, _OFTEN = 0.9, 0.5
_MOST_LETTERS, _MOST_WORDS = 63, 5
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "la",
        "le",
        "di",
        "da",
        "du",
        "dos",
        "bin",
        "al",
        "el",
        "y",
        "und",
        "and",
        "of",
        "zu",
        "zur",
    ]
)
_ADDRESS = re.compile(r"(?:https?|ftp|file)(?:$|://)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpeakerMarks:
    """How names stand in a text. names: those before a colon, as they are written. in_brackets: names are in these."""

    names: frozenset[str] = frozenset()
    in_brackets: bool = False

    def split(self, text: str) -> tuple[str | None, str]:
        """Who speaks, None where that is not said, and what is said."""
        if self.in_brackets and (found := _IN_BRACKETS.match(text)) and _may_be_name(_bracketed(found)):
            return _bracketed(found), found["text"].strip()
        if self.names and (found := _BEFORE_COLON.match(text)) and found["name"].strip() in self.names:
            return found["name"].strip(), (found["text"] or "").strip()
        return None, text


def marks_in(texts: Iterable[str]) -> SpeakerMarks:
    """How names stand in these passages, one text each, without their times."""
    names: Counter[str] = Counter()
    passages = bracketed = 0
    for text in texts:
        passages += 1
        if (found := _IN_BRACKETS.match(text)) and _may_be_name(_bracketed(found)):
            bracketed += 1
        elif (found := _BEFORE_COLON.match(text)) and not _ADDRESS.match(name := found["name"].strip()):
            names[name] += 1
    if bracketed and bracketed >= _OFTEN * passages:
        return SpeakerMarks(in_brackets=True)
    return SpeakerMarks(_believed(names, passages))


def _believed(names: Counter[str], passages: int) -> frozenset[str]:
    if names.total() >= _EVERYWHERE * passages:
        return frozenset(names)
    likely = {name: count for name, count in names.items() if looks_like_a_name(name)}
    is_usual = sum(likely.values()) >= _OFTEN * passages
    return frozenset(name for name, count in likely.items() if count > 1 or is_usual)


def looks_like_a_name(text: str) -> bool:
    """Whether people are called so: a few words, each with a capital or of letters that have none."""
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(text) <= _MOST_LETTERS
        and any(map(str.isalpha, text))
        and not text.endswith((".", "?", "!", ","))
        and all(word in _PARTICLES or not word[0].islower() for word in words)
    )


def _bracketed(found: re.Match[str]) -> str:
    return (found["square"] or found["curly"] or "").strip()


def _may_be_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and not text[0].isdigit()
