"""Who speaks at each moment of a ten-second window: the seam to the model, and the windows over a recording."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import permutations
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.options import Hop
from desktop_app.core.transcript.values import EngineUse

WINDOW_SAMPLES = 10 * SAMPLE_RATE_HZ
FRAME_STEP_SAMPLES = 270
"""A frame every 16.875 ms."""
FRAME_CENTRE_SAMPLES = 495
"""The centre of a window's first frame: half the 991 samples the model sees for it."""
WINDOW_FRAMES = 589
LOCAL_SPEAKERS = 3
_SHARES = 4
"""There are as many batches as a multiple of this, as even work for two and for four threads. It does not hang on how
many threads there are: the model may round batches of other sizes otherwise."""

HOP_FRAMES = 296
"""Windows start every 5 s, a whole number of frames: all share one grid."""
DOUBTFUL = 0.1
"""Neighbouring windows that disagree in more than this share of their common frames get another between them."""


_FIRST_PASS = 0.8
"""Share of the time that the first pass takes, about."""
_PAIRINGS = [list(order) for order in permutations(range(LOCAL_SPEAKERS))]


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """What was heard in each window.

    active: bool [windows, 589, 3], which local speaker is active; a column means a person only within its window.
    starts: int64 [windows], the window's first frame on the common grid, ascending; neighbours overlap.
    """

    active: NDArray[np.bool_]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def frames(self) -> int:
        """Frames on the common grid that they cover."""
        return int(self.starts[-1]) + WINDOW_FRAMES if len(self) else 0


class Segmenter(Protocol):
    """Finds who speaks in a window."""

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine."""
        ...

    @property
    def batch(self) -> int:
        """How many windows it is best given at once."""
        ...

    @property
    def callers(self) -> int:
        """How many threads it takes to keep it busy."""
        ...

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Which of three local speakers is active: bool [windows, 589, 3] for samples float32 [windows, 160000].

        Called from several threads at once.
        """
        ...


def segment_recording(
    samples: NDArray[np.float32],
    segmenter: Segmenter,
    *,
    hop: Hop,
    threads: int,
    on_progress: Callable[[float], None],
) -> Windows:
    """The windows over samples float32 [n], heard; the last window is padded with silence.

    Where two neighbours disagree on who speaks, one more is heard between them, unless the hop is fast. There are no
    windows where there are no samples.
    """
    starts = window_starts(len(samples))
    share = 1.0 if hop is Hop.FAST else _FIRST_PASS
    first = _hear(samples, starts, segmenter, threads, lambda done: on_progress(share * done))
    if hop is Hop.FAST:
        return first
    between = doubtful_starts(first)
    second = _hear(samples, between, segmenter, threads, lambda done: on_progress(share + (1 - share) * done))
    on_progress(1.0)
    order = np.argsort(np.concatenate([starts, between]), kind="stable")
    return Windows(np.concatenate([first.active, second.active])[order], np.concatenate([starts, between])[order])


def window_starts(samples: int) -> NDArray[np.int64]:
    """The first frame, on the common grid, of every window over a recording of that many samples; int64 [windows]."""
    if samples == 0:
        return np.zeros(0, np.int64)
    more = max(0, -(-(samples - WINDOW_SAMPLES) // (HOP_FRAMES * FRAME_STEP_SAMPLES)))
    return np.arange(more + 1) * HOP_FRAMES


def doubtful_starts(windows: Windows) -> NDArray[np.int64]:
    """Where another window is worth its time: halfway between neighbours that disagree; int64 [windows]."""
    doubtful = [
        start + HOP_FRAMES // 2
        for start, before, after in zip(windows.starts, windows.active, windows.active[1:], strict=False)
        if disagreement(before[HOP_FRAMES:], after[: WINDOW_FRAMES - HOP_FRAMES]) > DOUBTFUL
    ]
    return np.array(doubtful, np.int64)


def disagreement(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """The share of frames in which two windows hear different people, after the best pairing of their speakers.

    one, other: bool [frames, 3], the same frames as either window hears them.
    """
    return min(float((one[:, pairing] != other).any(axis=1).mean()) for pairing in _PAIRINGS)


def _hear(
    samples: NDArray[np.float32],
    starts: NDArray[np.int64],
    segmenter: Segmenter,
    threads: int,
    on_progress: Callable[[float], None],
) -> Windows:
    active = np.zeros((len(starts), WINDOW_FRAMES, LOCAL_SPEAKERS), np.bool_)
    batches = _batches(len(starts), segmenter.batch)

    def run(batch: NDArray[np.int64]) -> None:
        windows = np.stack([_window(samples, int(start) * FRAME_STEP_SAMPLES) for start in starts[batch]])
        sounding = windows.any(axis=1)  # hours of digital silence, as recorders leave behind, cost nothing
        if sounding.any():
            active[batch[sounding]] = segmenter.segment(windows[sounding])

    with ThreadPoolExecutor(threads) as pool:
        futures = [pool.submit(run, batch) for batch in batches]
        try:
            for done, future in enumerate(as_completed(futures), start=1):
                future.result()
                on_progress(done / len(futures))
        finally:
            pool.shutdown(cancel_futures=True)  # an interruption, or an error, does not wait for what is queued
    return Windows(active, starts)


def _batches(windows: int, most: int) -> list[NDArray[np.int64]]:
    """So many windows in even batches of that many at most: int64 [windows of the batch] each."""
    rounds = -(-windows // (most * _SHARES))
    return np.array_split(np.arange(windows), min(windows, rounds * _SHARES)) if windows else []


def frame_to_samples(frame: int) -> int:
    """Where activity that begins (or has ended) with this frame begins (or ends): the frame's centre."""
    return frame * FRAME_STEP_SAMPLES + FRAME_CENTRE_SAMPLES


def samples_to_frame(samples: int) -> int:
    """The first frame whose centre does not lie before so many samples."""
    return max(0, -(-(samples - FRAME_CENTRE_SAMPLES) // FRAME_STEP_SAMPLES))


def frame_to_ms(frame: int) -> int:
    """frame_to_samples in whole milliseconds."""
    return round(frame_to_samples(frame) * 1000 / SAMPLE_RATE_HZ)


def seconds_to_frames(seconds: float) -> int:
    """The nearest whole number of frames."""
    return round(seconds * SAMPLE_RATE_HZ / FRAME_STEP_SAMPLES)


def _window(samples: NDArray[np.float32], start: int) -> NDArray[np.float32]:
    window = np.asarray(samples[start : start + WINDOW_SAMPLES], np.float32)
    return np.pad(window, (0, WINDOW_SAMPLES - len(window)))
