"""What every RecordingRecogniser keeps to: the scripted one, and real ones that are tiny."""

from itertools import pairwise

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from asr.scripted_recording_recogniser import ScriptedRecordingRecogniser
from asr.two_cities import PHRASES
from desktop_app.core.asr.recogniser import RecordingRecogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span, Word

pytestmark = pytest.mark.slow
READ = [Span(round(phrase.start_s * 1000), round(phrase.end_s * 1000)) for phrase in PHRASES]
SAID = [Span(300, 3300), Span(4800, 8100), Span(8800, 12_400)]


@pytest.fixture(params=["scripted", "parakeet", "parakeet_onnx", "whisper"])
def recogniser(request: pytest.FixtureRequest) -> RecordingRecogniser:
    if request.param == "scripted":
        return ScriptedRecordingRecogniser()
    found: RecordingRecogniser = request.getfixturevalue(request.param)
    return found


def heard(recogniser: RecordingRecogniser, samples: NDArray[np.float32], speech: list[Span]) -> list[Word]:
    blocks = recogniser.recognise_recording(samples, speech, on_progress=lambda _: None)
    return [word for block in blocks for word in block]


@pytest.mark.parametrize(("name", "speech"), [(READER, READ), (READER, READ[3:5]), (DIALOGUE, SAID)])
def test_words_are_in_order_inside_the_recording_and_all_have_a_confidence(
    recogniser: RecordingRecogniser, name: str, speech: list[Span]
) -> None:
    samples = packaged_samples(name)
    words = heard(recogniser, samples, speech)
    assert len(words) > 3
    assert all(word.text.strip() == word.text != "" for word in words)
    assert all(0 <= word.start_ms < word.end_ms <= len(samples) * 1000 / SAMPLE_RATE_HZ for word in words)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))
    assert all(word.confidence is not None and 0 <= word.confidence <= 1 for word in words)
    assert not any(word.estimated for word in words)


@pytest.mark.parametrize("speech", [READ, []])
def test_progress_only_grows_and_ends_at_one(recogniser: RecordingRecogniser, speech: list[Span]) -> None:
    seen: list[float] = []
    for _ in recogniser.recognise_recording(packaged_samples(READER), speech, on_progress=seen.append):
        pass
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)
    assert all(0 <= done <= 1.000001 for done in seen)


def test_no_speech_has_no_words(recogniser: RecordingRecogniser) -> None:
    assert heard(recogniser, packaged_samples(READER), []) == []
    assert heard(recogniser, np.zeros(0, np.float32), []) == []


def test_one_who_stops_in_the_middle_can_begin_again(recogniser: RecordingRecogniser) -> None:
    blocks = recogniser.recognise_recording(packaged_samples(READER), READ, on_progress=lambda _: None)
    next(iter(blocks))
    blocks.close()  # type: ignore[attr-defined]
    assert heard(recogniser, packaged_samples(READER), READ)


def test_the_same_recording_gives_the_same_words(recogniser: RecordingRecogniser) -> None:
    samples = packaged_samples(READER)
    assert heard(recogniser, samples, READ) == heard(recogniser, samples, READ)


def test_it_says_what_it_is(recogniser: RecordingRecogniser) -> None:
    assert recogniser.use.role == "asr"
    assert recogniser.use.name
    assert recogniser.use.device in {"cpu", "cuda"}
