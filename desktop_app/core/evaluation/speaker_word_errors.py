"""Word errors that count a word under the wrong speaker as wrong: cpWER.

The concatenated minimum-permutation word error rate (Watanabe et al., CHiME-6, 2020) puts each speaker's words in a
line, and takes the one-to-one match of true and found speakers with the fewest errors; a speaker without a match is
lost or added as a whole. jiwer aligns the words and scipy finds the match. The library that knows the measure itself,
meeteval, comes as source only: it needs a C++ compiler and two minutes, which many machines for which this command is
meant do not have.
"""

from collections.abc import Iterable

from desktop_app.core.evaluation.best_match import best_match
from desktop_app.core.evaluation.values import SpokenText
from desktop_app.core.evaluation.word_errors import WordErrors, compare_words, in_order


def speaker_word_errors(reference: Iterable[SpokenText], found: Iterable[SpokenText]) -> WordErrors | None:
    """The errors under the best one-to-one match of speakers; None where words on either side have no speaker."""
    true_lines, found_lines = _lines(reference), _lines(found)
    if true_lines is None or found_lines is None:
        return None
    size = max(len(true_lines), len(found_lines))
    true_lines += [""] * (size - len(true_lines))
    found_lines += [""] * (size - len(found_lines))
    pairs = [[compare_words(true, heard) for heard in found_lines] for true in true_lines]
    match = best_match([[pair.errors for pair in row] for row in pairs])
    return sum((pairs[row][column] for row, column in match), WordErrors())


def _lines(texts: Iterable[SpokenText]) -> list[str] | None:
    """Each speaker's words in a line; None where some have no speaker."""
    speakers: dict[str, list[SpokenText]] = {}
    for text in texts:
        if text.speaker is None:
            return None
        speakers.setdefault(text.speaker, []).append(text)
    return [in_order(spoken) for spoken in speakers.values()]
