"""Where a model is found: in the user's own store, in an existing Hugging Face cache, or in an installed package.

The first place that has a copy counts. A copy that is not in order there is an error, and no later place is looked at:
whoever put it there is to know.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.file_state import fault_in_words, file_state, size_state
from desktop_app.core.models.model_spec import FileSpec, HubSource, ModelSpec
from desktop_app.core.models.model_store import read_record, record_path, stored_paths
from desktop_app.core.models.no_telemetry import silence
from desktop_app.core.models.packaged_models import locate
from desktop_app.core.models.runtime_packages import what_is_lacking
from desktop_app.core.store.errors import why_unread
from desktop_app.translation import tr

Place = Literal["store", "hub cache", "package"]


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A model that is here, its files of the right size; their bytes are not looked at yet.

    files: each path, with the size and hash the file must have. own: the user's own, in place of the one that Diarist
    knows. note: what files these are, '' for the published ones.
    """

    spec: ModelSpec
    place: Place
    files: tuple[tuple[Path, FileSpec], ...]
    own: bool = False
    note: str = ""


def find_model(spec: ModelSpec) -> FoundModel:
    """The model; ModelUnavailable if it is nowhere, or the copy that counts is not in order."""
    found = search_model(spec)
    if found is None:
        raise ModelUnavailable(
            spec.label,
            tr("the model is not installed"),
            what_is_lacking(spec)
            or tr(
                "Fetch it with: diarist models fetch {name}; or take it in from a file with: diarist models import",
                name=spec.name,
            ),
        )
    return found


def search_model(spec: ModelSpec) -> FoundModel | None:
    """The model; None if it is nowhere. ModelUnavailable if the copy that counts is not in order."""
    if spec.hub is None:
        return FoundModel(spec, "package", tuple(zip(locate(spec), spec.files, strict=False)))
    return _in_store(spec) or _in_hub_cache(spec, spec.hub)


def require_right_bytes(found: FoundModel) -> None:
    """Read every file; ModelUnavailable unless each has its hash. For models that lie as files of their own."""
    for path, file in found.files:
        state = file_state(path, file)
        if state != "ok":
            raise ModelUnavailable(found.spec.label, fault_in_words(path, state), cure(found.spec, found.place))


def circumstances_of(spec: ModelSpec) -> object:
    """What finding the model and loading it depends on, cheap to ask and equal while nothing has changed."""
    try:
        found = search_model(spec)
        return found and tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path, _ in found.files)
    except (ModelUnavailable, OSError) as failure:
        return str(failure)


def cure(spec: ModelSpec, place: Place) -> str:
    """What to do about a copy in this place that is not in order."""
    if place == "store":
        return tr(
            "Fetch it anew with: diarist models fetch {name}; or remove it with: diarist models remove", name=spec.name
        )
    return tr(
        "Delete that file, or have a right one that comes before it with: diarist models fetch {name}", name=spec.name
    )


def _in_store(spec: ModelSpec) -> FoundModel | None:
    try:
        record = read_record(spec.name)
    except (OSError, ValueError) as error:
        reason = tr("{file} cannot be read ({error})", file=record_path(spec.name), error=why_unread(error))
        raise ModelUnavailable(spec.label, reason, cure(spec, "store")) from error
    if record is None:
        return None
    found = tuple(zip(stored_paths(spec.name, record), record.files, strict=True))
    note = next((each.note for each in spec.variants if each.files == record.files), None)
    if note is None and not record.own:
        reason = tr("{folder} holds a version that this Diarist does not know", folder=found[0][0].parent)
        raise ModelUnavailable(spec.label, reason, cure(spec, "store"))
    try:
        _require_sizes(spec, "store", found)
    except ModelUnavailable:
        if read_record(spec.name) != record:
            return _in_store(spec)  # it was replaced just now
        raise
    return FoundModel(spec, "store", found, record.own, note or "")


def _in_hub_cache(spec: ModelSpec, hub: HubSource) -> FoundModel | None:
    """The pinned revision, else what the cache has as 'main' if it is the same files."""
    pinned = _cached(spec, hub, hub.revision)
    paths = pinned or _cached(spec, hub, "main")
    if paths is None:
        return None
    for variant in spec.variants:
        found = tuple(zip(paths, variant.files, strict=True))
        if all(size_state(path, file) == "ok" for path, file in found):
            return FoundModel(spec, "hub cache", found, note=variant.note)
    if pinned is not None:
        _require_sizes(spec, "hub cache", tuple(zip(pinned, spec.files, strict=True)))
    return None


def _cached(spec: ModelSpec, hub: HubSource, revision: str) -> tuple[Path, ...] | None:
    silence()
    from huggingface_hub import try_to_load_from_cache

    try:
        paths = [try_to_load_from_cache(hub.repo, hub.path_of(file), revision=revision) for file in spec.files]
    except OSError as error:
        reason = tr("the Hugging Face cache cannot be read ({error})", error=why_unread(error))
        raise ModelUnavailable(spec.label, reason, cure(spec, "hub cache")) from error
    found = tuple(Path(path) for path in paths if isinstance(path, str))
    return found if len(found) == len(spec.files) else None


def _require_sizes(spec: ModelSpec, place: Place, files: tuple[tuple[Path, FileSpec], ...]) -> None:
    for path, file in files:
        state = size_state(path, file)
        if state != "ok":
            raise ModelUnavailable(spec.label, fault_in_words(path, state), cure(spec, place))
