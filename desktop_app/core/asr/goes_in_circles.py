"""Whether words are those of a recogniser that does not understand what it hears, and says the same again and again."""

from collections import Counter
from collections.abc import Sequence

_RUN = 4
_LEAST_WORDS = 60
_CIRCLING = 0.2
"""Share of runs of four words that were there before. In what Moonshine makes of 20 recordings of English, read or
spoken freely, it is 0.1 at most; of 18 in other languages by a synthetic voice 0.3 to 0.8 in 14, and of three real ones
0.25, 0 and 0."""


def goes_in_circles(words: Sequence[str]) -> bool:
    """Whether a good part of the words was said before, in the same order; False where there are too few to tell."""
    plain = [letters for word in words if (letters := "".join(filter(str.isalnum, word.casefold())))]
    if len(plain) < _LEAST_WORDS:
        return False
    runs = Counter(zip(*(plain[at:] for at in range(_RUN)), strict=False))
    return sum(count - 1 for count in runs.values()) >= _CIRCLING * runs.total()
