"""Tries the forms of a model on this machine, the preferred first: the first without a fault is the one to use.

Which one is preferred is decided by the processor's kind, never by a race: that two forms are about as fast must not
make two transcripts of one recording. The clock can only rule out a form that is exact, which changes none, and half
precision where a card is not made for it.
"""

from collections.abc import Callable
from pathlib import Path
from time import thread_time
from typing import Protocol, TypeVar

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.form_trial import Agreement, FormTrial, relative_speed, speed_fault
from desktop_app.core.models.forms.model_forms import Choice, Form

T = TypeVar("T")


class Recipe(Protocol[T]):
    """How one model's forms are made and compared."""

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms worth a trial here, the preferred first."""
        ...

    def original(self) -> T:
        """The model as it is carried."""
        ...

    def write(self, form: Form, folder: Path) -> None:
        """Write a form's files. ModelUnavailable, OSError."""
        ...

    def read(self, form: Form, folder: Path) -> T:
        """The form that lies there; ModelUnavailable."""
        ...

    def work(self, model: T) -> None:
        """A fixed piece of work in the calling thread, to tell the speed by."""
        ...

    def agreement(self, original: T, form: Form, other: T) -> Agreement:
        """How far the other's results, of this form, are the original's."""
        ...


def try_forms(
    recipe: Recipe[T],
    folder: Path,
    *,
    at_work: Callable[[Choice], str | None],
    on_progress: Callable[[float], None],
    clock: Callable[[], float] = thread_time,
) -> tuple[FormTrial, ...]:
    """The trials of the forms up to the one to use, which has no fault; all of them where the original is to be used.

    The files of each are left in the folder's sub-folder with the form's name. at_work: the last check: why a form is
    not good enough where everything works together, None if it is. clock: see relative_speed. OSError if files cannot
    be written.
    """
    original = recipe.original()
    trials: list[FormTrial] = []
    for done, form in enumerate(recipe.forms):
        on_progress(done / len(recipe.forms))
        try:
            other = _made(recipe, form, folder / form)
            on_progress((done + 0.5) / len(recipe.forms))
            trials.append(_judged(recipe, original, Choice(form, folder / form), other, at_work, clock))
        except ModelUnavailable as refused:
            trials.append(FormTrial(form, fault=refused.reason))
        if trials[-1].fault is None:
            break
    on_progress(1.0)
    return tuple(trials)


def chosen_form(trials: tuple[FormTrial, ...]) -> Form:
    """The form to use after these trials."""
    return next((trial.form for trial in trials if trial.fault is None), Form.ORIGINAL)


def why_original(trials: tuple[FormTrial, ...]) -> str:
    """Why no other form is used: every form's fault, as a clause."""
    return "; ".join(f"{trial.form}: {trial.fault}" for trial in trials) or "it has no other"


def _made(recipe: Recipe[T], form: Form, folder: Path) -> T:
    folder.mkdir()
    recipe.write(form, folder)
    return recipe.read(form, folder)


def _judged(
    recipe: Recipe[T],
    original: T,
    choice: Choice,
    other: T,
    at_work: Callable[[Choice], str | None],
    clock: Callable[[], float],
) -> FormTrial:
    speed = relative_speed(lambda: recipe.work(original), lambda: recipe.work(other), clock)
    agreement = recipe.agreement(original, choice.form, other)
    fault = speed_fault(choice.form, speed) or agreement.fault or at_work(choice)
    return FormTrial(choice.form, round(speed, 3), agreement, fault)
