"""What a Sortformer remembers of the recording so far, so that a voice keeps its place: as NeMo's streaming does it."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.sortformer.best_frames import SILENCE, best_frames
from desktop_app.core.diarization.sortformer.schedule import Schedule

_SILENT = 0.2
"""A frame is silence where all voices together are less likely than this."""


class SpeakerMemory:
    """The best frames of each voice, and the newest ones: never more than the schedule says.

    best, recent: float32 [frames, width], what the model makes of a frame before it looks at others.
    """

    def __init__(self, schedule: Schedule, *, width: int) -> None:
        self.best = np.zeros((0, width), np.float32)
        self.recent = np.zeros((0, width), np.float32)
        self._schedule = schedule
        self._of_best: NDArray[np.float32] | None = None
        """Probabilities, float32 [frames, voices], once the best were chosen; before, they are the past as it came, and
        are judged anew with each chunk."""
        self._silence = np.zeros(width, np.float32)
        self._silent_frames = 0

    def __len__(self) -> int:
        return len(self.best) + len(self.recent)

    def take(
        self, frames: NDArray[np.float32], probabilities: NDArray[np.float32], remembered: NDArray[np.float32]
    ) -> None:
        """Remember a chunk.

        frames: float32 [n, width]; probabilities: float32 [n, voices], of the voices in them; remembered: float32
        [len(self), voices], the same for what is remembered so far, as the chunk lets it be judged.
        """
        schedule = self._schedule
        known = len(self.best)
        recent = np.concatenate([self.recent, frames])
        of_recent = np.concatenate([remembered[known:], probabilities])
        moved = 0
        if len(recent) > schedule.recent:
            moved = min(max(schedule.moved, len(recent) - schedule.recent), len(recent))
            self._add(recent[:moved], of_recent[:moved], remembered[:known])
        self.recent = recent[moved:]

    def _add(
        self, frames: NDArray[np.float32], probabilities: NDArray[np.float32], of_best: NDArray[np.float32]
    ) -> None:
        self._note_silence(frames, probabilities)
        best = np.concatenate([self.best, frames])
        of_best = np.concatenate([of_best if self._of_best is None else self._of_best, probabilities])
        if len(best) > self._schedule.memory:
            best, self._of_best = self._chosen(best, of_best)
        elif self._of_best is not None:
            self._of_best = of_best
        self.best = best

    def _note_silence(self, frames: NDArray[np.float32], probabilities: NDArray[np.float32]) -> None:
        silent = probabilities.sum(axis=1) < _SILENT
        if silent.any():
            total = self._silence * self._silent_frames + frames[silent].sum(axis=0)
            self._silent_frames += int(silent.sum())
            self._silence = total / np.float32(self._silent_frames)

    def _chosen(
        self, frames: NDArray[np.float32], probabilities: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        places = self._schedule.memory
        kept = best_frames(probabilities, places=places, silences=self._schedule.silences)
        silent = (kept == SILENCE)[:, None]
        best = np.where(silent, self._silence, frames[kept])
        return best.astype(np.float32), np.where(silent, np.float32(0), probabilities[kept])
