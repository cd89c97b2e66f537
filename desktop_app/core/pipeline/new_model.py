"""What is done when a model has just come: its engine is loaded, which makes it ready and tests it on this computer."""

from desktop_app.core.models.manifest import ModelSpec
from desktop_app.core.pipeline.preference import MODEL_OF, ON_ANY_PROCESSOR
from desktop_app.core.pipeline.workstation import load_parakeet_onnx


def try_out(spec: ModelSpec) -> None:
    """Load the engine of a model that has come, where it is one that takes a test; what came of that is kept.
    ModelUnavailable if it cannot be used."""
    if any(MODEL_OF[name] == spec for name in ON_ANY_PROCESSOR):
        load_parakeet_onnx(spec)
