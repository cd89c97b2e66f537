"""The whole evaluation: every engine over every recording of a folder, then the scores.

All engines run before anything is scored, because the packages that score would count as the engines' memory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.evaluation.corpus import Item, find_items, read_truth
from desktop_app.core.evaluation.errors import EvaluationError, TruthError
from desktop_app.core.evaluation.memory import forget_peak, peak_mb
from desktop_app.core.evaluation.requirements import require_packages
from desktop_app.core.evaluation.scores import Score, pool, score
from desktop_app.core.evaluation.system import LoadSystem, Setup
from desktop_app.core.evaluation.systems import SYSTEMS
from desktop_app.core.evaluation.values import Outcome, Truth
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.stages import JobListener
from desktop_app.core.store.unexpected_fault import in_one_sentence


class EvaluationListener(JobListener, Protocol):
    """Told how an evaluation gets on: every file's begin and its progress, and what fails."""

    def begin(self, engine: str, recording: Path, *, number: int, of: int) -> None:
        """The engine works on this recording next, the number-th of so many."""
        ...

    def failed(self, message: str) -> None:
        """A file or an engine is left out; the message is for people."""
        ...


@dataclass(frozen=True, slots=True)
class Failure:
    """A recording that could not be evaluated, and why."""

    recording: Path
    reason: str


@dataclass(frozen=True, slots=True)
class EngineReport:
    """One engine's score for every recording, in the order of their paths, and the recordings that failed."""

    engine: str
    scores: Mapping[Path, Score]
    failures: tuple[Failure, ...]

    @property
    def pooled(self) -> Score:
        """All recordings together."""
        return pool(list(self.scores.values()))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The reports of all engines, in the order they were asked for."""

    folder: Path
    engines: tuple[EngineReport, ...]

    @property
    def complete(self) -> bool:
        """Whether no engine failed on any recording."""
        return not any(report.failures for report in self.engines)


def evaluate(
    folder: Path,
    engines: Sequence[str],
    setup: Setup,
    listener: EvaluationListener,
    *,
    systems: Mapping[str, LoadSystem] = SYSTEMS,
) -> Evaluation:
    """Run the engines, by their names in `systems`, on every recording below the folder that has its truth beside it.

    What fails is told and left out, and the rest goes on. EvaluationError if there is nothing to evaluate, an engine
    is unknown or a package is missing.
    """
    for name in engines:
        if name not in systems:
            raise EvaluationError(f"there is no engine {name!r}: there are {', '.join(systems)}")
    require_packages()
    truths, failures = _read_truths(find_items(folder), listener)
    runs = [_run_engine(name, systems[name], setup, list(truths), listener) for name in dict.fromkeys(engines)]
    return Evaluation(folder, tuple(_report(run, truths, failures) for run in runs))


@dataclass(frozen=True, slots=True)
class _Run:
    engine: str
    outcomes: Mapping[Path, tuple[Outcome, float | None]]
    failures: tuple[Failure, ...]


def _read_truths(items: Sequence[Item], listener: EvaluationListener) -> tuple[dict[Path, Truth], tuple[Failure, ...]]:
    truths, failures = {}, []
    for item in items:
        try:
            truths[item.recording] = read_truth(item)
        except TruthError as error:
            listener.failed(str(error))
            failures.append(Failure(item.recording, str(error)))
    return truths, tuple(failures)


def _run_engine(
    name: str, load: LoadSystem, setup: Setup, recordings: Sequence[Path], listener: EvaluationListener
) -> _Run:
    try:
        system = load(setup)
    except (AudioError, ModelUnavailable) as error:
        listener.failed(str(error))
        return _Run(name, {}, tuple(Failure(recording, str(error)) for recording in recordings))
    outcomes, failures = {}, []
    for number, recording in enumerate(recordings, start=1):
        listener.begin(name, recording, number=number, of=len(recordings))
        forget_peak()
        try:
            outcomes[recording] = (system.run(recording, listener), peak_mb())
        except (AudioError, ModelUnavailable) as error:
            failures.append(Failure(recording, str(error)))
        except Exception as error:  # noqa: BLE001  the border of one recording: whatever it is, the next one is done
            failures.append(Failure(recording, str(in_one_sentence(recording, error))))
        else:
            continue
        listener.failed(failures[-1].reason)
    return _Run(name, outcomes, tuple(failures))


def _report(run: _Run, truths: Mapping[Path, Truth], failures: tuple[Failure, ...]) -> EngineReport:
    scores = {
        recording: score(truths[recording], outcome, peak_mb=peak)
        for recording, (outcome, peak) in run.outcomes.items()
    }
    return EngineReport(run.engine, scores, failures + run.failures)
