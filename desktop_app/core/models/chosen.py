"""Loading a model in the form that was chosen for it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app.core.models.carried import packed_model
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import Choice, Form, original
from desktop_app.core.models.manifest import ModelSpec

T = TypeVar("T")


def load_chosen(
    choice: Choice, spec: ModelSpec, *, read: Callable[[Form, Path], T], original_form: Callable[[str | None], T]
) -> T:
    """The model in the chosen form; the original, with a note of why, if that form does not load.

    read: loads a prepared form from its folder; original_form: the carried model, with this note. ModelUnavailable if
    the carried model is missing, its bytes are wrong, or it does not convert.
    """
    if choice.folder is None:
        return original_form(choice.note)
    packed_model(spec)  # raises where the carried one is not in order: a prepared one is not to hide that
    try:
        return read(choice.form, choice.folder)
    except ModelUnavailable as refused:
        return original_form(original(refused.reason).note)
