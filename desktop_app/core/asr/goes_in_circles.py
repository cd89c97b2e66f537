"""Whether words are those of a recogniser that does not understand what it hears, and says the same again and again."""

from collections import Counter
from collections.abc import Sequence

_RUN = 4
_LEAST_WORDS = 60
_CIRCLING = 0.25
"""Share of runs of four words that were there before: at most 0.1 in English speech, read or spoken freely; 0.4 to 0.9
in what Moonshine makes of most other languages."""


def goes_in_circles(words: Sequence[str]) -> bool:
    """Whether a good part of the words was said before, in the same order; False where there are too few to tell."""
    plain = [letters for word in words if (letters := "".join(filter(str.isalnum, word.casefold())))]
    if len(plain) < _LEAST_WORDS:
        return False
    runs = Counter(zip(*(plain[at:] for at in range(_RUN)), strict=False))
    return sum(count - 1 for count in runs.values()) >= _CIRCLING * runs.total()
