import numpy as np
import pytest
from models.packaged_recordings import READER, packaged_samples
from non_speech import non_speech
from numpy.typing import NDArray

from asr.scripted_detector import ScriptedDetector
from desktop_app.core.asr.silero import Silero
from desktop_app.core.asr.speech_evidence import NOBODY, SURE, SpeechEvidence

SECOND = 16_000


def knock_knock(duration_s: float, *loud: tuple[float, float]) -> NDArray[np.float32]:
    samples = np.zeros(round(duration_s * SECOND), np.float32)
    for start_s, end_s in loud:
        samples[round(start_s * SECOND) : round(end_s * SECOND)] = 0.1
    return samples


def test_where_speech_begins_is_told_to_a_frame() -> None:
    evidence = SpeechEvidence(ScriptedDetector())
    onset = evidence.onset(knock_knock(4, (1.5, 3)), SECOND, 2 * SECOND)
    assert onset is not None
    assert abs(onset - 1.5 * SECOND) <= 512


def test_speech_that_has_begun_before_begins_at_once() -> None:
    assert SpeechEvidence(ScriptedDetector()).onset(knock_knock(4, (0.5, 3)), SECOND, 2 * SECOND) == SECOND


def test_where_nothing_is_heard_nothing_begins() -> None:
    assert SpeechEvidence(ScriptedDetector()).onset(knock_knock(4, (3, 4)), SECOND, 2 * SECOND) is None


@pytest.mark.parametrize(("first", "last"), [(0, 0), (0, 100), (63_000, 70_000), (90_000, 91_000)])
def test_a_moment_at_the_edge_of_the_recording_can_be_asked_about(first: int, last: int) -> None:
    evidence = SpeechEvidence(ScriptedDetector())
    assert evidence.between(knock_knock(4), first, last) == 0.0
    assert evidence.onset(knock_knock(4), first, last) is None


def test_in_a_whole_recording_every_stretch_of_speech_is_found() -> None:
    samples = np.zeros(4 * SECOND, np.float32)
    samples[512 * 10 : 512 * 20] = samples[512 * 30 : 512 * 31] = 0.1
    evidence = SpeechEvidence(ScriptedDetector())
    assert evidence.stretches(samples) == [(512 * 10, 512 * 20), (512 * 30, 512 * 31)]
    assert evidence.stretches(samples[:100]) == []


@pytest.fixture(scope="module")
def evidence() -> SpeechEvidence:
    return SpeechEvidence(Silero())


@pytest.mark.parametrize("gain", [1.0, 0.05])
def test_speech_is_surely_somebody_however_faint(gain: float, evidence: SpeechEvidence) -> None:
    samples = packaged_samples(READER)[: 10 * SECOND] * np.float32(gain)
    for start_s in range(1, 8, 2):
        assert evidence.between(samples, start_s * SECOND, (start_s + 2) * SECOND) >= SURE


@pytest.mark.parametrize("kind", ["throbbing noise", "engine", "siren", "tones", "time code", "barks", "music", "rain"])
def test_other_sounds_are_nobody(kind: str, evidence: SpeechEvidence) -> None:
    samples = non_speech(kind, 6)
    assert evidence.between(samples, SECOND, 5 * SECOND) < NOBODY
