"""Whether a recording is in a language that its recogniser knows: told while it is transcribed, not an hour later."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.pipeline.language_doubt import Ear, LanguageDoubt, OnDoubt, chances_by_sound
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.values import Span, Speaker, Turn, Word


class LanguageWatch:
    """A job's listener that says once what it thinks of the recording's language, by its first two minutes of speech.

    It hands everything on to another listener.
    """

    def __init__(self, listener: JobListener, recogniser: AnyRecogniser, on_doubt: OnDoubt) -> None:
        self._listener = listener
        self._doubt = LanguageDoubt(recogniser, on_doubt)

    def trust(self) -> None:
        """Say nothing: it is known which language it is."""
        self._doubt.trust()

    def listen(self, ear: Callable[[], Ear | None], samples: NDArray[np.float32], speech: Sequence[Span]) -> None:
        """Decide by the sound of a recording, float32 [n], 16 kHz, where somebody speaks; by its words where that
        tells nothing. ear: what can hear it, None where there is nothing; asked only if it is wanted."""
        if self._doubt.wants_sound:
            self._doubt.judge_sound(chances_by_sound(ear, samples, speech))

    def progress(self, stage: Stage, fraction: float) -> None:
        """See JobListener."""
        self._listener.progress(stage, fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """See JobListener."""
        self._listener.turns(turns, speakers)
        speech_ms = sum(span.duration_ms for turn in turns for span in turn.speech)
        self._doubt.hear((turn.text for turn in turns if turn.words), speech_ms)

    def reading(self, believe: Believe) -> Believe:
        """The same belief; what it is asked about is read on the way, before loops are cut down. From any thread."""

        def believed(words: Sequence[Word], samples: NDArray[np.float32], span: Span) -> tuple[Word, ...]:
            said = believe(words, samples, span)
            if said:
                self._doubt.write(word.text for word in words)
            return said

        return believed

    def warnings(self) -> tuple[str, ...]:
        """What the reader must know of the language, now that all words are there."""
        return self._doubt.warnings()
