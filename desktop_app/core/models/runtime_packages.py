"""Which models run in packages that not everybody has, and whether those are here."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.core.models.manifest import PARAKEET, WESPEAKER_CHECKPOINT, WHISPERS
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.installation import how_to_add, is_frozen, lacking


class _Runtime(NamedTuple):
    """extra: the packages, as pyproject.toml names them; packages: those without which it does not run."""

    extra: str
    packages: Mapping[str, str]


_TORCH = _Runtime("workstation", {"torch": "torch"})
_FASTER_WHISPER = _Runtime("whisper", {"faster-whisper": "faster_whisper"})
_RUNTIMES = {
    **{model.name: _TORCH for model in (PARAKEET, WESPEAKER_CHECKPOINT)},
    **{model.name: _FASTER_WHISPER for model in WHISPERS},
}


def what_is_lacking(model: ModelSpec) -> str:
    """How the packages that it runs in can be had; '' where they are here. None is imported."""
    runtime = _RUNTIMES.get(model.name)
    return how_to_add(runtime.extra) if runtime and lacking(runtime.packages) else ""


def can_never_run_here(model: ModelSpec) -> bool:
    """Whether fetching it would be in vain."""
    return is_frozen() and bool(what_is_lacking(model))
