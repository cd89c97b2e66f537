"""The form in which WeSpeaker is to be run here: tried once, on real speech, and kept.

Whatever is in the way, the original is used and the reason is told.
"""

from collections.abc import Callable
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.choose_form import chosen_form, try_forms, why_original
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
    folder = models_folder() if models is None else models
    kept = None if again else kept_choice(folder)
    if kept is not None:
        return kept
    try:
        return _attempted(folder, on_progress, again=again)
    except ModelUnavailable as error:
        return original(f"{error.model}: {error.reason}")
    except AudioError as error:
        return original(f"others cannot be checked ({error})")
    except OSError as error:
        return original(f"others cannot be kept in {folder} ({error.strerror})")


def kept_choice(models: Path | None = None) -> Choice | None:
    """The form chosen on this machine before; None where it is not known for what is installed now."""
    place = (models_folder() if models is None else models) / WESPEAKER.name
    record = find_prepared(place, _circumstances())
    return None if record is None else _choice(record, place)


def _circumstances() -> Circumstances:
    return circumstances(WESPEAKER.files[0].sha256)


def _choice(record: Record, folder: Path) -> Choice:
    return original(record.reason) if record.form is Form.ORIGINAL else Choice(record.form, folder)


def _attempted(models: Path, on_progress: Callable[[float], None], *, again: bool) -> Choice:
    with workplace(models) as folder:
        if again:
            forget_attempts(models, WESPEAKER.name)
        if count_attempt(models, WESPEAKER.name, str(_circumstances())) > MAX_ATTEMPTS:
            return original(
                f"preparing others was cut short {MAX_ATTEMPTS} times; `diarist doctor --prepare-again` tries anew"
            )
        try:
            return _prepared(models, folder, on_progress)
        finally:  # not reached by a process that is killed or crashes
            forget_attempts(models, WESPEAKER.name)


def _prepared(models: Path, folder: Path, on_progress: Callable[[float], None]) -> Choice:
    speech = check_speech()
    trials = try_forms(
        TrunkRecipe(speech.ranging, speech.checking),
        folder,
        at_work=lambda choice: people_fault(choice, speech.dialogue),
        on_progress=on_progress,
    )
    form = chosen_form(trials)
    made = folder / form
    made.mkdir(exist_ok=True)
    record = Record(
        _circumstances(),
        form,
        why_original(trials) if form is Form.ORIGINAL else None,
        trials,
        tuple(describe(path) for path in sorted(made.iterdir())),
    )
    return _choice(record, keep_prepared(made, WESPEAKER.name, record, models))
