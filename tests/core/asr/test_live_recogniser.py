"""What every LiveRecogniser keeps to: over scripted recognisers of either kind, and a real, tiny Parakeet."""

import numpy as np
import pytest
from models.packaged_recordings import READER, packaged_samples

from asr.scripted_recogniser import ScriptedRecogniser
from asr.scripted_recording_recogniser import ScriptedRecordingRecogniser
from asr.two_cities import PHRASES
from desktop_app.core.asr.live_recogniser import LiveRecogniser, live_recogniser
from desktop_app.core.asr.parakeet import Parakeet
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ


class OfRecordings(ScriptedRecordingRecogniser):
    languages = ("en", "de")


@pytest.fixture(params=["turns", "recordings", pytest.param("parakeet", marks=pytest.mark.slow)])
def recogniser(request: pytest.FixtureRequest) -> LiveRecogniser:
    if request.param == "parakeet":
        made: AnyRecogniser = request.getfixturevalue("parakeet")
    else:
        made = ScriptedRecogniser() if request.param == "turns" else OfRecordings()
    return live_recogniser(made)


def place(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE_HZ)


def test_words_are_timed_from_where_the_utterance_begins_and_lie_within_it(recogniser: LiveRecogniser) -> None:
    start_s, begins_s, end_s = 1.0, PHRASES[1].start_s - 0.1, PHRASES[3].end_s + 0.2
    samples = packaged_samples(READER)[place(start_s) : place(end_s)]
    words = recogniser.words(samples, place(begins_s) - place(start_s))
    assert len(words) > 3
    assert words[0].start_ms < 700
    assert all(0 <= word.start_ms <= word.end_ms <= 1000 * (end_s - begins_s) for word in words)
    assert list(words) == sorted(words, key=lambda word: word.start_ms)


def test_no_sound_has_no_words(recogniser: LiveRecogniser) -> None:
    assert recogniser.words(np.zeros(0, np.float32), 0) == ()


def test_it_says_what_it_is_and_what_it_wants(recogniser: LiveRecogniser) -> None:
    assert recogniser.use.role == "asr"
    assert recogniser.languages
    assert 5 <= recogniser.max_utterance_s <= 30
    assert recogniser.context_s >= 0


@pytest.mark.slow
def test_parakeet_understands_an_utterance_after_the_ones_before_it(parakeet: Parakeet) -> None:
    begins_s, end_s = PHRASES[2].start_s - 0.1, PHRASES[2].end_s
    samples = np.pad(packaged_samples(READER)[place(0.9) : place(end_s)], (0, place(0.5)))
    heard = [word.text for word in live_recogniser(parakeet).words(samples, place(begins_s) - place(0.9))]
    *words, last = PHRASES[2].text.split()
    assert heard[:-1] == words
    assert heard[-1].startswith(last.rstrip(","))  # so small a model may hear more in a word that breaks off


def test_names_and_jargon_are_handed_on() -> None:
    words = live_recogniser(OfRecordings(), ("Diarist",)).words(packaged_samples(READER)[: place(2.0)], 0)
    assert {word.text for word in words} == {"Diarist"}
