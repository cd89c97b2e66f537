"""How far a whole job is, and how long it still takes."""

from collections.abc import Callable, Collection
from time import monotonic

from desktop_app.core.pipeline.stages import Stage

_COST = {
    # Processor seconds for a minute of audio with the carried models on two cores: only their proportions matter.
    Stage.PREPARING: 0.0,
    Stage.LOADING: 0.0,
    Stage.DECODING: 0.2,
    Stage.SEGMENTATION: 0.6,
    Stage.EMBEDDING: 1.2,
    Stage.TRANSCRIPTION: 2.0,
}
_SETTLED_S = 1.0
_SETTLED_FRACTION = 0.02


class JobEstimate:
    """Follows one job. clock: seconds, for tests. left_out: what it does not do."""

    def __init__(self, clock: Callable[[], float] = monotonic, *, left_out: Collection[Stage] = ()) -> None:
        self._clock = clock
        self._started_s: float | None = None
        self._cost = {stage: cost for stage, cost in _COST.items() if stage not in left_out}

    def at(self, stage: Stage, fraction: float) -> tuple[float, float | None]:
        """The fraction of the job that is done, 0 to 1, and the seconds left; None before that can be told.

        Preparing and loading the models is counted in neither: it happens once, not once a recording.
        """
        if stage in {Stage.PREPARING, Stage.LOADING}:
            return 0.0, None
        if self._started_s is None:
            self._started_s = self._clock()
        before = sum(cost for each, cost in self._cost.items() if _ORDER[each] < _ORDER[stage])
        overall = (before + self._cost.get(stage, 0.0) * fraction) / sum(self._cost.values())
        elapsed_s = self._clock() - self._started_s
        if elapsed_s < _SETTLED_S or overall < _SETTLED_FRACTION:
            return overall, None
        return overall, elapsed_s * (1 - overall) / overall


_ORDER = {stage: position for position, stage in enumerate(Stage)}
