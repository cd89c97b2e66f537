"""What every Recogniser keeps to: the scripted one and the carried model."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from asr.scripted_recogniser import ScriptedRecogniser
from desktop_app.core.asr.moonshine import Moonshine
from desktop_app.core.asr.recogniser import Recogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Word


@pytest.fixture(scope="module", params=[ScriptedRecogniser, Moonshine])
def recogniser(request: pytest.FixtureRequest) -> Recogniser:
    made: Recogniser = request.param()
    return made


def assert_in_order_inside(words: tuple[Word, ...], samples: NDArray[np.float32]) -> None:
    assert all(0 <= word.start_ms <= word.end_ms <= len(samples) * 1000 / SAMPLE_RATE_HZ for word in words)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))


@pytest.mark.parametrize(("name", "start_s", "end_s"), [(READER, 0, 10), (READER, 20, 23.3), (DIALOGUE, 4.8, 8.1)])
def test_words_are_in_order_inside_the_turn(recogniser: Recogniser, name: str, start_s: float, end_s: float) -> None:
    samples = packaged_samples(name)[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]
    words = recogniser.recognise(samples)
    assert len(words) > 3
    assert all(word.text and not word.text.isspace() for word in words)
    assert_in_order_inside(words, samples)


def test_no_sound_has_no_words(recogniser: Recogniser) -> None:
    assert recogniser.recognise(np.zeros(0, np.float32)) == ()


@pytest.mark.parametrize("length", [1, 800, SAMPLE_RATE_HZ])
def test_silence_and_the_shortest_sound_are_borne(recogniser: Recogniser, length: int) -> None:
    for samples in (np.zeros(length, np.float32), packaged_samples(READER)[-length - 40_000 :][:length]):
        assert_in_order_inside(recogniser.recognise(samples), samples)


def test_the_longest_turn_is_understood_to_its_end(recogniser: Recogniser) -> None:
    samples = packaged_samples(READER)[: round(recogniser.max_turn_s * SAMPLE_RATE_HZ)]
    words = recogniser.recognise(samples)
    assert len(words) >= 20
    assert words[-1].end_ms > 0.9 * recogniser.max_turn_s * 1000


def test_several_threads_at_once_hear_what_one_hears(recogniser: Recogniser) -> None:
    samples = packaged_samples(READER)
    parts = [samples[at : at + 3 * SAMPLE_RATE_HZ] for at in range(0, 24 * SAMPLE_RATE_HZ, 3 * SAMPLE_RATE_HZ)]
    with ThreadPoolExecutor(recogniser.callers) as pool:
        assert list(pool.map(recogniser.recognise, parts)) == [recogniser.recognise(part) for part in parts]


def test_it_says_what_it_is_and_what_it_understands(recogniser: Recogniser) -> None:
    assert recogniser.use.role == "asr"
    assert recogniser.use.name
    assert recogniser.language == "en"


def test_moonshine_writes_down_what_the_reader_says_and_owns_up_to_its_times() -> None:
    words = Moonshine().recognise(packaged_samples(READER)[: 10 * SAMPLE_RATE_HZ])
    text = " ".join(word.text for word in words).lower()
    assert "best of times" in text
    assert "worst of times" in text
    assert all(word.estimated for word in words)
