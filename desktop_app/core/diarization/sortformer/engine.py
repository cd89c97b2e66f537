"""A streaming Sortformer as segmentation: who speaks in a whole recording, several at once if need be."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.log_mel import HOP, LogMel
from desktop_app.core.diarization.segmentation import FRAME_CENTRE_SAMPLES, FRAME_STEP_SAMPLES
from desktop_app.core.diarization.sortformer.chunks import chunks
from desktop_app.core.diarization.sortformer.schedule import FEATURES_PER_FRAME, Schedule
from desktop_app.core.diarization.sortformer.speaker_memory import SpeakerMemory
from desktop_app.core.diarization.sortformer.step_graph import StepGraph
from desktop_app.core.transcript.values import EngineUse

LIKELY = 0.5
"""A voice speaks where it is likelier than this."""
_FRAME_SAMPLES = FEATURES_PER_FRAME * HOP


class Sortformer:
    """A model of that kind. What it remembers does not grow with the recording."""

    def __init__(self, path: Path, *, sha256: str, label: str, schedule: Schedule | None = None) -> None:
        """path: a file exported by NeMo; sha256: of its bytes, in hex; label: what a person calls it. ModelUnavailable
        where it cannot be used."""
        self._schedule = schedule or Schedule()
        self._graph = StepGraph(path, label)
        self.voices = self._graph.voices
        """As many as it can tell apart."""
        self._log_mel = LogMel(self._graph.bands, is_normalised=False)
        self.use = EngineUse(role="segmentation", name=label, device="cpu", sha256=sha256)
        """What the transcript records about this engine."""

    def active(self, samples: NDArray[np.float32], *, on_progress: Callable[[float], None]) -> NDArray[np.bool_]:
        """See RecordingSegmenter.active."""
        heard = [np.zeros((0, self.voices), np.bool_)]
        heard += [likely > LIKELY for likely in self.probabilities(samples, on_progress=on_progress)]
        return _on_the_grid(np.concatenate(heard), len(samples))

    def probabilities(
        self, samples: NDArray[np.float32], *, on_progress: Callable[[float], None]
    ) -> Iterator[NDArray[np.float32]]:
        """How likely each voice speaks in each frame of 80 ms, chunk by chunk: float32 [frames, voices]."""
        memory = SpeakerMemory(self._schedule, width=self._graph.width)
        for chunk in chunks(samples, self._log_mel, self._schedule):
            likely, frames = self._graph.step(chunk.features, memory.best, memory.recent)
            own = slice(chunk.before, len(frames) - chunk.after)
            of_chunk = likely[len(memory) :][own]
            memory.take(frames[own], of_chunk, likely[: len(memory)])
            on_progress(chunk.done)
            yield of_chunk
        on_progress(1.0)


def _on_the_grid(active: NDArray[np.bool_], samples: int) -> NDArray[np.bool_]:
    """Frames of 80 ms as those of the common grid whose centres lie in them: bool [frames, voices]."""
    centres = np.arange(FRAME_CENTRE_SAMPLES, min(samples, len(active) * _FRAME_SAMPLES), FRAME_STEP_SAMPLES)
    return active[centres // _FRAME_SAMPLES]
