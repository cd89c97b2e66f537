"""What does not sound like a language that the recogniser knows is told of before an hour is wasted."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from asr.scripted_recogniser import ScriptedRecogniser
from asr.scripted_recording_recogniser import ScriptedRecordingRecogniser
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.known_languages import PARAKEET_LANGUAGES
from desktop_app.core.pipeline.language_doubt import ENOUGH_MS
from desktop_app.core.pipeline.language_watch import LanguageWatch
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import Span, Speaker, Turn, Word

SOUND = np.zeros(16_000, np.float32)
SPEAKER = Speaker("s1", "Speaker 1", 0)
CIRCLES = "the first thing that I have to say is"
TURKISH = "Bugun eve gidiyorum ve sonra arkadasimla birlikte yemek yiyecegiz, hava cok guzel"


class Manylingual(ScriptedRecordingRecogniser):
    languages = PARAKEET_LANGUAGES


class Listener:
    def __init__(self) -> None:
        self.heard: list[Turn] = []

    def progress(self, stage: Stage, fraction: float) -> None:
        pass

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        self.heard += turns


class Ear:
    def __init__(self, chances: Mapping[str, float]) -> None:
        self._chances = chances
        self.heard: list[Sequence[Span]] = []

    def language_chances(self, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
        self.heard.append(speech)
        return self._chances


class DeafEar(Ear):
    def language_chances(self, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
        raise ModelUnavailable("Whisper", "decoding failed", "")


def turn(text: str, start_s: int, seconds: int) -> Turn:
    span = Span(start_s * 1000, (start_s + seconds) * 1000)
    words = tuple(Word(each, span.start_ms, span.end_ms) for each in text.split())
    return Turn("s1", span.start_ms, span.end_ms, words, (span,))


def say(watch: LanguageWatch, text: str, start_s: int) -> None:
    """Ten seconds."""
    written = turn(text, start_s, 10)
    watch.reading(lambda words, samples, span: tuple(words))(written.words, SOUND, written.speech[0])
    watch.turns((written,), (SPEAKER,))


def talk(watch: LanguageWatch, text: str, seconds: int) -> None:
    for start_s in range(0, seconds, 10):
        say(watch, text, start_s)


@pytest.fixture
def told() -> list[str]:
    return []


def watching(told: list[str], *, many: bool = False) -> LanguageWatch:
    return LanguageWatch(Listener(), Manylingual() if many else ScriptedRecogniser(), told.append)


def test_what_goes_in_circles_is_told_once_after_two_minutes_of_speech(told: list[str]) -> None:
    watch = watching(told)
    talk(watch, CIRCLES, 110)
    assert told == []
    talk(watch, CIRCLES, 600)
    (sentence,) = told
    assert sentence.startswith("scripted says the same again and again")
    assert "English" in sentence
    assert watch.warnings() == (sentence,)


def test_speech_that_does_not_return_is_no_doubt(told: list[str]) -> None:
    watch = watching(told)
    for number in range(60):
        say(watch, " ".join(f"word{number}x{at}" for at in range(20)), number * 10)
    assert told == []
    assert watch.warnings() == ()


def test_loops_that_are_cut_down_and_words_that_nobody_said_count_as_they_were_written(told: list[str]) -> None:
    watch, noise = watching(told), watching(told)
    words = turn(CIRCLES * 20, 0, 130).words
    assert watch.reading(lambda words, samples, span: tuple(words[:9]))(words, SOUND, Span(0, 9)) == words[:9]
    assert noise.reading(lambda words, samples, span: ())(words, SOUND, Span(0, 9)) == ()
    assert (len(watch.warnings()), noise.warnings()) == (1, ())


def test_a_short_recording_is_not_interrupted_and_ends_with_the_warning(told: list[str]) -> None:
    watch = watching(told)
    talk(watch, CIRCLES, 80)
    assert len(watch.warnings()) == 1
    assert told == []


def test_the_sound_decides_before_there_are_words_where_something_can_hear_it(told: list[str]) -> None:
    watch, ear = watching(told), Ear({"fi": 0.93, "en": 0.02})
    watch.listen(lambda: ear, SOUND, [Span(0, ENOUGH_MS), Span(ENOUGH_MS, 2 * ENOUGH_MS)])
    (sentence,) = told
    assert sentence.startswith("This sounds like Finnish; scripted knows English")
    assert ear.heard == [[Span(0, ENOUGH_MS)]]
    talk(watch, CIRCLES, 300)
    assert len(told) == 1
    assert watch.warnings() == (sentence,)


def test_what_sounds_like_the_language_is_not_doubted_for_its_words(told: list[str]) -> None:
    watch = watching(told)
    watch.listen(lambda: Ear({"en": 0.9, "cy": 0.1}), SOUND, [Span(0, 9000)])
    talk(watch, CIRCLES, 300)
    assert told == []
    assert watch.warnings() == ()


@pytest.mark.parametrize("ear", [None, Ear({}), Ear({"fi": 0.5, "en": 0.4}), DeafEar({})])
def test_where_the_sound_tells_nothing_the_words_do(told: list[str], ear: Ear | None) -> None:
    watch = watching(told)
    watch.listen(lambda: ear, SOUND, [Span(0, 9000)])
    assert told == []
    talk(watch, CIRCLES, 130)
    assert len(told) == 1


def test_words_of_what_knows_many_languages_tell_which_they_are_and_its_sound_is_not_asked(told: list[str]) -> None:
    watch, ear = watching(told, many=True), Ear({"tr": 1.0})
    watch.listen(lambda: ear, SOUND, [Span(0, 9000)])
    assert ear.heard == []
    talk(watch, TURKISH, 130)
    (sentence,) = told
    assert sentence.startswith("This sounds like Turkish; scripted knows 25 other languages")
    assert watch.warnings() == ()  # all of the words say it, in the end


def test_what_has_heard_the_language_itself_is_trusted(told: list[str]) -> None:
    recogniser = Manylingual()
    recogniser.language = "tr"  # type: ignore[assignment]
    watch = LanguageWatch(Listener(), recogniser, told.append)
    talk(watch, TURKISH, 130)
    assert told == []


def test_who_has_said_the_language_is_trusted(told: list[str]) -> None:
    watch = watching(told)
    watch.trust()
    talk(watch, CIRCLES, 300)
    assert (told, watch.warnings()) == ([], ())


def test_everything_is_handed_on(told: list[str]) -> None:
    listener = Listener()
    watch = LanguageWatch(listener, ScriptedRecogniser(), told.append)
    talk(watch, CIRCLES, 300)
    assert len(listener.heard) == 30
