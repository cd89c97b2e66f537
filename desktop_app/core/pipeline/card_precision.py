"""How exactly WeSpeaker is to calculate on this graphics card: tried once, on real speech, and kept.

Half precision is used where its answers agree with float32's as those of other forms must, and where it is worth it.
Whatever is in the way, it is float32 and the reason is told.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.embedder import Clip, Embedder
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.choose_form import try_forms
from desktop_app.core.models.forms.form_trial import Agreement, FormTrial, embedding_agreement
from desktop_app.core.models.forms.model_forms import Choice, Form
from desktop_app.core.models.forms.prepared_model import circumstances
from desktop_app.core.models.forms.prepared_store import models_folder, remove_prepared
from desktop_app.core.models.forms.unfinished_preparations import forget_attempts
from desktop_app.core.pipeline.check_speech import CheckSpeech, check_speech
from desktop_app.core.pipeline.joint_form_check import people_fault, people_heard_by
from desktop_app.core.pipeline.preparation import remembered_choice
from desktop_app.core.store.settings import Precision

NAME = "wespeaker-on-card"
"""Of the record among the prepared models."""
_RECIPE = 1
"""Raised whenever precisions are tried or judged otherwise."""
_TOOLS = ("torch",)
_WORK_SAMPLES = 8 * SAMPLE_RATE_HZ
"""As long as pieces are: with less to do at once, a card is no faster in any precision."""
Load = Callable[[Precision], Embedder]
"""Loads WeSpeaker in a precision; ModelUnavailable."""


def card_precision(
    load: Load, precisions: Sequence[Precision], *, sha256: str, card: str, models: Path | None = None
) -> Choice:
    """The precision to use on this card, tried first where that is not known for what is installed now.

    precisions: halves that are worth a trial, the preferred first. sha256: of the model's bytes. card: its name.
    models: the folder of prepared models, by default the user's.
    """
    holds_for = replace(circumstances(sha256, _TOOLS, _RECIPE), processor=card)
    forms = tuple(Form(each.value) for each in precisions)
    return remembered_choice(NAME, holds_for, lambda folder: _trials(load, forms, folder), models=models)


def forget_card_precision() -> None:
    """Have it tried anew, as far as the disk allows."""
    with suppress(OSError):
        remove_prepared(models_folder(), NAME)
        forget_attempts(models_folder(), NAME)


def chosen(choice: Choice) -> Precision:
    """The precision of a form that was chosen."""
    return Precision(choice.form.value) if choice.form.is_half else Precision.FLOAT32


def _trials(load: Load, forms: tuple[Form, ...], folder: Path) -> tuple[FormTrial, ...]:
    speech = check_speech()

    def at_work(choice: Choice) -> str | None:
        return people_fault(
            choice, speech.dialogue, hear=lambda each, samples: people_heard_by(load(chosen(each)), samples)
        )

    # The calling thread's own time would be that of waiting for the card: none.
    recipe = PrecisionRecipe(load, forms, speech)
    return try_forms(recipe, folder, at_work=at_work, on_progress=lambda _: None, clock=perf_counter)


class PrecisionRecipe:
    """The precisions of WeSpeaker on torch as forms of it: there are no files of them."""

    def __init__(self, load: Load, forms: tuple[Form, ...], speech: CheckSpeech) -> None:
        self.forms = forms
        self._load = load
        self._clips = [Clip.whole(samples) for samples in speech.checked]
        self._dialogue = speech.dialogue

    def original(self) -> Embedder:
        """See Recipe.original."""
        return self._load(Precision.FLOAT32)

    def write(self, form: Form, folder: Path) -> None:
        """See Recipe.write."""

    def read(self, form: Form, folder: Path) -> Embedder:
        """See Recipe.read."""
        return self._load(Precision(form.value))

    def work(self, model: Embedder) -> None:
        """See Recipe.work: as many clips as keep the model busy."""
        last = len(self._dialogue) - _WORK_SAMPLES
        starts = np.linspace(0, last, model.callers).astype(int)
        _embedded(model, [Clip.whole(self._dialogue[start : start + _WORK_SAMPLES]) for start in starts])

    def agreement(self, original: Embedder, form: Form, other: Embedder) -> Agreement:
        """See Recipe.agreement."""
        return embedding_agreement(_embedded(original, self._clips), _embedded(other, self._clips), exact=form.is_exact)


def _embedded(model: Embedder, clips: Sequence[Clip]) -> NDArray[np.float32]:
    try:
        return model.embed(clips)
    except EmbeddingFailed as failure:
        raise ModelUnavailable(model.use.name, failure.reason, "") from failure
