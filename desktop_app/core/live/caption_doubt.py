"""Whether what is captioned is in a language that the recogniser knows: told while it is recorded."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.live.engines import LiveEngines
from desktop_app.core.live.stream_sound import StreamSound, place_to_ms
from desktop_app.core.live.utterance_transcriber import Writing
from desktop_app.core.live.utterances import Utterance
from desktop_app.core.pipeline.language_doubt import LanguageDoubt, chances_by_sound
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import Span

LISTENED_MS = 30_000
"""So much speech is listened to where something can tell its language by the sound: what Whisper hears at once."""
_Chances = Mapping[str, float]


class CaptionDoubt:
    """Gathers the first speech, sound and words, for a LanguageDoubt. It belongs to one thread."""

    def __init__(self, engines: LiveEngines, executor: Executor | None = None) -> None:
        """executor: a thread for what hears the language; here, at once, if None."""
        self.has_told = False
        self._told: list[str] = []
        self._doubt = LanguageDoubt(engines.recogniser.engine, self._told.append)
        self._ear, self._executor = engines.ear, executor
        self._clips: list[NDArray[np.float32]] = []
        self._speech: list[Span] = []
        self._listening: Future[_Chances] | None = None
        if engines.language != AUTO:
            self._doubt.trust()

    def take(self, writing: Writing, sound: StreamSound) -> None:
        """Take note of an utterance that is over, all of whose sound is kept, if somebody spoke in it."""
        if not writing.words:
            return
        utterance = writing.utterance
        if self._doubt.wants_sound and self._listening is None:
            self._gather(utterance, sound)
        self._doubt.write(word.text for word in writing.written)
        self._doubt.hear((word.text for word in writing.words), _speech(utterance, since=0).duration_ms)

    def news(self) -> str | None:
        """The doubt, a sentence or two, if it has come up since the last call: that happens once at most."""
        if self._listening is not None and self._listening.done() and self._doubt.wants_sound:
            self._doubt.judge_sound(self._listening.result())
        if not self._told:
            return None
        self.has_told = True
        return self._told.pop()

    def warnings(self) -> tuple[str, ...]:
        """What the reader of the captions must know of their language."""
        return self._doubt.warnings()

    def _gather(self, utterance: Utterance, sound: StreamSound) -> None:
        gathered = sum(map(len, self._clips))
        self._clips.append(sound.between(utterance.start, utterance.end).copy())
        self._speech.append(_speech(utterance, since=utterance.start - gathered))
        if sum(span.duration_ms for span in self._speech) >= LISTENED_MS:
            listen = partial(chances_by_sound, self._ear, np.concatenate(self._clips), self._speech)
            self._clips, self._speech = [], []
            self._listening = self._submit(listen)

    def _submit(self, work: Callable[[], _Chances]) -> Future[_Chances]:
        if self._executor is not None:
            return self._executor.submit(work)
        done: Future[_Chances] = Future()
        done.set_result(work())
        return done


def _speech(utterance: Utterance, *, since: int) -> Span:
    """Where somebody speaks, in ms since a place."""
    return Span(place_to_ms(utterance.speech_start - since), place_to_ms(utterance.speech_end - since))
