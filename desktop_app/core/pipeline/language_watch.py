"""Whether a recording is in a language that its recogniser knows: told while it is transcribed, not an hour later."""

from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.goes_in_circles import goes_in_circles
from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.language import foreign_language
from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser, languages_known
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.spoken_languages import by_name, language_name
from desktop_app.core.transcript.values import Span, Speaker, Turn, Word
from desktop_app.translation import tr

OnDoubt = Callable[[str], None]
"""Told, once at most and while the job runs, why its words will hardly be right: a sentence or two."""
ENOUGH_MS = 120_000
"""So much speech decides."""
_SURE = 0.8
_MOST_NAMED = 3


class Ear(Protocol):
    """What hears which language is spoken."""

    def language_chances(self, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
        """How probable each language is, 0 to 1; see Whisper.language_chances."""
        ...


def doubt_by_sound(chances: Mapping[str, float], recogniser: AnyRecogniser) -> str | None:
    """What to say where a recording does not sound like a language that the recogniser knows; None where it may.

    chances: how probable each language is, 0 to 1, by what can hear more of them.
    """
    tag, chance = max(chances.items(), key=lambda each: each[1], default=("", 0.0))
    return None if chance < _SURE or tag in languages_known(recogniser) else _doubt(tag, recogniser)


def doubt_by_circles(words: Sequence[str], recogniser: AnyRecogniser) -> str | None:
    """What to say where a recogniser of one language does not understand what it hears; None where it may.

    It writes its own language, whatever it hears: of what it does not know it says the same again and again, though not
    always. words: as it wrote them, its loops with them.
    """
    if not goes_in_circles(words):
        return None
    return tr(
        "{engine} says the same again and again, as it does with other languages than {known} and with noise: hardly "
        "any of it will be right.",
        engine=recogniser.use.name,
        known=_known(recogniser),
    )


def doubt_by_letters(turns: Sequence[Turn], recogniser: AnyRecogniser) -> str | None:
    """What to say where a recogniser of many languages has written down another one as it sounds; None where it has
    not, or has heard by itself which one it is."""
    text = " ".join(turn.text for turn in turns if turn.words)
    tag = None if recogniser.language else foreign_language(text, languages_known(recogniser))
    return _doubt(tag, recogniser) if tag else None


class LanguageWatch:
    """A job's listener that says once what it thinks of the recording's language, by its first two minutes of speech.

    It hands everything on to another listener.
    """

    def __init__(self, listener: JobListener, recogniser: AnyRecogniser, on_doubt: OnDoubt) -> None:
        self._listener, self._recogniser, self._on_doubt = listener, recogniser, on_doubt
        self._writes_one = isinstance(recogniser, Recogniser)
        self._lock = Lock()
        self._written: list[str] = []
        self._turns: list[Turn] = []
        self._heard_ms = 0
        self._decided = False
        self._doubt: str | None = None

    def trust(self) -> None:
        """Say nothing: it is known which language it is."""
        self._decided = True

    def listen(self, ear: Callable[[], Ear | None], samples: NDArray[np.float32], speech: Sequence[Span]) -> None:
        """Decide by the sound of a recording, float32 [n], 16 kHz, where somebody speaks; by its words where that
        tells nothing. ear: what can hear it, None where there is nothing; asked only if it is wanted."""
        if not self._writes_one:  # the words will tell
            return
        chances = _heard(ear(), samples, _first(speech, ENOUGH_MS))
        self._decided = max(chances.values(), default=0.0) >= _SURE
        self._tell(doubt_by_sound(chances, self._recogniser))

    def progress(self, stage: Stage, fraction: float) -> None:
        """See JobListener."""
        self._listener.progress(stage, fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """See JobListener."""
        self._listener.turns(turns, speakers)
        if self._decided:
            return
        self._turns += turns
        self._heard_ms += sum(span.duration_ms for turn in turns for span in turn.speech)
        if self._heard_ms >= ENOUGH_MS:
            self._decided = True
            self._tell(self._doubt_now())

    def reading(self, believe: Believe) -> Believe:
        """The same belief; what it is asked about is read on the way, before loops are cut down. From any thread."""

        def believed(words: Sequence[Word], samples: NDArray[np.float32], span: Span) -> tuple[Word, ...]:
            said = believe(words, samples, span)
            if said and self._writes_one:
                with self._lock:
                    self._written += [word.text for word in words]
            return said

        return believed

    def _doubt_now(self) -> str | None:
        if self._writes_one:
            with self._lock:
                return doubt_by_circles(self._written, self._recogniser)
        return doubt_by_letters(self._turns, self._recogniser)

    def warnings(self) -> tuple[str, ...]:
        """What the reader must know, now that all words are there; what knows many languages is judged by all of its
        words, elsewhere."""
        if not self._decided:
            self._doubt = self._doubt_now()
        return (self._doubt,) if self._doubt and self._writes_one else ()

    def _tell(self, doubt: str | None) -> None:
        self._doubt = doubt
        if doubt is not None:
            self._on_doubt(doubt)


def _heard(ear: Ear | None, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
    try:
        return ear.language_chances(samples, speech) if ear else {}
    except ModelUnavailable:
        return {}


def _first(speech: Sequence[Span], enough_ms: int) -> list[Span]:
    """The first of the stretches, until there is so much of them."""
    found: list[Span] = []
    for span in speech:
        if sum(each.duration_ms for each in found) >= enough_ms:
            break
        found.append(span)
    return found


def _doubt(tag: str, recogniser: AnyRecogniser) -> str:
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
