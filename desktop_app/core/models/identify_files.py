"""Which models some files are, told by their hashes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.models.errors import ModelStoreError, UnknownModel
from desktop_app.core.models.file_state import sha256_of
from desktop_app.core.models.manifest import FETCHED
from desktop_app.core.models.model_spec import FileSpec, ModelSpec
from desktop_app.core.models.own_transducer import (
    OwnTransducer,
    UnknownTransducer,
    encoder_among,
    is_encoder,
    is_transducer,
    parts_of,
)
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class Recognised:
    """Files that are a model. files: each path, with what it is."""

    spec: ModelSpec
    files: tuple[tuple[Path, FileSpec], ...]
    own: bool = False

    @property
    def size(self) -> int:
        """Of all files, in bytes."""
        return sum(file.size for _, file in self.files)


def recognise(source: Path, *, spec: ModelSpec | None = None, sha256: str | None = None) -> tuple[Recognised, ...]:
    """The models in a file, or in a folder and those below it, by the hashes of the files.

    spec: only this one. sha256, in hex: only the file of this hash, which may then be the user's own model in place of
    `spec`. ModelStoreError if there is none; UnknownTransducer or UnknownModel if it may be the user's own.
    """
    candidates = _candidates(source)
    known = tuple(_known(candidates, sha256))
    found = tuple(each for each in known if spec in (None, each.spec))
    if found:
        return found
    if known and spec is not None:
        raise ModelStoreError(
            tr("{source} is {found}, not {wanted}", source=source, found=known[0].spec.name, wanted=spec.name)
        )
    if spec is not None and sha256 is not None:
        own = _own_transducer if is_transducer(spec) else _own
        return (own(source, candidates, spec, sha256),)
    if (encoder := encoder_among(candidates)) is not None:
        size = sum(map(_size, parts_of(encoder, candidates)))
        raise UnknownTransducer(OwnTransducer(source, encoder, _hash(encoder), size))
    raise UnknownModel(
        tr(
            "{source} is no model that Diarist knows, or its bytes have changed: for one of your own, give --name, the "
            "name of the model in whose place it comes, and --sha256, the hash that its source states",
            source=source,
        )
    )


def _candidates(source: Path) -> tuple[Path, ...]:
    if source.is_dir():
        return tuple(sorted(path for path in source.rglob("*") if path.is_file()))
    if not source.exists():
        raise ModelStoreError(tr("{source}: there is no such file or folder", source=source))
    return (source,)


def _known(candidates: tuple[Path, ...], sha256: str | None) -> Iterator[Recognised]:
    """Every known model of which all files are there; only files that have the size of one are read."""
    sizes = {file.size for spec in FETCHED for variant in spec.variants for file in variant.files}
    hashes = {_hash(path): path for path in reversed(candidates) if _size(path) in sizes}
    for spec in FETCHED:
        for variant in spec.variants:
            files = tuple((hashes[file.sha256], file) for file in variant.files if file.sha256 in hashes)
            if len(files) == len(variant.files) and sha256 in {None, *(file.sha256 for file in variant.files)}:
                yield Recognised(spec, files)
                break


def _own(source: Path, candidates: tuple[Path, ...], spec: ModelSpec, sha256: str) -> Recognised:
    if len(spec.files) > 1:
        raise ModelStoreError(tr("{name} is several files: one of your own cannot take its place", name=spec.name))
    (wanted,) = spec.files
    for path in candidates:
        if (source == path or path.suffix == Path(wanted.name).suffix) and _hash(path) == sha256:
            return Recognised(spec, ((path, FileSpec(wanted.name, _size(path), sha256)),), own=True)
    raise ModelStoreError(
        tr("{source} does not have the sha256 {sha256}", source=source, sha256=sha256)
        if source in candidates
        else tr(
            "no {ending} file in {source} has the sha256 {sha256}",
            ending=Path(wanted.name).suffix,
            source=source,
            sha256=sha256,
        )
    )


def _own_transducer(source: Path, candidates: tuple[Path, ...], spec: ModelSpec, sha256: str) -> Recognised:
    """The transducer in the folder of the file with this hash: that file first."""
    weights = next((path for path in candidates if is_encoder(path) and _hash(path) == sha256), None)
    if weights is None:
        raise ModelStoreError(tr("no encoder in {source} has the sha256 {sha256}", source=source, sha256=sha256))
    parts = parts_of(weights, candidates)
    return Recognised(spec, tuple((path, FileSpec(path.name, _size(path), _hash(path))) for path in parts), own=True)


def _hash(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise unreadable(path, error) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> ModelStoreError:
    """What to say of a file that cannot be read."""
    return ModelStoreError(tr("{file} cannot be read ({error})", file=path, error=error.strerror or error))
