"""The carried models on a dialogue that comes a little at a time."""

from collections.abc import Sequence

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.diarization.online.diarizer import OnlineDiarizer
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.embedding.chain import alone
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from diarization.online.streams import timelines, who

SECOND = 16_000
Engines = tuple[SegmentationOnnx, WespeakerOnnx]


@pytest.fixture(scope="module")
def engines() -> Engines:
    return SegmentationOnnx(), WespeakerOnnx()


def told(samples: NDArray[np.float32], sizes: Sequence[int], engines: Engines) -> list[LiveTimeline]:
    segmenter, embedder = engines
    return list(timelines(samples, sizes, OnlineDiarizer(segmenter, alone(embedder))))


@pytest.mark.slow
def test_a_dialogue_has_two_who_speak_in_their_places_whatever_the_sizes_it_comes_in(engines: Engines) -> None:
    dialogue = packaged_samples(DIALOGUE)[: 18 * SECOND]
    *_, timeline = told(dialogue, [3200], engines)
    man, woman = who(timeline, 6.5), who(timeline, 10.6)
    assert (man, woman) == ("S1", "S2")
    assert len(timeline.speakers) == 2
    assert told(dialogue, [11_111, 160, 24_000], engines)[-1] == timeline


@pytest.mark.slow
def test_a_reader_who_comes_back_is_recognised(engines: Engines) -> None:
    reader, woman = packaged_samples(READER)[2 * SECOND : 9 * SECOND], packaged_samples(DIALOGUE)[141_000:198_000]
    again = packaged_samples(READER)[20 * SECOND : 26 * SECOND]
    silence = np.zeros(SECOND, np.float32)
    *_, timeline = told(np.concatenate([reader, silence, woman, silence, again]), [8000], engines)
    assert [who(timeline, at_s) for at_s in (4, 10, 16)] == ["S1", "S2", "S1"]
    assert len(timeline.speakers) == 2


@pytest.mark.slow
def test_nobody_speaks_in_hiss(engines: Engines) -> None:
    hiss = (1e-4 * np.random.default_rng(1).standard_normal(15 * SECOND)).astype(np.float32)
    assert all(timeline.exclusive == () for timeline in told(hiss, [8000], engines))
