"""The carried models on sounds that tempt a diarizer to hear people who are not there."""

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, listen, recluster
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.embedding.chain import alone
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx

SECOND = 16_000
OPEN = SpeakerBounds()


@pytest.fixture(scope="module")
def engines() -> tuple[SegmentationOnnx, WespeakerOnnx]:
    return SegmentationOnnx(), WespeakerOnnx()


def heard(samples: NDArray[np.float32], engines: tuple[SegmentationOnnx, WespeakerOnnx], hop: Hop) -> Voices:
    segmenter, embedder = engines
    return listen(
        samples, segmenter, alone(embedder), hop=hop, on_segmentation=lambda _: None, on_embedding=lambda _: None
    )


def diarized(
    samples: NDArray[np.float32], engines: tuple[SegmentationOnnx, WespeakerOnnx], hop: Hop = Hop.ACCURATE
) -> Diarization:
    return recluster(heard(samples, engines, hop), OPEN)


def chords(duration_s: float) -> NDArray[np.float32]:
    """A slow tune in three voices with a beat."""
    time = np.arange(round(duration_s * SECOND)) / SECOND
    root = 220.0 * 2 ** (np.array([0, 3, 5, 7])[(time // 0.8).astype(int) % 4] / 12)
    tone = sum(
        np.sin(2 * np.pi * np.cumsum(root * ratio) / SECOND) / (1 + part) for part, ratio in enumerate((1, 1.5, 2))
    )
    return (0.08 * tone * (0.4 + 0.6 * np.exp(-5 * (time % 0.4)))).astype(np.float32)


@pytest.mark.parametrize("level", [0.0, 1e-4])
def test_nobody_speaks_in_silence_or_hiss(level: float, engines: tuple[SegmentationOnnx, WespeakerOnnx]) -> None:
    hiss = level * np.random.default_rng(1).standard_normal(15 * SECOND)
    assert diarized(hiss.astype(np.float32), engines).full == ()


def test_music_is_no_crowd(engines: tuple[SegmentationOnnx, WespeakerOnnx]) -> None:
    assert diarized(chords(20), engines).speakers <= 1


@pytest.mark.parametrize("hop", Hop)
def test_one_reader_is_one_speaker(hop: Hop, engines: tuple[SegmentationOnnx, WespeakerOnnx]) -> None:
    assert diarized(packaged_samples(READER)[: 25 * SECOND], engines, hop).speakers == 1


@pytest.mark.parametrize("hop", Hop)
def test_a_dialogue_has_two_who_speak_in_their_places(
    hop: Hop, engines: tuple[SegmentationOnnx, WespeakerOnnx]
) -> None:
    found = diarized(packaged_samples(DIALOGUE), engines, hop)
    assert found.speakers == 2
    man, woman = (
        {segment.speaker for segment in found.exclusive if start < (segment.start_ms + segment.end_ms) / 2 < end}
        for start, end in ((4800, 8100), (8800, 12_400))
    )
    assert len(man) == len(woman) == 1
    assert man != woman


def test_a_recording_without_a_pause_between_two_voices_has_both(
    engines: tuple[SegmentationOnnx, WespeakerOnnx],
) -> None:
    reader, woman = packaged_samples(READER)[2 * SECOND : 7 * SECOND], packaged_samples(DIALOGUE)[141_000:198_000]
    found = diarized(np.concatenate([reader, woman, reader]), engines)
    assert found.speakers == 2


def test_speakers_are_found_again_from_the_voices_alone(engines: tuple[SegmentationOnnx, WespeakerOnnx]) -> None:
    voices = heard(packaged_samples(DIALOGUE), engines, Hop.FAST)
    assert recluster(voices, SpeakerBounds(1, 1)).speakers == 1
    assert recluster(voices, SpeakerBounds(3, 3)).speakers == 3
    counts = [recluster(voices, OPEN, sensitivity=sensitivity).speakers for sensitivity in (0.0, 0.5, 1.0)]
    assert counts == sorted(counts)
