"""The form in which WeSpeaker is to be run here: tried once, on real speech, and kept.

Whatever is in the way, the original is used and the reason is told.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.choose_form import chosen_form, try_forms, why_original
from desktop_app.core.models.forms.form_trial import FormTrial
from desktop_app.core.models.forms.model_forms import Choice, Form, original
from desktop_app.core.models.forms.prepared_model import Circumstances, Record, circumstances
from desktop_app.core.models.forms.prepared_store import (
    describe,
    find_prepared,
    keep_prepared,
    models_folder,
    workplace,
)
from desktop_app.core.models.forms.recipes import TrunkRecipe
from desktop_app.core.models.forms.unfinished_preparations import MAX_ATTEMPTS, count_attempt, forget_attempts
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.pipeline.check_speech import check_speech
from desktop_app.core.pipeline.joint_form_check import people_fault


def prepared_choice(*, on_progress: Callable[[float], None], again: bool = False, models: Path | None = None) -> Choice:
    """The form to use on this machine; prepared first where it is not, or not for what is installed now.

    on_progress: how far a preparation is, 0 to 1; not called where there is none. again: prepare whatever is there.
    models: the folder of prepared models, by default the user's. Where it fails, the original is to be used.
    """
    trials = partial(_trials, on_progress=on_progress)
    return remembered_choice(WESPEAKER.name, _circumstances(), trials, again=again, models=models)


def kept_choice(models: Path | None = None) -> Choice | None:
    """The form chosen on this machine before; None where it is not known for what is installed now."""
    return _kept((models_folder() if models is None else models) / WESPEAKER.name, _circumstances())


def remembered_choice(
    name: str,
    holds_for: Circumstances,
    trials: Callable[[Path], tuple[FormTrial, ...]],
    *,
    again: bool = False,
    models: Path | None = None,
) -> Choice:
    """The form of the model of this name that is kept for the circumstances; tried and kept first where there is none.

    trials: leaves the files of each form in a sub-folder with the form's name; ModelUnavailable, AudioError, OSError.
    again, models: as prepared_choice's.
    """
    folder = models_folder() if models is None else models
    kept = None if again else _kept(folder / name, holds_for)
    if kept is not None:
        return kept
    try:
        return _attempted(folder, name, holds_for, trials, again=again)
    except ModelUnavailable as error:
        return original(f"{error.model}: {error.reason}")
    except AudioError as error:
        return original(f"others cannot be checked ({error})")
    except OSError as error:
        return original(f"others cannot be kept in {folder} ({error.strerror})")


def _circumstances() -> Circumstances:
    return circumstances(WESPEAKER.files[0].sha256)


def _trials(folder: Path, *, on_progress: Callable[[float], None]) -> tuple[FormTrial, ...]:
    speech = check_speech()
    return try_forms(
        TrunkRecipe(speech.ranging, speech.checking),
        folder,
        at_work=lambda choice: people_fault(choice, speech.dialogue),
        on_progress=on_progress,
    )


def _kept(place: Path, holds_for: Circumstances) -> Choice | None:
    record = find_prepared(place, holds_for)
    return None if record is None else _choice(record, place)


def _choice(record: Record, folder: Path) -> Choice:
    return original(record.reason) if record.form is Form.ORIGINAL else Choice(record.form, folder)


def _attempted(
    models: Path,
    name: str,
    holds_for: Circumstances,
    trials: Callable[[Path], tuple[FormTrial, ...]],
    *,
    again: bool,
) -> Choice:
    with workplace(models) as folder:
        if again:
            forget_attempts(models, name)
        if count_attempt(models, name, str(holds_for)) > MAX_ATTEMPTS:
            return original(
                f"preparing others was cut short {MAX_ATTEMPTS} times; `diarist doctor --prepare-again` tries anew"
            )
        try:
            return _prepared(models, name, holds_for, trials(folder), folder)
        finally:  # not reached by a process that is killed or crashes
            forget_attempts(models, name)


def _prepared(models: Path, name: str, holds_for: Circumstances, trials: tuple[FormTrial, ...], folder: Path) -> Choice:
    form = chosen_form(trials)
    made = folder / form
    made.mkdir(exist_ok=True)
    record = Record(
        holds_for,
        form,
        why_original(trials) if form is Form.ORIGINAL else None,
        trials,
        tuple(describe(path) for path in sorted(made.iterdir())),
    )
    return _choice(record, keep_prepared(made, name, record, models))
