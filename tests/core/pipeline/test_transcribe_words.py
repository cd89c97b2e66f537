"""Which language the words of a recording are said to be in."""

import numpy as np
import pytest

from desktop_app.core.asr.recogniser import RecordingRecogniser
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline
from desktop_app.core.models.known_languages import PARAKEET_LANGUAGES
from desktop_app.core.pipeline.transcribe_words import TranscribedWords, transcribe_words
from desktop_app.core.transcript.values import Word
from pipeline.scripted_talks import believe_all
from pipeline.test_words_by_time import ByTime, Listener

GERMAN = (
    "Gestern waren wir bei meiner Mutter im Garten, und sie hat uns von früher erzählt, als die Straße noch nicht "
    "gebaut war. Ich weiß nicht, ob das stimmt, aber so hat sie es gesagt."
)
ENGLISH = (
    "Yesterday we were at my mother's in the garden, and she told us what it was like before, when the road had not "
    "been built yet. I do not know whether that is true, but that is what she said."
)
TURKISH = "Bugun eve gidiyorum ve sonra arkadasimla birlikte yemek yiyecegiz, hava cok guzel"
TURN_MS = 20_000


def written(*texts: str, language: str = "auto", tells: str | None = None) -> tuple[TranscribedWords, ByTime]:
    """The turns of two people in turn, each of twenty seconds; tells: what the recogniser says of the language."""
    words, segments = [], []
    for number, text in enumerate(texts):
        start_ms = number * TURN_MS
        segments.append(Segment(number % 2, start_ms, start_ms + TURN_MS - 2000))
        words += [Word(each, start_ms + 200 * at, start_ms + 200 * at + 150) for at, each in enumerate(text.split())]
    recogniser = ByTime(words)
    recogniser.languages, recogniser.language = PARAKEET_LANGUAGES, tells  # type: ignore[assignment]
    diarization = Diarization(tuple(segments), exclusive_timeline(segments), 2, len(segments), 0)
    samples = np.zeros(len(texts) * TURN_MS * 16, np.float32)
    as_asked: RecordingRecogniser = recogniser
    return transcribe_words(
        samples, diarization, as_asked, Listener(), believe=believe_all, language=language
    ), recogniser


def test_a_language_that_was_given_is_told_to_the_recogniser_and_recorded() -> None:
    made, recogniser = written(GERMAN, ENGLISH, language="de")
    assert (recogniser.spoken, made.language, made.warnings) == ("de", "de", ())


def test_what_the_recogniser_tells_goes_before_what_the_letters_do() -> None:
    made, recogniser = written(GERMAN, GERMAN, tells="nl")
    assert (recogniser.spoken, made.language, made.warnings) == (None, "nl", ())


@pytest.mark.parametrize(
    ("texts", "language", "note"),
    [
        ([GERMAN] * 4, "de", None),
        ([GERMAN, "Yes."] * 4, "de", None),
        ([GERMAN, ENGLISH] * 3 + [GERMAN], "de", "parts are in English."),
        ([ENGLISH, GERMAN] * 3 + [ENGLISH], "en", "parts are in German."),
        (["Ja.", "Nein."], None, None),
        (["Ja, so.", "Nein, ich weiß das nicht so"], "de", None),
    ],
)
def test_where_people_mix_languages_it_is_that_of_most_and_the_other_is_noted(
    texts: list[str], language: str | None, note: str | None
) -> None:
    made, _ = written(*texts)
    assert made.language == language
    assert [warning.endswith(note or "?") for warning in made.warnings] == [True] * (note is not None)


def test_a_language_that_the_recogniser_does_not_know_is_warned_of_and_not_recorded() -> None:
    made, _ = written(TURKISH, TURKISH)
    assert made.language is None
    assert len(made.warnings) == 1
    assert "(tr," in made.warnings[0]
