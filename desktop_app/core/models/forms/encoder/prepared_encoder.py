"""The form in which an encoder is to be run here: written once, checked on speech, and kept.

Whatever is in the way, the source is used and the reason is told.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.choose_form import chosen_form, why_original
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource
from desktop_app.core.models.forms.encoder.write_encoder import ENCODER, RECIPE, write_encoder
from desktop_app.core.models.forms.form_trial import Agreement, FormTrial
from desktop_app.core.models.forms.model_forms import Choice, Form, original
from desktop_app.core.models.forms.prepared_model import Circumstances, Record, circumstances
from desktop_app.core.models.forms.prepared_store import (
    describe,
    find_prepared,
    keep_prepared,
    lasting_workplace,
    models_folder,
)
from desktop_app.core.models.forms.processor import multiplies_eight_bits
from desktop_app.core.models.forms.unfinished_preparations import MAX_ATTEMPTS, count_attempt, forget_attempts

Check = Callable[[Path], Agreement]
"""How far the encoder in this file does what the source does; ModelUnavailable if it cannot be run."""
_TOOLS = ("onnx", "onnxruntime")
_WRITTEN = 0.7
"""How much of a trial is writing the form; the rest is the check."""


def encoder_forms() -> tuple[Form, ...]:
    """The forms to try on this processor, the preferred first: more than one where 8 bits may be cut off."""
    return (Form.EIGHT_BIT,) if multiplies_eight_bits() else (Form.EIGHT_BIT, Form.SEVEN_BIT)


def prepared_encoder(
    source: EncoderSource,
    check: Check,
    *,
    on_progress: Callable[[float], None],
    again: bool = False,
    models: Path | None = None,
) -> Choice:
    """The form to use on this machine; prepared first where it is not, or not for what is installed now.

    Where another process prepares it, that is waited for. on_progress: 0 to 1, not called where nothing is to be
    prepared; what it raises ends the preparation, which goes on there the next time. again: prepare whatever is there.
    models: the folder of prepared models, by default the user's. Where it fails, the source is to be used.
    """
    folder = models_folder() if models is None else models
    try:
        kept = None if again else kept_encoder(source, folder)
        return kept or _prepared(source, check, folder, on_progress, again=again)
    except ModelUnavailable as error:
        return original(f"{error.model}: {error.reason}")
    except OSError as error:
        return original(f"others cannot be kept in {folder} ({error.strerror})")


def kept_encoder(source: EncoderSource, models: Path | None = None) -> Choice | None:
    """The form chosen on this machine before; None where it is not known for what is installed now."""
    place = (models_folder() if models is None else models) / source.name
    record = find_prepared(place, _circumstances(source))
    return None if record is None else _choice(record, place)


def encoder_file(choice: Choice, source: EncoderSource) -> Path:
    """The ONNX file to run."""
    return source.path if choice.folder is None else choice.folder / ENCODER


def _circumstances(source: EncoderSource) -> Circumstances:
    return circumstances(source.sha256, _TOOLS, RECIPE)


def _choice(record: Record, folder: Path) -> Choice:
    return original(record.reason) if record.form is Form.ORIGINAL else Choice(record.form, folder)


def _prepared(
    source: EncoderSource, check: Check, models: Path, on_progress: Callable[[float], None], *, again: bool
) -> Choice:
    source.read()  # a source that is not whole is the fault of no form
    with lasting_workplace(models, source.name, lambda: on_progress(0.0)) as folder:
        kept = None if again else kept_encoder(source, models)  # another process may have made it meanwhile
        if kept is not None:
            return kept
        if again:
            forget_attempts(models, source.name)
            _clear(folder)
        if count_attempt(models, source.name, str(_circumstances(source))) > MAX_ATTEMPTS:
            return original(
                f"preparing others was cut short {MAX_ATTEMPTS} times; `diarist doctor --prepare-again` tries anew"
            )
        try:
            return _kept(source, _trials(source, check, folder, on_progress), folder, models)
        finally:  # not reached by a process that is killed or crashes
            forget_attempts(models, source.name)


def _trials(
    source: EncoderSource, check: Check, folder: Path, on_progress: Callable[[float], None]
) -> tuple[FormTrial, ...]:
    """Of the forms up to the one to use; its files are left in the folder's sub-folder with its name. OSError."""
    forms = encoder_forms()
    trials: list[FormTrial] = []
    for done, form in enumerate(forms):

        def on_part(part: float, done: int = done) -> None:
            on_progress((done + part) / len(forms))

        trials.append(_trial(source, form, check, folder / form, on_part))
        if trials[-1].fault is None:
            break
        shutil.rmtree(folder / form, ignore_errors=True)
    on_progress(1.0)
    return tuple(trials)


def _trial(
    source: EncoderSource, form: Form, check: Check, folder: Path, on_progress: Callable[[float], None]
) -> FormTrial:
    try:
        write_encoder(source, form, folder, on_progress=lambda part: on_progress(_WRITTEN * part))
        agreement = check(folder / ENCODER)
    except ModelUnavailable as refused:
        return FormTrial(form, fault=refused.reason)
    return FormTrial(form, agreement=agreement, fault=agreement.fault)


def _kept(source: EncoderSource, trials: tuple[FormTrial, ...], folder: Path, models: Path) -> Choice:
    form = chosen_form(trials)
    made = folder / form
    made.mkdir(exist_ok=True)
    record = Record(
        _circumstances(source),
        form,
        why_original(trials) if form is Form.ORIGINAL else None,
        trials,
        tuple(describe(path) for path in sorted(made.iterdir())),
    )
    return _choice(record, keep_prepared(made, source.name, record, models))


def _clear(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
