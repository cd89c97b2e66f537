"""What speaks for an error in the words themselves: their pace, their spelling, how sure the engine is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import prod
from operator import eq

from desktop_app.core.doubt.cutting import Stretch
from desktop_app.core.doubt.values import Reason
from desktop_app.core.transcript.values import Transcript, Word

FASTEST_LETTER_MS = 35
SLOWEST_LETTER_MS = 160
"""Between these the letters of a word follow each other in fluent speech."""
FEW_WORDS = 6
"""A sentence, or a turn, of so many words is enough for a recogniser to go by."""
_MANY_CAPITALS = 0.1
"""Where more words than this are written with a capital inside a sentence, capitals do not tell names (German)."""
_PRONOUNS = frozenset(["i", "i'm", "i'll", "i've", "i'd", "i’m", "i’ll", "i’ve", "i’d"])


class WordDoubts:
    """Strengths, 0 to 1, of the reasons that lie in words."""

    def __init__(self, transcript: Transcript) -> None:
        self._names = _tells_names(transcript)

    def strengths(self, words: Sequence[Word], stretch: Stretch) -> Mapping[Reason, float]:
        """Those of a stretch of a turn's words."""
        chosen = words[stretch.first : stretch.end]
        first, end = stretch.sentence
        around = min(end - first, len(words))
        return {
            Reason.CONFIDENCE: 1 - prod(map(_sureness, chosen)),
            Reason.FEW_WORDS: max(0.0, 1 - around / FEW_WORDS),
            Reason.PACE: sum(map(_is_implausible, chosen)) / len(chosen),
            Reason.NAME: float(self._names and any(_names(words, stretch))),
            Reason.REPEATED: float(_repeats(words, stretch)),
        }


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A word without case and punctuation; as it is if nothing else is in it."""
    return "".join(filter(str.isalnum, text.casefold())) or text


def _sureness(word: Word) -> float:
    """The confidence; files of other programs may hold any number."""
    return 1.0 if word.confidence is None else min(1.0, max(0.0, word.confidence))


def _is_implausible(word: Word) -> bool:
    letter_ms = (word.end_ms - word.start_ms) / (len(word.text.strip(".,?!;:")) or 1)
    return not FASTEST_LETTER_MS <= letter_ms <= SLOWEST_LETTER_MS


def _names(words: Sequence[Word], stretch: Stretch) -> Iterator[bool]:
    after = max(stretch.first, stretch.sentence[0] + 1)
    return (_is_capital(word.text) for word in words[after : stretch.end])


def _is_capital(text: str) -> bool:
    return text[:1].isupper() and text.casefold().strip(".,?!;:") not in _PRONOUNS


def _tells_names(transcript: Transcript) -> bool:
    capitals = Counter(_is_capital(word.text) for turn in transcript.turns for word in turn.words[1:])
    return capitals[True] <= _MANY_CAPITALS * capitals.total()


def _repeats(words: Sequence[Word], stretch: Stretch) -> bool:
    said = [plain(word.text) for word in words[max(0, stretch.first - 1) : stretch.end]]
    return any(map(eq, said, said[1:]))
