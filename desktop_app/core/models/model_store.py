"""The user's own store of models: fetched ones, and those taken in from files.

    store/NAME/record.json          what is here; read first, replaced last, in one step
    store/NAME/3cbdc85877e668ca/    its files, under a name that was never used before
    store/NAME/partial/SHA256-FILE  a file that is still being written; a fetch goes on where the last one ended
    store/.NAME.lock                held by whoever writes

Whoever reads needs no lock: the record leads to whole files, whatever happens to a writer.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.core.models.errors import ModelStoreError
from desktop_app.core.models.file_state import sha256_of
from desktop_app.core.models.model_spec import FileSpec
from desktop_app.core.models.store_record import RECORD, NewerRecord, StoreRecord, parse_record, record_text
from desktop_app.core.store.atomic import write_atomically
from desktop_app.translation import figure, tr
from desktop_app.user_folders import data_folder

_PARTIAL = "partial"
_RESERVE_BYTES = 50_000_000
"""What is left free beside a model: a disk filled to its last byte breaks other programs."""


def store_folder() -> Path:
    """Where the store lies."""
    return data_folder() / "store"


def read_record(name: str) -> StoreRecord | None:
    """What the store holds under this name; None if nothing. OSError or ValueError if that cannot be told."""
    try:
        return parse_record((store_folder() / name / RECORD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None


def record_path(name: str) -> Path:
    """Where the record of a model lies, or would."""
    return store_folder() / name / RECORD


def stored_paths(name: str, record: StoreRecord) -> tuple[Path, ...]:
    """Where the files of the record are."""
    return tuple(store_folder() / name / record.folder / file.name for file in record.files)


def partial_bytes(name: str) -> int:
    """How many bytes of a model wait for the next fetch."""
    try:
        return sum(file.stat().st_size for file in (store_folder() / name / _PARTIAL).iterdir())
    except OSError:
        return 0


@contextmanager
def writing(name: str, files: tuple[FileSpec, ...] = ()) -> Iterator[Path]:
    """The model's folder, for this process alone, to put these files there.

    What others left there half done is cleared first. ModelStoreError if another process has it, or it cannot be
    written; so become OSErrors inside.
    """
    from filelock import FileLock, Timeout

    store = store_folder()
    try:
        store.mkdir(parents=True, exist_ok=True)
        with FileLock(store / f".{name}.lock", timeout=0):
            (store / name).mkdir(exist_ok=True)
            try:
                _clear_remains(name, {_partial_name(file) for file in files})
                yield store / name
            finally:
                _drop_if_empty(store / name)
    except Timeout:
        raise ModelStoreError(
            tr("another process is just fetching, importing or removing {name}: wait for it", name=name)
        ) from None
    except OSError as error:
        raise ModelStoreError(
            tr("{place} cannot be written ({error})", place=store, error=error.strerror or error)
        ) from error


def partial_path(folder: Path, file: FileSpec) -> Path:
    """Where a file is written, inside `writing`, until it is whole. OSError."""
    partial = folder / _PARTIAL / _partial_name(file)
    partial.parent.mkdir(exist_ok=True)
    return partial


def _partial_name(file: FileSpec) -> str:
    """Two files of a model may have the same content."""
    return f"{file.sha256}-{file.name}"


def refuse_over_own(name: str, files: tuple[FileSpec, ...]) -> None:
    """ModelStoreError if the user's own model is in the store under this name, and these are other files; also if a
    newer Diarist put one there. OSError."""
    try:
        record = read_record(name)
    except NewerRecord:
        raise ModelStoreError(
            tr("a newer Diarist put {name} into {folder}: use that one", name=name, folder=store_folder())
        ) from None
    except ValueError:
        return  # it leads to no model of anybody's
    if record is not None and record.own and record.files != files:
        raise ModelStoreError(
            tr(
                "a model of your own has the place of {name}: first remove it with: diarist models remove {name} --yes",
                name=name,
            )
        )


def require_room(folder: Path, needed_bytes: int) -> None:
    """ModelStoreError unless the disk has room for so many bytes more."""
    free = shutil.disk_usage(folder).free
    if free < needed_bytes + _RESERVE_BYTES:
        raise ModelStoreError(
            tr(
                "{folder} has {free} MB free, and {needed} MB are needed: make room on that disk",
                folder=folder.parent,
                free=figure(round(free / 1e6)),
                needed=figure(round((needed_bytes + _RESERVE_BYTES) / 1e6)),
            )
        )


def settle(
    folder: Path, files: tuple[FileSpec, ...], *, source: str, own: bool, on_bytes: Callable[[int], None]
) -> None:
    """Put files, each whole at its partial_path, where they belong; what was there before goes when they are there.

    Inside `writing`. Every byte is read back first: ModelStoreError if one is wrong, and that file is gone then.
    """
    for file in files:
        _require_right(partial_path(folder, file), file, source, on_bytes)
    record = StoreRecord(secrets.token_hex(8), files, source, own)
    place = folder / record.folder
    place.mkdir()
    try:
        for file in files:
            partial_path(folder, file).replace(place / file.name)
        _sync_folder(place)
        write_atomically(folder / RECORD, record_text(record).encode())
    except BaseException:
        _take_back(folder, place, files)
        raise
    clear(folder, keep={RECORD, record.folder})


def clear(folder: Path, *, keep: set[str]) -> None:
    """Remove everything from a model's folder but these. OSError if something stays."""
    for each in folder.iterdir():
        if each.name not in keep:
            shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()


def _clear_remains(name: str, wanted: set[str]) -> None:
    """Remove what a killed process left, but for partial files that are wanted."""
    folder = store_folder() / name
    try:
        record = read_record(name)
    except ValueError:
        return  # nobody knows what is whose
    clear(folder, keep={_PARTIAL} | ({RECORD, record.folder} if record else set()))
    if (folder / _PARTIAL).exists():
        clear(folder / _PARTIAL, keep=wanted)


def _require_right(partial: Path, file: FileSpec, source: str, on_bytes: Callable[[int], None]) -> None:
    if partial.stat().st_size == file.size and sha256_of(partial, on_bytes) == file.sha256:
        return
    partial.unlink()
    raise ModelStoreError(
        tr("what came from {source} as {file} has the wrong hash, so it was thrown away", source=source, file=file.name)
    )


def _take_back(folder: Path, place: Path, files: tuple[FileSpec, ...]) -> None:
    """Files that came from far away are not to be lost because a record could not be written."""
    for file in files:
        with suppress(OSError):
            (place / file.name).replace(partial_path(folder, file))
    shutil.rmtree(place, ignore_errors=True)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _drop_if_empty(folder: Path) -> None:
    for each in (folder / _PARTIAL, folder):
        with suppress(OSError):
            each.rmdir()
