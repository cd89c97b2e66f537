"""Phrases that are preferred: a tree of their pieces, whose next ones are scored higher."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BONUS = 4.0
"""Added to a logit: a piece that is a fiftieth as likely as the best becomes as likely, and one less likely does not.
So a word wins where the model wavers, and not where it is sure."""
_ROOT = 0


class PhraseBoost:
    """Phrases as pieces. A state is a node of the tree: how much of a phrase has been spelled."""

    start = _ROOT

    def __init__(self, phrases: Sequence[Sequence[int]]) -> None:
        """phrases: the numbers of the pieces of each."""
        self._next: list[dict[int, int]] = [{}]
        for phrase in phrases:
            node = _ROOT
            for piece in phrase:
                if piece not in self._next[node]:
                    self._next[node][piece] = len(self._next)
                    self._next.append({})
                node = self._next[node][piece]

    def choose(self, logits: NDArray[np.float32], best: int, state: int) -> int:
        """The piece to take: the best, or one that goes on with a phrase, or begins one, and is nearly as good."""
        wanted = [*self._next[state], *self._next[_ROOT]]
        if best in wanted or not wanted:
            return best
        other = max(wanted, key=lambda piece: float(logits[piece]))
        return other if logits[other] + BONUS > logits[best] else best

    def after(self, state: int, piece: int) -> int:
        """The state when this piece is said."""
        going_on = self._next[state].get(piece)
        return self._next[_ROOT].get(piece, _ROOT) if going_on is None else going_on


NOTHING = PhraseBoost([])
