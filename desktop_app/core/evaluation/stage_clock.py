"""A stop watch that knows which stage of a job is running."""

import time

from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.values import Speaker, Turn

_ONCE = {Stage.PREPARING, Stage.LOADING}


class StageClock:
    """Listens to a job, adds up the time of every stage, and passes on what it hears."""

    def __init__(self, listener: JobListener) -> None:
        self._listener = listener
        self._seconds: dict[str, float] = {}
        self._stage = str(Stage.LOADING)
        self._since_s = time.perf_counter()

    def progress(self, stage: Stage, fraction: float) -> None:
        """Enter the stage, and pass the progress on."""
        self.enter(stage)
        self._listener.progress(stage, fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Pass them on."""
        self._listener.turns(turns, speakers)

    def enter(self, stage: str) -> None:
        """Book the time since the last call to the stage it belongs to; from now on it belongs to this one."""
        now_s = time.perf_counter()
        self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + now_s - self._since_s
        self._stage, self._since_s = str(stage), now_s

    def stop(self) -> dict[str, float]:
        """Seconds of every stage until now, in the order of their first start; preparing and loading are left out."""
        self.enter(self._stage)
        return {stage: seconds for stage, seconds in self._seconds.items() if stage not in _ONCE}
