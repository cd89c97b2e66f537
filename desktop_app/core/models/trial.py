"""How a form of a model did beside the original on this machine, and what it has to reach to be used."""

from collections.abc import Callable
from dataclasses import dataclass
from time import thread_time

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms import Form

MIN_SPEED = 1.1
"""Times the original's: less is not worth another form."""
MIN_COSINE = 0.985
"""Of every embedding with the original's, on real speech."""
MIN_MEAN_COSINE = 0.99
MIN_CLIPS = 12
MAX_CHANGED = 0.02
"""Share of a segmentation's frames that may come out otherwise."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a form's results are the original's.

    least_cosine, mean_cosine: between embeddings of the same clips. changed: share of frames that differ, 0 to 1.
    fault: why that is not enough; None if it is.
    """

    least_cosine: float | None = None
    mean_cosine: float | None = None
    changed: float | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One form's trial. speed: times the original's, None if it could not be run; fault: why it is not used."""

    form: Form
    speed: float | None = None
    agreement: Agreement | None = None
    fault: str | None = None


def embedding_agreement(original: NDArray[np.float32], other: NDArray[np.float32]) -> Agreement:
    """How far embeddings float32 [clips, dimension] of the same clips agree."""
    lengths = np.linalg.norm(original, axis=1) * np.linalg.norm(other, axis=1)
    cosines = (original * other).sum(axis=1) / lengths
    least, mean = (float(cosines.min()), float(cosines.mean())) if len(cosines) else (0.0, 0.0)
    fault = None
    if len(cosines) < MIN_CLIPS:
        fault = f"there are {len(cosines)} clips of speech to check it on, and {MIN_CLIPS} are needed"
    elif not (least >= MIN_COSINE and mean >= MIN_MEAN_COSINE):  # so that what is not a number fails
        fault = f"its embeddings are too different (cosine {least:.3f} at the least, {mean:.3f} on average)"
    return Agreement(least_cosine=least, mean_cosine=mean, fault=fault)


def segmentation_agreement(original: NDArray[np.float32], other: NDArray[np.float32]) -> Agreement:
    """How far activities float32 [windows, frames, speakers] of the same windows agree."""
    changed = float((original != other).any(axis=2).mean()) if original.size else 1.0
    fault = None if changed <= MAX_CHANGED else f"it hears {changed:.1%} of the frames otherwise"
    return Agreement(changed=changed, fault=fault)


def speed_fault(speed: float) -> str | None:
    """Why this speed, in times the original's, is not enough; None if it is."""
    return None if speed >= MIN_SPEED else f"it is not faster on this processor ({speed:.2f} times)"


def relative_speed(
    original: Callable[[], object], other: Callable[[], object], clock: Callable[[], float] = thread_time
) -> float:
    """How many times as fast the other is; one round where that shows that it is not faster, else the best of two.

    clock: seconds; by default the calling thread's own, so that other work does not disturb.
    """
    original(), other()  # the first run of anything is slow
    first, second = _seconds(original, clock), _seconds(other, clock)
    if first >= MIN_SPEED * second:
        first, second = min(first, _seconds(original, clock)), min(second, _seconds(other, clock))
    return first / max(second, 1e-9)


def _seconds(run: Callable[[], object], clock: Callable[[], float]) -> float:
    started_s = clock()
    run()
    return clock() - started_s
