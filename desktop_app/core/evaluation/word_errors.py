"""Word error rates, through jiwer.

Normalisation, of both sides alike: lower case; hyphens, dashes, slashes and underscores become spaces; every other
punctuation mark is left out, apostrophes too. Numbers and fillers stay as they are written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.core.evaluation.values import SpokenText

if TYPE_CHECKING:
    from jiwer import Compose


@dataclass(frozen=True, slots=True)
class WordErrors:
    """Words in the reference, and of the alignment with the fewest errors those that are wrong, lost or added."""

    reference_words: int = 0
    substitutions: int = 0
    deletions: int = 0
    insertions: int = 0

    def __add__(self, other: "WordErrors") -> "WordErrors":
        return WordErrors(
            self.reference_words + other.reference_words,
            self.substitutions + other.substitutions,
            self.deletions + other.deletions,
            self.insertions + other.insertions,
        )

    @property
    def errors(self) -> int:
        """All three kinds together; over reference_words, it is the word error rate."""
        return self.substitutions + self.deletions + self.insertions


def word_errors(reference: Iterable[SpokenText], found: Iterable[SpokenText]) -> WordErrors:
    """The errors of the words in order of time, whoever speaks them."""
    return compare_words(in_order(reference), in_order(found))


def in_order(texts: Iterable[SpokenText]) -> str:
    """All words in one line, by the start of their texts."""
    return " ".join(text.text for text in sorted(texts, key=lambda text: text.start_ms))


def compare_words(reference: str, found: str) -> WordErrors:
    """The errors of one line of words against another; either may be empty."""
    from jiwer import process_words

    counted = process_words(reference, found, reference_transform=_normal_form(), hypothesis_transform=_normal_form())
    words = counted.hits + counted.substitutions + counted.deletions
    return WordErrors(words, counted.substitutions, counted.deletions, counted.insertions)


def align_words(reference: str, found: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Where the found words are wrong, and where words of the reference are lost: before the found word of that index.

    Indices into found; lost words behind the last stand at its length. A found word that normalisation makes several,
    or nothing, is one all the same: wrong if any part is.
    """
    from jiwer import process_words

    owners = [at for at, word in enumerate(found) for _ in _normal_form()(word)[0]]
    if not owners:
        return frozenset(), frozenset({0} if _normal_form()(reference)[0] else ())
    if not _normal_form()(reference)[0]:
        return frozenset(owners), frozenset()
    aligned = process_words(
        reference, " ".join(found), reference_transform=_normal_form(), hypothesis_transform=_normal_form()
    )
    wrong: set[int] = set()
    lost_at: set[int] = set()
    for chunk in aligned.alignments[0]:
        if chunk.type == "delete":
            at = chunk.hyp_start_idx
            lost_at.add(owners[at] if at < len(owners) else len(found))
        elif chunk.type != "equal":
            wrong.update(owners[chunk.hyp_start_idx : chunk.hyp_end_idx])
    return frozenset(wrong), frozenset(lost_at)


@cache
def _normal_form() -> "Compose":
    import jiwer

    return jiwer.Compose(
        [
            jiwer.ToLowerCase(),
            jiwer.SubstituteRegexes({r"[\s\u2010-\u2015/_-]+": " "}),
            jiwer.RemovePunctuation(),
            jiwer.ReduceToListOfListOfWords(),
        ]
    )
