"""Which language words are in, as far as their letters tell, and whether the model can know it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.translation import tr

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_LEAST_LETTERS = 24
_LETTERS_OF_TURN = 100
_LETTERS_OF_LANGUAGE = 300
"""Fewer may be a quotation, or a guess that went wrong."""
_SURE = 0.95
_MOST_LETTERS = 20_000
# Close relatives of languages that the model knows: it hears the one and may write the other, or loose speech of the
# one looks like the other. They are no sign of an unknown language.
_RELATIVES = {"en": "pcm", "da": "no nn", "es": "gl ext an", "it": "vec lij", "hr": "sr bs", "de": "lb", "lv": "ltg"}


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """tag: the language as a BCP 47 tag, None if that is not sure. warning: what the reader must know, a sentence."""

    tag: str | None
    warning: str | None = None


def language_of(text: str, languages: Sequence[str]) -> LanguageGuess:
    """Which of the model's languages the text is in; a model of one language always writes that one.

    The warning: the text is surely in a language the model does not know, which it writes down as it sounds.
    """
    if len(languages) == 1:
        return LanguageGuess(languages[0])
    chances = _chances(text)
    others = _unrelated(chances, languages)
    foreign = sum(others.values())
    if foreign >= _SURE:
        return LanguageGuess(None, _warning(max(others, key=others.__getitem__)))
    best = max(languages, key=lambda tag: chances.get(tag, 0.0))
    among = sum(chances.get(tag, 0.0) for tag in languages)
    return LanguageGuess(best if among > foreign and chances.get(best, 0.0) >= _SURE * among else None)


def spoken_languages(texts: Iterable[str], languages: Sequence[str]) -> tuple[str, ...]:
    """The model's languages that the texts are in, that of most letters first; what is little does not count.

    texts: each in one language, such as turns. Short ones tell nothing.
    """
    letters: Counter[str] = Counter()
    for text in texts:
        count = sum(map(str.isalpha, text))
        if count >= _LETTERS_OF_TURN and (tag := language_of(text, languages).tag):
            letters[tag] += count
    return tuple(tag for tag, count in letters.most_common() if count >= _LETTERS_OF_LANGUAGE)


def foreign_language(text: str, languages: Sequence[str]) -> str | None:
    """The BCP 47 tag of the language that the text is surely in, and the model does not know; None else."""
    others = _unrelated(_chances(text), languages)
    return max(others, key=others.__getitem__) if sum(others.values()) >= _SURE else None


def _chances(text: str) -> Mapping[str, float]:
    """How probable each language is, 0 to 1; none where there are too few letters to tell."""
    shown = text[:_MOST_LETTERS]
    if sum(letter.isalpha() for letter in shown) < _LEAST_LETTERS:
        return {}
    return {tag: float(chance) for tag, chance in _identifier().rank(shown)}


def _unrelated(chances: Mapping[str, float], languages: Sequence[str]) -> Mapping[str, float]:
    """The chances of those that are neither known nor close to one that is."""
    related = {tag for each in languages for tag in _RELATIVES.get(each, "").split()}
    return {tag: chance for tag, chance in chances.items() if tag not in related and tag not in languages}


def _warning(tag: str) -> str:
    return tr(
        "The words look like a language that Parakeet does not know ({tag}, as far as can be told): "
        "it writes down what that sounds like, so the text is hardly reliable.",
        tag=tag,
    )


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
