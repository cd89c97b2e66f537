"""How the engines are: usable or not, why, from which file."""

from dataclasses import dataclass

from desktop_app.core.models.model_spec import ModelFile

MEETING = "meeting"
"""The role of a model that hears meetings in the place of what finds speech otherwise."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An engine that would have been preferred. reason: why it cannot be used, one clause; hint: what to do."""

    label: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """One engine's state.

    role: 'segmentation', MEETING, 'embedding' or 'asr'; label: what a person calls it; device: 'cpu', 'cuda' or a host.
    reason: why it cannot be used (None when usable), in one sentence; hint: what to do about it.
    self_test: what the self-test found, None if it was not run. note: what the engine says of the form it runs in.
    passed_over: what it stands in for; empty where it is what was chosen. model: its model's name in the manifest.
    languages: those it writes down, as BCP 47 tags; none where it writes no words, or is not loaded.
    """

    role: str
    label: str
    device: str
    usable: bool
    licence: str
    attribution: str
    files: tuple[ModelFile, ...] = ()
    reason: str | None = None
    hint: str | None = None
    self_test: str | None = None
    note: str | None = None
    passed_over: tuple[PassedOver, ...] = ()
    model: str = ""
    languages: tuple[str, ...] = ()
