"""How a form of a model did beside the original on this machine, and what it has to reach to be used."""

from collections.abc import Callable
from dataclasses import dataclass
from time import thread_time

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.model_forms import Form

MIN_SPEED = 0.67
"""Times the original's, for an exact form: it was faster wherever it was measured. One far from that is refused."""
MIN_HALF_SPEED = 1.5
"""Times the original's, for half precision: less is not worth results that are others. Cards that are made for it reach
several times as much, others not even the original's, so that no two cards of a kind are told apart by noise."""
ROUNDS = 5
MAX_DIFFERENCE = 1e-6
"""Root mean square, of the numbers of embeddings of length 1, up to which a form counts as exact. Float32 gives 2e-7,
half precision 6e-5."""
MIN_COSINE = 0.985
"""Of every embedding with the original's, on real speech, for a form that is not exact."""
MIN_MEAN_COSINE = 0.99
MIN_CLIPS = 12


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a form's results are the original's.

    difference: of the numbers, as whoever compared them measures it. least_cosine, mean_cosine: between the results for
    the same clips. fault: why that is not enough; None if it is.
    """

    difference: float
    least_cosine: float
    mean_cosine: float
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class FormTrial:
    """One form's trial. speed: times the original's, None if it could not be run; fault: why it is not used."""

    form: Form
    speed: float | None = None
    agreement: Agreement | None = None
    fault: str | None = None


def embedding_agreement(original: NDArray[np.float32], other: NDArray[np.float32], *, exact: bool) -> Agreement:
    """How far embeddings float32 [clips, dimension] of the same clips agree; for the difference see MAX_DIFFERENCE.

    exact: whether only the rounding of float32 may be between them.
    """
    if len(original) < MIN_CLIPS:
        fault = f"there are {len(original)} clips of speech to check it on, and {MIN_CLIPS} are needed"
        return Agreement(1.0, 0.0, 0.0, fault)
    first, second = (each / np.linalg.norm(each, axis=1, keepdims=True) for each in map(np.float64, (original, other)))
    cosines = (first * second).sum(axis=1)
    difference = float(np.sqrt(np.mean((first - second) ** 2)))
    least, mean = float(cosines.min()), float(cosines.mean())
    return Agreement(difference, least, mean, _fault(difference, least, mean, exact=exact))


def _fault(difference: float, least: float, mean: float, *, exact: bool) -> str | None:
    """Worded so that what is not a number fails."""
    if exact:
        return (
            None if difference <= MAX_DIFFERENCE else f"its embeddings are not the original's (off by {difference:.1e})"
        )
    if least >= MIN_COSINE and mean >= MIN_MEAN_COSINE:
        return None
    return f"its embeddings are too different (cosine {least:.3f} at the least, {mean:.3f} on average)"


def speed_fault(form: Form, speed: float) -> str | None:
    """Why this speed, in times the original's, rules the form out; None if it does not."""
    if form.is_half:
        return None if speed >= MIN_HALF_SPEED else f"it is hardly faster on this card ({speed:.2f} times)"
    if not form.is_exact or speed >= MIN_SPEED:
        return None
    return f"it is slow on this processor ({speed:.2f} times the original's speed)"


def relative_speed(
    original: Callable[[], object], other: Callable[[], object], clock: Callable[[], float] = thread_time
) -> float:
    """How many times as fast the other is, by the best of some rounds in which both take turns.

    clock: seconds; by default the calling thread's own, so that other work does not disturb.
    """
    original(), other()  # the first run of anything is slow
    rounds = [(_seconds(original, clock), _seconds(other, clock)) for _ in range(ROUNDS)]
    best_s, other_best_s = min(first for first, _ in rounds), min(second for _, second in rounds)
    return best_s / max(other_best_s, 1e-9)


def _seconds(run: Callable[[], object], clock: Callable[[], float]) -> float:
    started_s = clock()
    run()
    return clock() - started_s
