"""Windows that end now, heard at fixed places of a stream, and what they together say of the last seconds."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.online.recent_sound import RecentSound
from desktop_app.core.diarization.segmentation import (
    FRAME_STEP_SAMPLES,
    LOCAL_SPEAKERS,
    WINDOW_FRAMES,
    WINDOW_SAMPLES,
    Segmenter,
    Windows,
    seconds_to_frames,
)
from desktop_app.core.diarization.tracks import Track, continued, decide, newcomers

STEP_FRAMES = 44
"""A window every 0.74 s."""
REACH_FRAMES = -(-WINDOW_SAMPLES // FRAME_STEP_SAMPLES)
"""So far back from its end a window begins."""
COUNT_BIAS = -0.15
"""Half of the offline one: a frame is heard by a dozen windows instead of two or three, few of them at their edges."""
HELD_FRAMES = seconds_to_frames(25.0)
"""So far back windows have a say: the oldest frames are those that all their windows have heard."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of the last seconds after a step. Frames are those of the stream.

    tracks: by number, cut to the number of speakers in each frame. end: the frame up to which the newest window heard.
    """

    tracks: dict[int, Track]
    end: int


class Steps:
    """Hears a window at every step, whatever the sizes in which the sound comes."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.sound = RecentSound(-REACH_FRAMES)
        self._segmenter = segmenter
        self._taken = 0
        self._tracks = 0
        self._starts: deque[int] = deque()
        self._windows: deque[NDArray[np.bool_]] = deque()
        self._numbers: deque[NDArray[np.int64]] = deque()

    def hear(self, samples: NDArray[np.float32]) -> Iterator[Moment]:
        """A moment for every step that is due with these samples, float32 [n], 16 kHz."""
        self.sound.add(samples)
        while self.sound.end_samples >= (self._taken + 1) * STEP_FRAMES * FRAME_STEP_SAMPLES:
            self._taken += 1
            yield self._step(self._taken * STEP_FRAMES - REACH_FRAMES)

    def _step(self, start: int) -> Moment:
        window = self._segmenter.segment(self.sound.window(start, WINDOW_SAMPLES)[np.newaxis])[0]
        window[: max(0, -start)] = False  # nobody speaks before the stream begins
        self._follow(start, window)
        self._forget(start + WINDOW_FRAMES)
        first = self._starts[0]
        windows = Windows(np.stack(list(self._windows)), np.array(self._starts) - first)
        tracks = decide(windows, list(self._numbers), count_bias=COUNT_BIAS)
        return Moment({number: _in_the_stream(track, first) for number, track in tracks.items()}, start + WINDOW_FRAMES)

    def _follow(self, start: int, window: NDArray[np.bool_]) -> None:
        numbers = np.full(LOCAL_SPEAKERS, -1, np.int64)
        if self._starts:
            before = self._windows[-1][start - self._starts[-1] :]
            numbers = continued(before, self._numbers[-1], window)
        for local in newcomers(window, numbers):
            numbers[local] = self._tracks
            self._tracks += 1
        self._starts.append(start)
        self._windows.append(window)
        self._numbers.append(numbers)

    def _forget(self, end: int) -> None:
        while self._starts[0] + WINDOW_FRAMES < end - HELD_FRAMES:
            for queue in (self._starts, self._windows, self._numbers):
                queue.popleft()
        self.sound.forget_before(end - HELD_FRAMES - WINDOW_FRAMES)


def _in_the_stream(track: Track, first: int) -> Track:
    """A track of frames from `first` on as one of the stream's frames, none of them before its start."""
    start = track.start + first
    return Track(max(0, start), track.active[max(0, -start) :])
