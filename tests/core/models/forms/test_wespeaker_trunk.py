from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.embedding.fbank import fbank
from desktop_app.core.models.forms.wespeaker_trunk import OnnxTrunk, original_trunk
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.packaged_models import packed_model
from models.packaged_recordings import DIALOGUE, READER, packaged_samples

SECOND = 16_000


@pytest.fixture(scope="module")
def trunk() -> OnnxTrunk:
    return original_trunk()


def clips() -> Iterator[NDArray[np.float32]]:
    """Filter banks of clips of several lengths, none a multiple of eight frames but one."""
    for name, start_s, frames in ((READER, 1, 104), (READER, 10, 333), (DIALOGUE, 9, 250), (DIALOGUE, 1, 61)):
        start = start_s * SECOND
        yield fbank(packaged_samples(name)[start : start + frames * 160 + 240])


def embedding(trunk: OnnxTrunk, features: NDArray[np.float32]) -> NDArray[np.float32]:
    """Pooled with the same weight for every frame, as statistics pooling does it."""
    pooled = np.concatenate([features.mean(axis=1), features.std(axis=1, ddof=1)])
    return trunk.projection.weight @ pooled + trunk.projection.bias


def test_trunk_and_projection_give_the_embedding_of_the_carried_model(trunk: OnnxTrunk) -> None:
    carried = single_threaded_session(packed_model(WESPEAKER), WESPEAKER.label)
    for clip in clips():
        weights = np.ones((1, len(clip)), np.float32)
        (expected,) = carried.run(["embedding"], {"fbank": clip[None], "weights": weights})
        assert np.allclose(embedding(trunk, trunk.features(clip)), expected[0], atol=2e-6)


def test_features_have_a_column_for_every_eight_frames_begun(trunk: OnnxTrunk) -> None:
    for frames in (1, 8, 9, 100):
        features = trunk.features(np.zeros((frames, 80), np.float32))
        assert (features.shape, features.dtype) == ((2560, -(-frames // 8)), np.float32)


def test_the_projection_takes_means_and_deviations_to_256_numbers(trunk: OnnxTrunk) -> None:
    weight, bias = trunk.projection.weight, trunk.projection.bias
    assert (weight.shape, weight.dtype, bias.shape, bias.dtype) == ((256, 5120), np.float32, (256,), np.float32)


def test_threads_get_what_one_alone_gets(trunk: OnnxTrunk) -> None:
    alone = [trunk.features(clip) for clip in clips()]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(trunk.features, clips()))
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


def test_the_carried_model_needs_no_note(trunk: OnnxTrunk) -> None:
    assert trunk.note is None
