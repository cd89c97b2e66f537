"""How every recording of an archive ended last."""

from pathlib import Path

from desktop_app.core.store.errors import why_unread
from desktop_app.core.worklist.done_record import Outcome, outcomes_in
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.translation import tr


def newest_outcomes(folder: Path) -> tuple[Outcome, ...]:
    """The last outcome of every recording, or stretch of one, whatever it was asked with; by their names.

    WorklistError where the folder holds no record of `diarist transcribe`, or one that cannot be read.
    """
    newest: dict[tuple[str, tuple[int, int] | None], Outcome] = {}
    for outcome in _all_outcomes(folder):
        before = newest.get((outcome.name, outcome.stretch_ms))
        if before is None or outcome.at >= before.at:
            newest[outcome.name, outcome.stretch_ms] = outcome
    if not newest:
        raise WorklistError(folder, tr("there is no diarist-done.jsonl in it, as `diarist transcribe --out` leaves it"))
    return tuple(sorted(newest.values(), key=lambda each: (each.name, each.stretch_ms or (0, 0))))


def _all_outcomes(folder: Path) -> tuple[Outcome, ...]:
    try:
        return tuple(outcomes_in(folder).values())
    except OSError as error:
        raise WorklistError(Path(error.filename or folder), why_unread(error)) from error
