"""Whether a recording is in a language that its recogniser knows, decided once, by its first speech."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.goes_in_circles import goes_in_circles
from desktop_app.core.asr.language import foreign_language
from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser, languages_known
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.spoken_languages import by_name, language_name
from desktop_app.core.transcript.values import Span
from desktop_app.translation import tr

OnDoubt = Callable[[str], None]
"""Told, once at most and while the work goes on, why its words will hardly be right: a sentence or two."""
ENOUGH_MS = 120_000
"""So much speech decides."""
_SURE = 0.8
_MOST_NAMED = 3


class Ear(Protocol):
    """What hears which language is spoken."""

    def language_chances(self, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
        """How probable each language is, 0 to 1; see Whisper.language_chances."""
        ...


def chances_by_sound(
    ear: Callable[[], Ear | None], samples: NDArray[np.float32], speech: Sequence[Span]
) -> Mapping[str, float]:
    """How probable each language is, 0 to 1, by the first two minutes of speech in samples, float32 [n], 16 kHz; none
    where nothing can tell. ear: what can hear it, None where there is nothing."""
    try:
        heard = ear()
        return heard.language_chances(samples, _first(speech, ENOUGH_MS)) if heard else {}
    except ModelUnavailable:
        return {}


class LanguageDoubt:
    """Says once what it thinks of a recording's language: by its sound, or by the words of its first two minutes of
    speech. What a recogniser has written may be told from any thread."""

    def __init__(self, recogniser: AnyRecogniser, on_doubt: OnDoubt) -> None:
        self._recogniser, self._on_doubt = recogniser, on_doubt
        self._writes_one = isinstance(recogniser, Recogniser)
        self._lock = Lock()
        self._written: list[str] = []
        self._texts: list[str] = []
        self._heard_ms = 0
        self._decided = False
        self._doubt: str | None = None

    @property
    def wants_sound(self) -> bool:
        """Whether the sound would tell more than the words: those of many languages tell which they are."""
        return self._writes_one and not self._decided

    def trust(self) -> None:
        """Say nothing: it is known which language it is."""
        self._decided = True

    def judge_sound(self, chances: Mapping[str, float]) -> None:
        """Decide by how probable each language is, 0 to 1, where that is sure."""
        if not self._decided and max(chances.values(), default=0.0) >= _SURE:
            self._decide(_doubt_by_sound(chances, self._recogniser))

    def write(self, words: Iterable[str]) -> None:
        """Take note of words that somebody said, as the recogniser wrote them: its loops with them."""
        if self._writes_one:
            with self._lock:
                self._written += words

    def hear(self, texts: Iterable[str], speech_ms: int) -> None:
        """Take note of texts that are ready, and of the speech that was heard for them; decide where that is enough."""
        if self._decided:
            return
        self._texts += texts
        self._heard_ms += speech_ms
        if self._heard_ms >= ENOUGH_MS:
            self._decide(self._doubt_now())

    def warnings(self) -> tuple[str, ...]:
        """What the reader must know, now that all words are there; what knows many languages is judged by all of its
        words, elsewhere."""
        if not self._writes_one:
            return ()
        doubt = self._doubt if self._decided else self._doubt_now()
        return (doubt,) if doubt else ()

    def _doubt_now(self) -> str | None:
        if self._writes_one:
            with self._lock:
                return _doubt_by_circles(self._written, self._recogniser)
        return _doubt_by_letters(" ".join(self._texts), self._recogniser)

    def _decide(self, doubt: str | None) -> None:
        self._decided, self._doubt = True, doubt
        if doubt is not None:
            self._on_doubt(doubt)


def _first(speech: Sequence[Span], enough_ms: int) -> list[Span]:
    """The first of the stretches, until there is so much of them."""
    found: list[Span] = []
    for span in speech:
        if sum(each.duration_ms for each in found) >= enough_ms:
            break
        found.append(span)
    return found


def _doubt_by_sound(chances: Mapping[str, float], recogniser: AnyRecogniser) -> str | None:
    """What to say where a recording surely sounds like a language that the recogniser does not know; None else."""
    tag = max(chances, key=chances.__getitem__)
    return None if tag in languages_known(recogniser) else _sounds_like(tag, recogniser)


def _doubt_by_circles(words: Sequence[str], recogniser: AnyRecogniser) -> str | None:
    """What to say where a recogniser of one language does not understand what it hears; None where it may.

    It writes its own language, whatever it hears: of what it does not know it says the same again and again, though not
    always.
    """
    if not goes_in_circles(words):
        return None
    return tr(
        "{engine} says the same again and again, as it does with other languages than {known} and with noise: hardly "
        "any of it will be right.",
        engine=recogniser.use.name,
        known=_known(recogniser),
    )


def _doubt_by_letters(text: str, recogniser: AnyRecogniser) -> str | None:
    """What to say where a recogniser of many languages has written down another one as it sounds; None where it has
    not, or has heard by itself which one it is."""
    tag = None if recogniser.language else foreign_language(text, languages_known(recogniser))
    return _sounds_like(tag, recogniser) if tag else None


def _sounds_like(tag: str, recogniser: AnyRecogniser) -> str:
    return tr(
        "This sounds like {language}; {engine} knows {known} and writes down what that sounds like: hardly any of it "
        "will be right.",
        language=language_name(tag),
        engine=recogniser.use.name,
        known=_known(recogniser),
    )


def _known(recogniser: AnyRecogniser) -> str:
    known = languages_known(recogniser)
    if len(known) > _MOST_NAMED:
        return tr("{count} other languages", count=len(known))
    return ", ".join(map(language_name, by_name(known)))
