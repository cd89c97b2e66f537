"""Who speaks at each moment of a ten-second window: the seam to the model, and the windows over a recording."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import EngineUse

WINDOW_SAMPLES = 10 * SAMPLE_RATE_HZ
FRAME_STEP_SAMPLES = 270
"""A frame every 16.875 ms."""
FRAME_CENTRE_SAMPLES = 495
"""The centre of a window's first frame: half the 991 samples the model sees for it."""
WINDOW_FRAMES = 589
LOCAL_SPEAKERS = 3
HOP_FRAMES = 148
"""Windows start every 2.5 s: a whole number of frames, so that all windows share one grid."""

Activations = NDArray[np.bool_]
"""Which local speaker is active: bool [windows, 589, 3]; a column means a person only within its window."""


class Segmenter(Protocol):
    """Finds who speaks in a window."""

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine."""
        ...

    def segment(self, window: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Which of three local speakers is active: bool [589, 3] for one window of samples float32 [160000].

        Called from several threads at once.
        """
        ...


def segment_recording(
    samples: NDArray[np.float32],
    segmenter: Segmenter,
    *,
    threads: int,
    on_progress: Callable[[float], None],
) -> Activations:
    """Activations of windows every HOP_FRAMES over samples float32 [n]; the last window is padded with silence.

    There are no windows where there are no samples.
    """
    starts = window_starts(len(samples))
    activations = np.zeros((len(starts), WINDOW_FRAMES, LOCAL_SPEAKERS), np.bool_)

    def run(index: int) -> int:
        activations[index] = segmenter.segment(_window(samples, starts[index]))
        return index

    with ThreadPoolExecutor(threads) as pool:
        # Blocks of a few windows a thread keep what is queued small and let an interruption through.
        indices = iter(range(len(starts)))
        while block := list(islice(indices, 4 * threads)):
            for index in pool.map(run, block):
                on_progress((index + 1) / len(starts))
    return activations


def window_starts(samples: int) -> list[int]:
    """The first sample of every window over a recording of that many samples."""
    if samples == 0:
        return []
    hop_samples = HOP_FRAMES * FRAME_STEP_SAMPLES
    more = max(0, -(-(samples - WINDOW_SAMPLES) // hop_samples))
    return [index * hop_samples for index in range(more + 1)]


def frame_count(windows: int) -> int:
    """Frames on the common grid that so many windows cover."""
    return (windows - 1) * HOP_FRAMES + WINDOW_FRAMES if windows else 0


def frame_to_samples(frame: int) -> int:
    """Where activity that begins (or has ended) with this frame begins (or ends): the frame's centre."""
    return frame * FRAME_STEP_SAMPLES + FRAME_CENTRE_SAMPLES


def frame_to_ms(frame: int) -> int:
    """frame_to_samples in whole milliseconds."""
    return round(frame_to_samples(frame) * 1000 / SAMPLE_RATE_HZ)


def seconds_to_frames(seconds: float) -> int:
    """The nearest whole number of frames."""
    return round(seconds * SAMPLE_RATE_HZ / FRAME_STEP_SAMPLES)


def _window(samples: NDArray[np.float32], start: int) -> NDArray[np.float32]:
    window = np.asarray(samples[start : start + WINDOW_SAMPLES], np.float32)
    return np.pad(window, (0, WINDOW_SAMPLES - len(window)))
