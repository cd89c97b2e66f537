"""Text cut into the pieces of a vocabulary, as SentencePiece's byte pair encoding does.

The numbers of pieces are in the order in which they were merged when the vocabulary was made, so it is all there is to
know: the two neighbours whose joint piece has the lowest number are joined, until none are left.
"""

from collections.abc import Mapping, Sequence

from desktop_app.core.asr.tokens import WORD_MARK


class PieceSpelling:
    """Spells with one vocabulary."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """pieces: by their numbers."""
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(pieces)}

    def spell(self, phrase: str) -> tuple[int, ...]:
        """The numbers of a phrase's pieces; () if it has letters that the vocabulary does not."""
        parts = [part for word in phrase.split() for part in self._parts(WORD_MARK + word)]
        if not all(part in self._numbers for part in parts):
            return ()
        return tuple(self._numbers[part] for part in parts)

    def _parts(self, word: str) -> list[str]:
        if word in self._numbers:
            return [word]
        parts = list(word)
        while (at := self._best_pair(parts)) is not None:
            parts[at : at + 2] = [parts[at] + parts[at + 1]]
        return parts

    def _best_pair(self, parts: Sequence[str]) -> int | None:
        joint = {
            at: self._numbers[parts[at] + parts[at + 1]]
            for at in range(len(parts) - 1)
            if parts[at] + parts[at + 1] in self._numbers
        }
        return min(joint, key=joint.__getitem__, default=None)
