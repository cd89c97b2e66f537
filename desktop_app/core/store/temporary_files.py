"""What must not stay behind: temporary files and folders, however this process ends."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

_there: set[Path] = set()


@contextlib.contextmanager
def temporary(path: Path) -> Iterator[Path]:
    """A file or folder that may be made under this path: gone at the end, and when clear_leftovers is called."""
    _there.add(path)
    try:
        yield path
    finally:
        _remove(path)
        _there.discard(path)


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """A new folder among the system's temporary ones, gone as `temporary` says. OSError if there cannot be one."""
    with temporary(Path(mkdtemp(prefix="diarist-"))) as folder:
        yield folder


def clear_leftovers() -> None:
    """Remove all that is there just now: for a process that ends without going on to its end."""
    for path in tuple(_there):
        _remove(path)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
        return
    shutil.rmtree(path, ignore_errors=True)
