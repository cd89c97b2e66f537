"""What onnxruntime hears, against what NeMo hears as it streams: frame by frame."""

from collections.abc import Callable

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.sortformer.engine import Sortformer
from desktop_app.core.diarization.sortformer.schedule import Schedule
from diarization.sortformer.conftest import Pair
from diarization.sortformer.tiny_sortformer import SCHEDULE, VOICES, earlier_of_equals, heard_by_nemo

pytestmark = pytest.mark.slow
FRAME = 1280
CHUNK = SCHEDULE.chunk * FRAME


@pytest.fixture(scope="module")
def minute() -> NDArray[np.float32]:
    """Two people, three seconds of nothing, and one who reads."""
    return np.concatenate(
        [packaged_samples(DIALOGUE), np.zeros(3 * SAMPLE_RATE_HZ, np.float32), packaged_samples(READER)]
    )


def heard(engine: Sortformer, samples: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate([np.zeros((0, VOICES)), *engine.probabilities(samples, on_progress=lambda _: None)])


@pytest.mark.parametrize(
    "samples", [160, 161, FRAME, FRAME + 1, CHUNK - 1, CHUNK, CHUNK + 800, CHUNK + 4 * FRAME, 65_537]
)
def test_a_short_recording_is_heard_as_nemo_hears_it(
    pair_of: Callable[[int], Pair], minute: NDArray[np.float32], samples: int
) -> None:
    pair = pair_of(1)
    engine = pair.engine(SCHEDULE)
    assert np.abs(heard(engine, minute[:samples]) - heard_by_nemo(pair.in_nemo, minute[:samples])).max() < 1e-4


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_remembered_between_chunks_is_what_nemo_remembers(
    pair_of: Callable[[int], Pair], minute: NDArray[np.float32], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.topk", earlier_of_equals)
    pair = pair_of(seed)
    found, expected = heard(pair.engine(SCHEDULE), minute), heard_by_nemo(pair.in_nemo, minute)
    assert found.shape == expected.shape == (946, VOICES)
    assert np.abs(found - expected).max() < 1e-4
    speaking = (expected > 0.5).sum(axis=1)
    assert speaking.max() > 2  # or there was little to remember
    assert (speaking == 0).any()


def test_as_nvidia_recommends_it_two_portions_are_heard_as_by_nemo_untouched(
    pair_of: Callable[[int], Pair], minute: NDArray[np.float32]
) -> None:
    pair = pair_of(2)
    found, expected = heard(pair.engine(Schedule()), minute), heard_by_nemo(pair.in_nemo, minute)
    in_one_go = heard(pair.engine(Schedule(chunk=1000)), minute)
    assert np.abs(found - expected)[:680].max() < 1e-4  # in the third, frames may be equal that are chosen among
    assert np.abs(found - in_one_go)[340:680].max() > 1e-2  # the second hangs on what is remembered of the first


def test_what_is_remembered_does_not_grow(pair_of: Callable[[int], Pair], minute: NDArray[np.float32]) -> None:
    engine = pair_of(1).engine(SCHEDULE)
    remembered: list[int] = []
    step = engine._graph.step
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine._graph, "step", lambda *given: remembered.append(sum(map(len, given))) or step(*given))
        heard(engine, np.tile(minute, 4))
    features = 8 * (SCHEDULE.before + SCHEDULE.chunk + SCHEDULE.after)
    assert max(remembered) == SCHEDULE.memory + SCHEDULE.recent + features


def test_whoever_stops_it_is_obeyed_before_the_next_portion(
    pair_of: Callable[[int], Pair], minute: NDArray[np.float32]
) -> None:
    told: list[float] = []

    def stop(done: float) -> None:
        told.append(done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pair_of(1).engine(SCHEDULE).active(minute, on_progress=stop)
    assert len(told) == 1


def test_progress_only_grows_and_ends_at_one(pair_of: Callable[[int], Pair], minute: NDArray[np.float32]) -> None:
    told: list[float] = []
    pair_of(1).engine(SCHEDULE).active(minute, on_progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_frame_of_the_common_grid_is_active_where_its_centre_is(
    pair_of: Callable[[int], Pair], minute: NDArray[np.float32]
) -> None:
    engine = pair_of(1).engine(SCHEDULE)
    likely = heard(engine, minute)
    active = engine.active(minute, on_progress=lambda _: None)
    for frame in (0, 1, 4, 5, 999, len(active) - 1):
        assert np.array_equal(active[frame], likely[(495 + 270 * frame) // FRAME] > 0.5)
    assert 495 + 270 * (len(active) - 1) < len(minute) <= 495 + 270 * (len(active) + 1)


@pytest.mark.parametrize("samples", [0, 1, 159, 160, 600])
def test_the_shortest_sound_is_borne(pair_of: Callable[[int], Pair], samples: int) -> None:
    active = pair_of(1).engine(SCHEDULE).active(np.zeros(samples, np.float32), on_progress=lambda _: None)
    assert active.shape[1] == VOICES


def test_sound_that_is_no_number_is_nothing(pair_of: Callable[[int], Pair], minute: NDArray[np.float32]) -> None:
    engine = pair_of(1).engine(SCHEDULE)
    broken, silent = minute[:64_000].copy(), minute[:64_000].copy()
    broken[1000:2000], silent[1000:2000] = np.nan, 0
    assert np.array_equal(heard(engine, broken), heard(engine, silent))
