"""What is remembered, against what NeMo remembers of the same chunks."""

from dataclasses import replace

import numpy as np
import pytest
from models.nemo_to_build import import_nemo_to_build
from numpy.typing import NDArray

from desktop_app.core.diarization.sortformer.schedule import Schedule
from desktop_app.core.diarization.sortformer.speaker_memory import SpeakerMemory
from diarization.sortformer.tiny_sortformer import SCHEDULE, VOICES, adopted, earlier_of_equals

WIDTH = 12


def talk(rng: np.random.Generator, frames: int) -> NDArray[np.float32]:
    """How likely each voice speaks: nobody in a third of the frames, several in some; float32 [frames, voices]."""
    likely = rng.uniform(0, 0.02, (frames, VOICES))
    for frame in range(frames):
        speaking = rng.integers(0, VOICES, rng.integers(0, 3))
        likely[frame, speaking] = rng.uniform(0.3, 1.0, len(speaking))
    return likely.astype(np.float32)


@pytest.mark.slow
@pytest.mark.parametrize(
    "schedule",
    [
        SCHEDULE,
        replace(SCHEDULE, silences=0),
        replace(SCHEDULE, recent=0),
        replace(SCHEDULE, recent=30, moved=8),
        replace(SCHEDULE, moved=90),
        replace(SCHEDULE, memory=67, silences=3),
        Schedule(),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_it_is_what_nemo_remembers(schedule: Schedule, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    import_nemo_to_build()
    import torch
    from nemo.collections.asr.modules.sortformer_modules import SortformerModules

    monkeypatch.setattr("torch.topk", earlier_of_equals)
    theirs = SortformerModules(num_spks=VOICES, fc_d_model=WIDTH, **adopted(schedule)).eval()
    state = theirs.init_streaming_state()
    ours = SpeakerMemory(schedule, width=WIDTH)
    rng = np.random.default_rng(seed)
    for _ in range(12):
        count = int(rng.integers(1, schedule.chunk + 1))
        frames = rng.normal(size=(count, WIDTH)).astype(np.float32)
        likely = talk(rng, len(ours) + count)
        state, _ = theirs.streaming_update(state, torch.tensor(frames[None]), torch.tensor(likely[None]))
        ours.take(frames, likely[len(ours) :], likely[: len(ours)])
        assert np.allclose(ours.best, state.spkcache[0].numpy(), atol=1e-5)
        assert np.array_equal(ours.recent, state.fifo[0].numpy())
    assert len(ours.best) == schedule.memory
    assert state.n_sil_frames > 0


def test_what_is_newest_is_kept_as_it_came() -> None:
    memory = SpeakerMemory(replace(SCHEDULE, recent=3, moved=1), width=1)
    rows = np.arange(5, dtype=np.float32)[:, None]
    for row in rows:
        memory.take(row[None], np.zeros((1, VOICES), np.float32), np.zeros((len(memory), VOICES), np.float32))
    assert memory.best.ravel().tolist() == [0, 1]
    assert memory.recent.ravel().tolist() == [2, 3, 4]
    assert len(memory) == 5
