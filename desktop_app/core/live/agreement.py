"""Which words of an utterance that grows have settled: those that two passes after each other agree on.

LocalAgreement-2: Liu, Spanakis and Niehues, "Low-latency sequence-to-sequence speech recognition and translation by
partial hypothesis selection", Interspeech 2020.
"""

from collections.abc import Sequence


class Agreement:
    """The words of one utterance, pass after pass."""

    def __init__(self) -> None:
        self.words: tuple[str, ...] = ()
        """As they are to be shown: the settled ones, then what the last pass heard beyond."""
        self.settled = 0
        """How many of them have settled; it never shrinks."""
        self._last: tuple[str, ...] = ()

    def hear(self, words: Sequence[str]) -> None:
        """Take in the words of another pass over the utterance as far as it has come."""
        agreed, stays = _common(self._last, words), self.settled
        if _common(self.words[:stays], words) == stays:
            self.settled = max(stays, agreed)
        # Where a pass takes settled words back, they stay as they were shown until the turn is final.
        self.words = (*self.words[:stays], *words[stays:])
        self._last = tuple(words)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with; case and punctuation at their ends count for nothing."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if _plain(first) != _plain(second):
            break
        count += 1
    return count


def _plain(word: str) -> str:
    return word.strip(".,;:!?…\"'").casefold()
