"""Tries the forms of a model on this machine: the fastest that gives the original's results is the one to use."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import thread_time
from typing import Protocol, TypeVar

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import Form
from desktop_app.core.models.trial import Agreement, Trial, relative_speed, speed_fault

T = TypeVar("T")


class Recipe(Protocol[T]):
    """How one model's forms are made and compared."""

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms worth a trial."""
        ...

    def original(self) -> T:
        """The model as it is carried."""
        ...

    def write(self, form: Form, folder: Path, *, thorough: bool) -> None:
        """Write a form's files; not thorough where only its speed is asked for. ModelUnavailable, OSError."""
        ...

    def read(self, form: Form, folder: Path) -> T:
        """The form that lies there; ModelUnavailable."""
        ...

    def work(self, model: T) -> None:
        """A fixed piece of work in the calling thread, to tell the speed by."""
        ...

    def agreement(self, original: T, other: T) -> Agreement:
        """How far the other's results are the original's."""
        ...


def try_forms(
    recipe: Recipe[T],
    folder: Path,
    *,
    on_progress: Callable[[float], None],
    clock: Callable[[], float] = thread_time,
) -> tuple[Trial, ...]:
    """The trial of every form, fastest first; the one to use is the one without a fault, if there is one.

    Its files are left in the folder's sub-folder with the form's name. Results are compared only for forms that are
    faster, and only until one passes. clock: see relative_speed. OSError if files cannot be written.
    """
    original = recipe.original()
    timed = []
    for form in recipe.forms:
        timed.append(_timed(recipe, original, form, folder / form, clock))
        on_progress(0.5 * len(timed) / len(recipe.forms))
    trials: list[Trial] = []
    for trial in sorted(timed, key=lambda each: each.speed or 0.0, reverse=True):
        trials.append(_judged(recipe, original, trial, folder / trial.form, chosen_form(tuple(trials))))
    on_progress(1.0)
    return tuple(trials)


def chosen_form(trials: tuple[Trial, ...]) -> Form:
    """The form to use after these trials."""
    return next((trial.form for trial in trials if trial.fault is None), Form.ORIGINAL)


def why_original(trials: tuple[Trial, ...]) -> str:
    """Why no other form is used: every form's fault, as a clause."""
    return "; ".join(f"{trial.form}: {trial.fault}" for trial in trials) or "it has no other"


def _timed(recipe: Recipe[T], original: T, form: Form, folder: Path, clock: Callable[[], float]) -> Trial:
    try:
        folder.mkdir()
        recipe.write(form, folder, thorough=False)
        other = recipe.read(form, folder)
        speed = relative_speed(lambda: recipe.work(original), lambda: recipe.work(other), clock)
    except ModelUnavailable as refused:
        return Trial(form, fault=refused.reason)
    return Trial(form, round(speed, 3), fault=speed_fault(speed))


def _judged(recipe: Recipe[T], original: T, trial: Trial, folder: Path, chosen: Form) -> Trial:
    if trial.fault is not None:
        return trial
    if chosen is not Form.ORIGINAL:
        return replace(trial, fault=f"the {chosen} form is faster")
    try:
        recipe.write(trial.form, folder, thorough=True)
        agreement = recipe.agreement(original, recipe.read(trial.form, folder))
    except ModelUnavailable as refused:
        return replace(trial, fault=refused.reason)
    return replace(trial, agreement=agreement, fault=agreement.fault)
