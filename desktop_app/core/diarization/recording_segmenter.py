"""The seam to a model that follows each voice through a whole recording, beside those that hear windows."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.diarization.tracks import Track
from desktop_app.core.transcript.values import EngineUse


@runtime_checkable
class RecordingSegmenter(Protocol):
    """Finds who speaks in a recording, heard once from its beginning to its end."""

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine."""
        ...

    @property
    def voices(self) -> int:
        """As many as it can tell apart."""
        ...

    def active(self, samples: NDArray[np.float32], *, on_progress: Callable[[float], None]) -> NDArray[np.bool_]:
        """Which of its voices is heard when: bool [frames, voices], frames of the common grid, for samples float32 [n].

        A voice is one person's throughout, as far as the model can tell. on_progress: 0 to 1. ModelUnavailable where
        it fails on the way.
        """
        ...


AnySegmenter = Segmenter | RecordingSegmenter


def tracks_of(active: NDArray[np.bool_]) -> list[Track]:
    """The voices that speak at all as tracks, in order of their first frame. active: see RecordingSegmenter.active."""
    spoken = [np.flatnonzero(active[:, voice]) for voice in range(active.shape[1])]
    tracks = [
        Track(int(frames[0]), active[frames[0] : frames[-1] + 1, voice])
        for voice, frames in enumerate(spoken)
        if len(frames)
    ]
    return sorted(tracks, key=lambda track: track.start)
