"""What is done when a model has just come, and when it goes: it is made ready for this computer and tested on it."""

from contextlib import suppress

from desktop_app.core.models.forms.prepared_store import models_folder, remove_prepared
from desktop_app.core.models.manifest import WHISPERS
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.pipeline.parakeet_loading import OnProgress, load_parakeet_onnx
from desktop_app.core.pipeline.preference import MODEL_OF, ON_ANY_PROCESSOR
from desktop_app.core.pipeline.workstation import load_whisper

_WHISPER_NAMES = {spec.name for spec in WHISPERS}


def takes_test(spec: ModelSpec) -> bool:
    """Whether its engine has to pass a test here before it is used."""
    return spec.name in _WHISPER_NAMES or any(MODEL_OF[engine].name == spec.name for engine in ON_ANY_PROCESSOR)


def try_out(spec: ModelSpec, *, on_ready: OnProgress = lambda _: None, on_test: OnProgress = lambda _: None) -> None:
    """Make such a model ready, and test it; what comes of that is kept. ModelUnavailable if it cannot be used.

    on_ready: of making it ready, on_test: of its test, 0 to 1; neither is called where that is done already.
    """
    if spec.name in _WHISPER_NAMES:
        load_whisper(spec, on_test=on_test)
    else:
        load_parakeet_onnx(spec, exact=False, on_ready=on_ready, on_test=on_test)


def forget_form(spec: ModelSpec) -> None:
    """Remove what was made of a model that is gone. What cannot be removed stays."""
    with suppress(OSError):
        remove_prepared(models_folder(), spec.name)
