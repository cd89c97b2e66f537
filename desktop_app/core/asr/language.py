"""Which language words are in, as far as their letters tell, and whether the model can know it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.translation import tr

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

V3_LANGUAGES = (
    *("bg", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "el", "hu", "it"),
    *("lv", "lt", "mt", "pl", "pt", "ro", "sk", "sl", "es", "sv", "ru", "uk"),
)
"""Those of Parakeet v3, as BCP 47 tags."""
_LEAST_LETTERS = 24
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
    shown = text[:_MOST_LETTERS]
    if sum(letter.isalpha() for letter in shown) < _LEAST_LETTERS:
        return LanguageGuess(None)
    chances = {tag: float(chance) for tag, chance in _identifier().rank(shown)}
    known = set(languages)
    related = {tag for each in languages for tag in _RELATIVES.get(each, "").split()}
    others = {tag: chance for tag, chance in chances.items() if tag not in known | related}
    foreign = sum(others.values())
    if foreign >= _SURE:
        return LanguageGuess(None, _warning(max(others, key=others.__getitem__)))
    best = max(languages, key=lambda tag: chances.get(tag, 0.0))
    among = sum(chances.get(tag, 0.0) for tag in languages)
    return LanguageGuess(best if among > foreign and chances.get(best, 0.0) >= _SURE * among else None)


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
