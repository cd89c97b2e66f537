"""Models and recordings that arrive inside the installed moonshine-voice package.

Its native library holds both speaker models as plain bytes: ONNX Runtime's ORT format, whose identifier 'ORTM'
stands four bytes after a model's start. The bytes are the same on every platform.
"""

import hashlib
import mmap
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.file_state import fault_in_words, file_state
from desktop_app.core.models.model_spec import FileSpec, FileState, ModelFile, ModelSpec
from desktop_app.installation import how_to_renew
from desktop_app.translation import tr

PACKAGE = "moonshine_voice"
_LIBRARIES = ("libmoonshine.so", "moonshine.dll", "libmoonshine.dylib")
_MARK = b"ORTM"
_MARK_OFFSET = 4
_MORE_SPEECH = ("two_cities.wav", "beckett.wav")


def reinstall() -> str:
    """What to do where the package, or what it carries, is not in order."""
    return how_to_renew("moonshine-voice==0.0.73")


def packed_model(spec: ModelSpec) -> bytes:
    """The bytes of a model of one file that the native library holds; ModelUnavailable unless the hash is right."""
    library = _native_library(spec)
    (file,) = spec.files
    try:
        found = _find_packed(library, file)
    except OSError as error:
        reason = tr("{file} cannot be read ({error})", file=library, error=error.strerror)
        raise ModelUnavailable(spec.label, reason, reinstall()) from error
    if found is None:
        reason = tr("the model is not inside {library}, or its bytes have changed", library=library)
        raise ModelUnavailable(spec.label, reason, reinstall())
    return found


def model_folder(spec: ModelSpec) -> Path:
    """The folder of a model that lies in the package as files; ModelUnavailable unless every hash is right."""
    folder = _asset_folder(spec)
    for file in spec.files:
        path = folder / file.name
        state = file_state(path, file)
        if state != "ok":
            raise ModelUnavailable(spec.label, fault_in_words(path, state), reinstall())
    return folder


def locate(spec: ModelSpec) -> tuple[Path, ...]:
    """Where each file of the model lies, its bytes not looked at; ModelUnavailable unless all are there."""
    if spec.role != "asr":
        return (_native_library(spec),)
    folder = _asset_folder(spec)
    for file in spec.files:
        if not (folder / file.name).is_file():
            raise ModelUnavailable(spec.label, fault_in_words(folder / file.name, "missing"), reinstall())
    return tuple(folder / file.name for file in spec.files)


def inspect(spec: ModelSpec) -> tuple[ModelFile, ...]:
    """Where each file of the model was looked for, and whether it is the right one; never raises."""
    try:
        if spec.role == "asr":
            folder = _asset_folder(spec)
            return tuple(
                ModelFile(str(folder / f.name), f.size, f.sha256, file_state(folder / f.name, f)) for f in spec.files
            )
        library = _native_library(spec)
        return tuple(ModelFile(str(library), f.size, f.sha256, _packed_state(library, f)) for f in spec.files)
    except ModelUnavailable:
        return tuple(ModelFile(f"{PACKAGE} package", f.size, f.sha256, "missing") for f in spec.files)


def sample_recording() -> Path:
    """A dialogue of two voices, 28 s, 24 kHz; ModelUnavailable where the package does not carry it."""
    label = tr("Sample recording")
    path = _package_folder(label) / "assets" / "endgame_nagg_nell.wav"
    if not path.is_file():
        raise ModelUnavailable(label, fault_in_words(path, "missing"), reinstall())
    return path


def speech_recordings() -> tuple[Path, ...]:
    """Recordings of speech to check models on, 81 s in all, the sample first; ModelUnavailable without the sample."""
    sample = sample_recording()
    more = [sample.with_name(name) for name in _MORE_SPEECH]
    return (sample, *(path for path in more if path.is_file()))


def _package_folder(label: str) -> Path:
    found = find_spec(PACKAGE)  # looks, without importing: the import loads the native library
    if found is None or not found.submodule_search_locations:
        raise ModelUnavailable(label, tr("the package moonshine-voice is not installed"), reinstall())
    return Path(found.submodule_search_locations[0])


def _asset_folder(spec: ModelSpec) -> Path:
    return _package_folder(spec.label) / "assets" / spec.name.removeprefix("moonshine-")


def _native_library(spec: ModelSpec) -> Path:
    folder = _package_folder(spec.label)
    for name in _LIBRARIES:
        if (folder / name).is_file():
            return folder / name
    raise ModelUnavailable(spec.label, tr("{folder} holds no native library", folder=folder), reinstall())


def _find_packed(library: Path, file: FileSpec) -> bytes | None:
    if not library.stat().st_size:
        return None  # nothing cannot be mapped
    with library.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for start in _model_starts(data):
            candidate = data[start : start + file.size]
            if hashlib.sha256(candidate).hexdigest() == file.sha256:
                return candidate
    return None


def _model_starts(data: mmap.mmap) -> Iterator[int]:
    at = data.find(_MARK)
    while at >= 0:
        if at >= _MARK_OFFSET:
            yield at - _MARK_OFFSET
        at = data.find(_MARK, at + 1)


def _packed_state(library: Path, file: FileSpec) -> FileState:
    try:
        return "wrong hash" if _find_packed(library, file) is None else "ok"
    except OSError:
        return "unreadable"
