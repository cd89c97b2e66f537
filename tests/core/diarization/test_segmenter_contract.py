"""What every Segmenter keeps to: the scripted one and the carried model on both its engines."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, packaged_samples

from desktop_app.core.diarization.segmentation import WINDOW_SAMPLES, Segmenter
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.segmentation_torch import SegmentationTorch
from diarization.scripted_segmenter import ScriptedSegmenter


@pytest.fixture(scope="module", params=[ScriptedSegmenter, SegmentationOnnx, SegmentationTorch])
def segmenter(request: pytest.FixtureRequest) -> Segmenter:
    if request.param is SegmentationTorch:
        pytest.importorskip("torch")
    made: Segmenter = request.param()
    return made


def test_a_window_gives_589_frames_of_three_local_speakers(segmenter: Segmenter) -> None:
    heard = segmenter.segment(packaged_samples(DIALOGUE)[None, :WINDOW_SAMPLES])
    assert (heard.shape, heard.dtype) == ((1, 589, 3), np.bool_)
    assert heard.any()


def test_nobody_speaks_in_silence(segmenter: Segmenter) -> None:
    assert not segmenter.segment(np.zeros((1, WINDOW_SAMPLES), np.float32)).any()


def test_threads_and_batches_hear_what_one_window_alone_gives(segmenter: Segmenter) -> None:
    windows = np.stack([packaged_samples(DIALOGUE)[at : at + WINDOW_SAMPLES] for at in (0, 80_000, 160_000)])
    alone = np.concatenate([segmenter.segment(window[None]) for window in windows])
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(segmenter.segment, [windows] * 4))
    assert all(np.array_equal(alone, batch) for batch in together)


def test_it_says_what_it_is(segmenter: Segmenter) -> None:
    assert segmenter.use.role == "segmentation"
    assert segmenter.use.name
    assert segmenter.batch >= 1
    assert segmenter.callers >= 1


def test_the_carried_model_hears_the_dialogue_speak_and_pause() -> None:
    heard = SegmentationOnnx().segment(packaged_samples(DIALOGUE)[None, :WINDOW_SAMPLES]).any(axis=2)
    assert 0.5 < heard.mean() < 1.0
