"""How the engines are: usable or not, why, from which file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file (or part of one) that an engine loads. state: 'ok', 'missing' or 'wrong hash'."""

    path: str
    sha256: str
    size: int
    state: str


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """One engine's state.

    role: 'segmentation', 'embedding' or 'asr'; label: what a person calls it; device: 'cpu', 'cuda' or a host.
    reason: why it cannot be used (None when usable), in one sentence; hint: what to do about it.
    self_test: what the self-test found, None if it was not run.
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
