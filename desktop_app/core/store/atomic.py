"""Writing a file whole or not at all."""

import contextlib
import os
import secrets
import stat
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that, whatever happens, the old file or the new one is there in full.

    The bytes go to a new file beside the target, reach the disk, and take the target's place in one step. An existing
    file's permissions are kept; a new file gets those the umask leaves. A symbolic link stays one: the file it points
    to is written. Raises OSError, with nothing left behind and an existing file untouched.
    """
    target = Path(os.path.realpath(path))
    # Not named after the target: a name that is just short enough must stay so.
    temporary = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        _write_through(temporary, data, mode=_mode(target))
        temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    _sync_folder(target.parent)


def _mode(target: Path) -> int | None:
    """The permissions to give to what replaces this file; None where it does not exist, or the platform has none."""
    if os.name != "posix":
        return None
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _write_through(path: Path, data: bytes, *, mode: int | None) -> None:
    with path.open("xb") as file:
        # Some file systems know no permissions and refuse to set them, even to what they are.
        if mode is not None and mode != _mode(path):
            path.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the platform can: Windows and some network shares cannot."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
