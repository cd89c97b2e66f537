"""What is done when a model has just come: its engine is loaded, which makes it ready and tests it on this computer."""

from desktop_app.core.models.manifest import WHISPERS, ModelSpec
from desktop_app.core.pipeline.preference import MODEL_OF, ON_ANY_PROCESSOR
from desktop_app.core.pipeline.workstation import load_parakeet_onnx, load_whisper

_WHISPER_NAMES = {spec.name for spec in WHISPERS}


def takes_test(spec: ModelSpec) -> bool:
    """Whether its engine has to pass a test here before it is used."""
    return spec.name in _WHISPER_NAMES or any(MODEL_OF[engine].name == spec.name for engine in ON_ANY_PROCESSOR)


def try_out(spec: ModelSpec) -> None:
    """Load the engine of such a model; what comes of its test is kept. ModelUnavailable if it cannot be used."""
    if spec.name in _WHISPER_NAMES:
        load_whisper(spec)
    else:
        load_parakeet_onnx(spec)
