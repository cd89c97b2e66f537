"""What every SpeechDetector keeps to: the scripted one and the carried model."""

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from asr.scripted_detector import ScriptedDetector
from asr.two_cities import PHRASES
from desktop_app.core.asr.silero import Silero
from desktop_app.core.asr.speech_activity import FRAME_SAMPLES, SpeechDetector
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ


@pytest.fixture(scope="module", params=[ScriptedDetector, Silero])
def detector(request: pytest.FixtureRequest) -> SpeechDetector:
    made: SpeechDetector = request.param()
    return made


def frames(name: str) -> NDArray[np.float32]:
    samples = packaged_samples(name)
    return samples[: len(samples) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)


def test_every_frame_has_a_probability_and_no_frame_has_none(detector: SpeechDetector) -> None:
    heard = detector.stream().hear(frames(DIALOGUE)[:100])
    assert (heard.shape, heard.dtype) == ((100,), np.float32)
    assert ((heard >= 0) & (heard <= 1)).all()
    assert detector.stream().hear(np.zeros((0, FRAME_SAMPLES), np.float32)).shape == (0,)


def test_silence_is_no_speech(detector: SpeechDetector) -> None:
    assert detector.stream().hear(np.zeros((60, FRAME_SAMPLES), np.float32)).max() < 0.2


def test_what_is_heard_hangs_on_the_stream_alone_not_on_the_blocks_nor_on_other_streams(
    detector: SpeechDetector,
) -> None:
    sound, other = frames(DIALOGUE)[:200], frames(READER)
    whole = detector.stream().hear(sound)
    stream, beside = detector.stream(), detector.stream()
    parts = []
    for at in range(0, len(sound), 7):
        parts.append(stream.hear(sound[at : at + 7]))
        beside.hear(other[at : at + 3])
    np.testing.assert_array_equal(np.concatenate(parts), whole)


def test_silero_hears_where_the_reader_speaks_and_that_noise_is_no_speech() -> None:
    heard = Silero().stream().hear(frames(READER))
    at_s = (np.arange(len(heard)) + 0.5) * FRAME_SAMPLES / SAMPLE_RATE_HZ
    spoken = np.zeros(len(heard), bool)
    for phrase in PHRASES:
        spoken |= (at_s > phrase.start_s) & (at_s < phrase.end_s)
    assert (heard[spoken] > 0.5).mean() > 0.95
    assert heard[at_s < 0.9].max() < 0.5
    noise = np.random.default_rng(7).normal(0, 0.05, (100, FRAME_SAMPLES)).astype(np.float32)
    assert (Silero().stream().hear(noise) > 0.5).mean() < 0.1
