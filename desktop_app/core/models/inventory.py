"""Every model that Diarist knows: whether it is here, where, and whether every byte is right."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.core.models.engine_test import EngineTest, kept_test
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.file_state import fault_in_words, file_state
from desktop_app.core.models.locate_model import FoundModel, Place, cure, search_model
from desktop_app.core.models.manifest import MODELS
from desktop_app.core.models.model_spec import EXPANDED, ModelFile, ModelSpec
from desktop_app.core.models.model_store import partial_bytes
from desktop_app.core.models.packaged_models import inspect, reinstall
from desktop_app.core.models.runtime_packages import what_is_lacking
from desktop_app.translation import tr

State = Literal["right", "wrong", "not installed"]


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model, as it is here. place and files: where it was found; reason and hint: what is wrong and what to do, or
    how to get it; partial_bytes: what waits for the next fetch; test: what came of its test here, if it took one."""

    spec: ModelSpec
    state: State
    place: Place | None = None
    files: tuple[ModelFile, ...] = ()
    own: bool = False
    note: str = ""
    reason: str | None = None
    hint: str | None = None
    partial_bytes: int = 0
    test: EngineTest | None = None


def inventory() -> tuple[ModelEntry, ...]:
    """An entry for every model; every byte is read, which takes seconds for large ones."""
    return tuple(examine(spec) for spec in MODELS)


def examine(spec: ModelSpec) -> ModelEntry:
    """The model's entry, every byte of its files read; never raises."""
    try:
        found = search_model(spec)
    except ModelUnavailable as failure:
        return ModelEntry(spec, "wrong", reason=failure.reason, hint=failure.hint)
    return _missing(spec) if found is None else _examined(found)


def glance(spec: ModelSpec) -> ModelEntry:
    """The model's entry by the sizes of its files alone: cheap, whatever their length. Never raises."""
    try:
        found = search_model(spec)
    except ModelUnavailable as failure:
        return ModelEntry(spec, "wrong", reason=failure.reason, hint=failure.hint)
    if found is None:
        return _missing(spec)
    return ModelEntry(spec, "right", found.place, own=found.own, note=_in_words(found.note), test=_test(found))


def _missing(spec: ModelSpec) -> ModelEntry:
    hint = what_is_lacking(spec) or tr("Fetch it with: diarist models fetch {name}", name=spec.name)
    return ModelEntry(spec, "not installed", hint=hint, partial_bytes=partial_bytes(spec.name))


def _examined(found: FoundModel) -> ModelEntry:
    files = (
        inspect(found.spec)
        if found.place == "package"
        else tuple(ModelFile(str(path), file.size, file.sha256, file_state(path, file)) for path, file in found.files)
    )
    wrong = next((file for file in files if file.state != "ok"), None)
    if wrong is None:
        note = _in_words(found.note)
        return ModelEntry(found.spec, "right", found.place, files, found.own, note, test=_test(found))
    hint = reinstall() if found.place == "package" else cure(found.spec, found.place)
    reason = fault_in_words(wrong.path, wrong.state)
    return ModelEntry(found.spec, "wrong", found.place, files, found.own, _in_words(found.note), reason, hint)


def _test(found: FoundModel) -> EngineTest | None:
    return kept_test(found.spec.name, found.files[0][1].sha256)


def _in_words(note: str) -> str:
    return tr("expanded from the carried int8 copy") if note == EXPANDED else note
