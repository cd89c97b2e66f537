"""Who records is told once when it hardly sounds like a language that the captions' recogniser knows."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from asr.scripted_recogniser import WORD_MS, ScriptedRecogniser
from asr.scripted_recording_recogniser import ScriptedRecordingRecogniser
from diarization.scripted_segmenter import voices
from numpy.typing import NDArray

from desktop_app.core.asr.live_recogniser import live_recogniser
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.caption_doubt import LISTENED_MS
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.engines import LiveEngines
from desktop_app.core.live.events import CaptionEvent, LanguageDoubted
from desktop_app.core.models.known_languages import PARAKEET_LANGUAGES
from desktop_app.core.pipeline.language_doubt import ENOUGH_MS
from desktop_app.core.transcript.values import AudioSource, Span, Word
from live.scripted_engines import assert_contract, blocks, finals, said, scripted_engines

SPOKEN_S, EVERY_S = 4.0, 5.0
TURKISH = "Bugun eve gidiyorum ve sonra arkadasimla birlikte yemek yiyecegiz"
BLOCK = 4000
NOTHING = np.zeros(0, np.float32)


def talk(speech_s: float) -> NDArray[np.float32]:
    """One voice, four seconds of speech and one of silence again and again, until there is so much speech."""
    times = int(speech_s / SPOKEN_S)
    return voices(times * EVERY_S, *((0, at * EVERY_S + 0.5, at * EVERY_S + 0.5 + SPOKEN_S) for at in range(times)))


LONG = talk(ENOUGH_MS / 1000 + 40)


class Rambler(ScriptedRecogniser):
    """Says what it was never said before: the word is the level, which grows from half second to half second."""

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        half = WORD_MS * SAMPLE_RATE_HZ // 1000
        return tuple(
            replace(word, text=f"w{round(abs(float(samples[word.start_ms * 16 + half // 2])) * 1e5)}")
            for word in super().recognise(samples)
        )


class Turk(ScriptedRecordingRecogniser):
    """Writes Turkish, which it does not know."""

    languages = PARAKEET_LANGUAGES

    def recognise_recording(self, *given: object, **named: object) -> object:  # type: ignore[override]
        for block in super().recognise_recording(*given, **named):  # type: ignore[arg-type]
            letters = TURKISH.split()
            yield tuple(replace(word, text=letters[at % len(letters)]) for at, word in enumerate(block))


class Ear:
    def __init__(self, chances: Mapping[str, float]) -> None:
        self._chances = chances
        self.heard: list[tuple[NDArray[np.float32], Sequence[Span]]] = []

    def language_chances(self, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
        self.heard.append((samples, speech))
        return self._chances


def engines(recogniser: AnyRecogniser | None = None, ear: Ear | None = None, language: str = "auto") -> LiveEngines:
    return replace(scripted_engines(recogniser), ear=lambda: ear, language=language)


def doubts(events: Sequence[CaptionEvent]) -> list[LanguageDoubted]:
    assert_contract(events)
    return [event for event in events if isinstance(event, LanguageDoubted)]


def draft_warnings(captioner: Captioner) -> tuple[str, ...]:
    return captioner.draft(AudioSource("talk.wav", 1000, SAMPLE_RATE_HZ, 1)).warnings


def test_what_goes_in_circles_is_told_once_after_two_minutes_of_speech_and_the_captions_go_on() -> None:
    captioner = Captioner(engines())
    events = said(captioner, LONG, BLOCK)
    (doubt,) = doubts(events)
    assert doubt.text.startswith("scripted says the same again and again, as it does with other languages than English")
    spoken_s = doubt.at_ms / 1000 * SPOKEN_S / EVERY_S
    assert ENOUGH_MS / 1000 <= spoken_s <= ENOUGH_MS / 1000 + 5
    assert len(finals(events)) == len(LONG) / SAMPLE_RATE_HZ / EVERY_S
    assert draft_warnings(captioner) == (doubt.text,)


def test_an_utterance_that_is_heard_again_and_again_while_it_grows_goes_in_no_circles() -> None:
    growing = np.repeat(1 + 0.001 * np.arange(len(LONG) / 8000), 8000).astype(np.float32)
    captioner = Captioner(engines(Rambler()))
    events = said(captioner, LONG * growing, BLOCK)
    assert len({word.text for final in finals(events) for word in final.words}) > 200
    assert doubts(events) == []
    assert draft_warnings(captioner) == ()


def test_a_short_recording_is_not_interrupted_and_its_draft_has_the_warning() -> None:
    captioner = Captioner(engines())
    assert doubts(said(captioner, talk(60), BLOCK)) == []
    assert len(draft_warnings(captioner)) == 1


def test_who_has_said_the_language_is_trusted() -> None:
    ear = Ear({"fi": 1.0})
    captioner = Captioner(engines(ear=ear, language="en"))
    assert doubts(said(captioner, LONG, BLOCK)) == []
    assert (draft_warnings(captioner), ear.heard) == ((), [])


def test_the_sound_of_the_first_half_minute_of_speech_decides_where_something_can_hear_it() -> None:
    ear = Ear({"fi": 0.93, "en": 0.02})
    events = said(Captioner(engines(ear=ear)), LONG, BLOCK)
    (doubt,) = doubts(events)
    assert doubt.text.startswith("This sounds like Finnish; scripted knows English")
    assert doubt.at_ms < 2 * LISTENED_MS
    ((samples, speech),) = ear.heard
    assert LISTENED_MS <= sum(span.duration_ms for span in speech) <= LISTENED_MS + SPOKEN_S * 1000
    spoken = [samples[span.start_ms * 16 : span.end_ms * 16] for span in speech]
    assert all(np.count_nonzero(each) > 0.97 * len(each) for each in spoken)
    assert sum(map(len, spoken)) > 0.97 * np.count_nonzero(samples)


def test_what_sounds_like_the_language_is_not_doubted_for_its_words() -> None:
    assert doubts(said(Captioner(engines(ear=Ear({"en": 0.9}))), LONG, BLOCK)) == []


def test_where_the_sound_tells_nothing_the_words_do() -> None:
    (doubt,) = doubts(said(Captioner(engines(ear=Ear({"fi": 0.5, "en": 0.4}))), LONG, BLOCK))
    assert doubt.text.startswith("scripted says the same again and again")


def test_letters_of_what_knows_many_languages_tell_which_it_is() -> None:
    ear = Ear({"tr": 1.0})
    (doubt,) = doubts(said(Captioner(engines(Turk(), ear)), LONG, BLOCK))
    assert doubt.text.startswith("This sounds like Turkish; scripted knows 25 other languages")
    assert ear.heard == []


def test_captions_do_not_wait_for_what_listens() -> None:
    heard, go_on = Event(), Event()

    class Slow(Ear):
        def language_chances(self, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
            heard.set()
            assert go_on.wait(60)
            return super().language_chances(samples, speech)

    with ThreadPoolExecutor(2) as executor:
        captioner = Captioner(engines(Rambler(), Slow({"fi": 1.0})), executor=executor)
        events = [event for block in blocks(talk(60), [BLOCK]) for event in captioner.hear(block)]
        while not heard.wait(0.01):  # the diarizer comes after
            events += captioner.hear(NOTHING)
        settled = len(finals(events))
        events += [event for block in blocks(talk(20), [BLOCK]) for event in captioner.hear(block)]
        while len(finals(events)) < settled + 4:
            events += captioner.hear(NOTHING)
        go_on.set()
        executor.shutdown()
    last = captioner.finish()
    (doubt,) = doubts(events + last)
    assert doubt in last
    assert doubt.text.startswith("This sounds like Finnish")


@pytest.mark.parametrize(("chances", "told"), [({"fi": 1.0}, 1), ({"en": 1.0}, 0)])
def test_what_takes_over_from_too_slow_an_engine_is_judged_anew(
    chances: Mapping[str, float], told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Danish(ScriptedRecordingRecogniser):
        languages = ("da", "fi")

    quicker: Callable[[], object] = lambda: live_recogniser(ScriptedRecogniser())  # noqa: E731
    captioner = Captioner(replace(engines(Danish(), Ear(chances)), quicker=quicker))  # type: ignore[arg-type]
    monkeypatch.setattr(captioner._lag, "is_hopeless", lambda lag_ms: captioner.heard_ms > 10_000)
    events = said(captioner, talk(60), BLOCK)
    assert len([doubt for doubt in doubts(events) if doubt.text.startswith("This sounds like Finnish")]) == told
