"""The sound on its way to the online diarizer, which may be at work in another thread."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.diarization.online.diarizer import OnlineDiarizer

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


class DiarizationFeed:
    """Gives the diarizer all the sound that came while it was busy, one piece of work at a time."""

    def __init__(self, diarizer: OnlineDiarizer, executor: Executor | None = None) -> None:
        """executor: where it works; here, at once, if None."""
        self._diarizer = diarizer
        self._executor = executor
        self._waiting: list[NDArray[np.float32]] = []
        self._names: list[tuple[str, str]] = []
        self._working: Future[LiveTimeline] | None = None
        self._timeline = LiveTimeline()

    @property
    def timeline(self) -> LiveTimeline:
        """The newest. What made the diarizer fail is raised here."""
        self._look()
        return self._timeline

    def give(self, samples: NDArray[np.float32]) -> None:
        """Have it hear samples, float32 [n], as soon as it can."""
        self._waiting.append(samples)
        self._look()

    def name(self, speaker_id: str, name: str) -> None:
        """Have it know a speaker by name from its next step on."""
        self._names.append((speaker_id, name))

    def finish(self) -> LiveTimeline:
        """Wait until it has heard everything; the last timeline."""
        while self._working is not None or self._waiting:
            if self._working is not None:
                self._working.exception()  # waits; what went wrong is raised by looking
            self._look()
        self._give_names(self._names)
        self._timeline = self._diarizer.finish()
        return self._timeline

    def _look(self) -> None:
        if self._working is not None and self._working.done():
            done, self._working = self._working, None
            self._timeline = done.result()
        if self._working is None and self._waiting:
            samples, self._waiting = np.concatenate(self._waiting), []
            names, self._names = self._names, []
            self._working = self._submit(lambda: self._work(samples, names))

    def _work(self, samples: NDArray[np.float32], names: list[tuple[str, str]]) -> LiveTimeline:
        self._give_names(names)
        with self._threads.limit(limits=1, user_api="blas"):  # the other cores are the recogniser's
            return self._diarizer.advance(samples)

    @cached_property
    def _threads(self) -> "ThreadpoolController":
        """Looking through what is loaded takes a millisecond, and there is work ten times a second."""
        from threadpoolctl import ThreadpoolController

        return ThreadpoolController()

    def _give_names(self, names: Sequence[tuple[str, str]]) -> None:
        for speaker_id, name in names:
            self._diarizer.anchor(speaker_id, name)

    def _submit(self, work: Callable[[], LiveTimeline]) -> Future[LiveTimeline]:
        if self._executor is not None:
            return self._executor.submit(work)
        done: Future[LiveTimeline] = Future()
        done.set_result(work())
        return done
