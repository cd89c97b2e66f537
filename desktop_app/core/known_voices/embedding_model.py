"""Which model told voices apart: vectors of different models are never compared."""

from collections.abc import Iterable

from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.torch.wespeaker_checkpoint import LABEL as CHECKPOINT
from desktop_app.core.transcript.values import EngineUse

_FAMILIES = {WESPEAKER.label: "WeSpeaker ResNet34-LM", CHECKPOINT: "WeSpeaker ResNet34-LM"}
"""Sources and forms of one network, whose vectors are alike up to rounding: onnxruntime, ncnn, torch, the remote."""


def embedding_model(engines: Iterable[EngineUse]) -> str | None:
    """The identity of the model that embedded: its family, or else its name and its bytes' SHA-256.

    engines: a transcript's, or those of live captions. None where none of them embeds, or several that do not mix.
    """
    found = {_identity(use) for use in engines if use.role == "embedding"}
    return found.pop() if len(found) == 1 else None


def _identity(use: EngineUse) -> str:
    return _FAMILIES.get(use.name) or f"{use.name} {use.sha256 or ''}".rstrip()
