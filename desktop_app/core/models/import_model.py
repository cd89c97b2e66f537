"""Taking models into the store from files: downloads brought from elsewhere, or the user's own."""

import os
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.models.byte_progress import BytesDone, OnBytes
from desktop_app.core.models.identify_files import Recognised, unreadable
from desktop_app.core.models.locate_model import FoundModel, find_model
from desktop_app.core.models.model_store import partial_path, refuse_over_own, require_room, settle, writing

_BLOCK = 1 << 20


def take_in(model: Recognised, *, on_bytes: OnBytes = lambda _done, _total: None) -> FoundModel:
    """Copy a recognised model into the store, and have it there. ModelStoreError.

    A model that is in its place is replaced when the new one is whole; the user's own one has to be removed first.
    """
    files = tuple(file for _, file in model.files)
    done = BytesDone(on_bytes, 2 * model.size)  # it is written, and then read back
    with writing(model.spec.name, files) as folder:
        refuse_over_own(model.spec.name, files)
        require_room(folder, model.size)
        try:
            for path, file in model.files:
                _copy(path, partial_path(folder, file), done)
            settle(folder, files, source=str(model.files[0][0].absolute()), own=model.own, on_bytes=done.add)
        except BaseException:
            for file in files:
                partial_path(folder, file).unlink(missing_ok=True)
            raise
    return find_model(model.spec)


def _copy(source: Path, target: Path, done: BytesDone) -> None:
    """ModelStoreError where the source cannot be read, OSError where the target cannot be written."""
    with target.open("wb") as copy:
        for block in _blocks(source):
            copy.write(block)
            done.add(len(block))
        copy.flush()
        os.fsync(copy.fileno())


def _blocks(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as original:
            while block := original.read(_BLOCK):
                yield block
    except OSError as error:
        raise unreadable(source, error) from error
