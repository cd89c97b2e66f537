"""Writing a file whole or not at all."""

import contextlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.store.temporary_files import temporary

_BLOCK_BYTES = 1 << 22


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that, whatever happens, the old file or the new one is there in full.

    The bytes go to a new file beside the target, reach the disk, and take the target's place in one step. An existing
    file's permissions are kept; a new file gets those the umask leaves. A symbolic link stays one: the file it points
    to is written. Raises OSError, with nothing left behind and an existing file untouched.
    """
    target = Path(os.path.realpath(path))
    with staged(target.parent, data) as new:
        put_in_place(new, target)


def copy_atomically(source: Path, path: Path) -> None:
    """Let a copy of a file, however large, take a path as write_atomically has it. OSError likewise."""
    target = Path(os.path.realpath(path))
    with temporary(_new_name(target.parent)) as new:
        with source.open("rb") as reading, new.open("xb") as writing:
            shutil.copyfileobj(reading, writing, _BLOCK_BYTES)
            writing.flush()
            os.fsync(writing.fileno())
        put_in_place(new, target)


@contextlib.contextmanager
def staged(folder: Path, data: bytes) -> Iterator[Path]:
    """The bytes on the disk, in a new file of this folder under a name without meaning; gone afterwards. OSError."""
    with temporary(_new_name(folder)) as path:
        write_durably(path, data)
        yield path


def write_durably(path: Path, data: bytes) -> None:
    """Make a new file of the bytes, which reaches the disk. OSError."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _new_name(folder: Path) -> Path:
    # Not named after what it is to become: a name that is just short enough must stay so.
    return folder / f".{secrets.token_hex(8)}.part"


def put_in_place(new: Path, path: Path) -> None:
    """Let a staged file take the place of what is there, if anything is. OSError, with that untouched."""
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    # Some file systems know no permissions and refuse to set them, even to what they are.
    if mode is not None and mode != _mode(new):
        new.chmod(mode)
    new.replace(target)
    _sync_folder(target.parent)


def put_under_new_name(new: Path, path: Path) -> None:
    """Give a staged file a name that nothing has, also if several programs try at once: FileExistsError for all others.

    OSError, with the name free.
    """
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as FAT; whatever else it is, this tells
        path.open("xb").close()
        try:
            new.replace(path)
        except OSError:
            path.unlink()
            raise
    _sync_folder(path.parent)


def _mode(target: Path) -> int | None:
    """The permissions to give to what replaces this file; None where it does not exist, or the platform has none."""
    if os.name != "posix":
        return None
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the platform can: Windows and some network shares cannot."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
