"""The forms in which the speaker models are to be run here: tried once, on real speech, and kept.

Whatever is in the way, the originals are used and the reason is told.
"""

from collections.abc import Callable
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.models.attempts import MAX_ATTEMPTS, count_attempt, forget_attempts
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import Choice, Form, original
from desktop_app.core.models.manifest import SEGMENTATION, WESPEAKER, ModelSpec
from desktop_app.core.models.prepared import Record, circumstances
from desktop_app.core.models.prepared_store import describe, find_prepared, keep_prepared, models_folder, workplace
from desktop_app.core.models.recipes import SegmentationRecipe, TrunkRecipe
from desktop_app.core.models.trial import Trial
from desktop_app.core.models.trying import chosen_form, try_forms, why_original
from desktop_app.core.pipeline.check_speech import check_speech
from desktop_app.core.pipeline.together import Choices, checked_together

_SPECS = (SEGMENTATION, WESPEAKER)


def prepared_choices(
    *, on_progress: Callable[[float], None], again: bool = False, models: Path | None = None
) -> Choices:
    """The forms to use on this machine; prepared first where they are not, or not for what is installed now.

    on_progress: how far a preparation is, 0 to 1; not called where there is none. again: prepare whatever is there.
    models: the folder of prepared models, by default the user's. Where it fails, the originals are to be used.
    """
    folder = models_folder() if models is None else models
    kept = None if again else kept_choices(folder)
    if kept is not None:
        return kept
    try:
        return _attempted(folder, on_progress, again=again)
    except ModelUnavailable as error:
        reason = f"{error.model}: {error.reason}"
    except AudioError as error:
        reason = f"others cannot be checked ({error})"
    except OSError as error:
        reason = f"others cannot be kept in {folder} ({error.strerror})"
    return Choices(original(reason), original(reason))


def kept_choices(models: Path | None = None) -> Choices | None:
    """The forms found fastest on this machine before; None where they are not known for what is installed now."""
    folder = models_folder() if models is None else models
    choices = []
    for spec in _SPECS:
        record = find_prepared(folder / spec.name, circumstances(spec))
        if record is None:
            return None
        choices.append(_choice(record, folder / spec.name))
    return Choices(*choices)


def _choice(record: Record, folder: Path) -> Choice:
    return original(record.reason) if record.form is Form.ORIGINAL else Choice(record.form, folder)


def _attempted(models: Path, on_progress: Callable[[float], None], *, again: bool) -> Choices:
    with workplace(models) as folder:
        if again:
            forget_attempts(models)
        if count_attempt(models, str([circumstances(spec) for spec in _SPECS])) > MAX_ATTEMPTS:
            reason = f"preparing others was cut short {MAX_ATTEMPTS} times; `diarist doctor --prepare-again` tries anew"
            return Choices(original(reason), original(reason))
        try:
            return _prepared(models, folder, on_progress)
        finally:  # not reached by a process that is killed or crashes
            forget_attempts(models)


def _prepared(models: Path, folder: Path, on_progress: Callable[[float], None]) -> Choices:
    speech = check_speech()
    on_progress(0.0)
    places = [folder / spec.name for spec in _SPECS]
    for place in places:
        place.mkdir()
    trials = (
        try_forms(SegmentationRecipe(speech.windows), places[0], on_progress=lambda at: on_progress(0.2 * at)),
        try_forms(TrunkRecipe(speech.clips), places[1], on_progress=lambda at: on_progress(0.2 + 0.4 * at)),
    )
    tried = Choices(*(_tried(place, each) for place, each in zip(places, trials, strict=True)))
    checked = checked_together(tried, speech.dialogue, on_progress=lambda at: on_progress(0.6 + 0.4 * at))
    choices = (checked.segmentation, checked.embedding)
    kept = [
        _keep(choice, spec, each, place, models)
        for choice, spec, each, place in zip(choices, _SPECS, trials, places, strict=True)
    ]
    on_progress(1.0)
    return Choices(*kept)


def _tried(place: Path, trials: tuple[Trial, ...]) -> Choice:
    form = chosen_form(trials)
    return original(why_original(trials)) if form is Form.ORIGINAL else Choice(form, place / form)


def _keep(choice: Choice, spec: ModelSpec, trials: tuple[Trial, ...], place: Path, models: Path) -> Choice:
    made = choice.folder or place / "nothing"
    files = tuple(describe(path) for path in sorted(made.iterdir())) if choice.folder else ()
    record = Record(circumstances(spec), choice.form, choice.reason, trials, files)
    return _choice(record, keep_prepared(made, spec, record, models))
