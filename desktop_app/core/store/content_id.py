"""What a recording is told by, whatever it is called and wherever it lies."""

import hashlib
import stat
from functools import lru_cache
from pathlib import Path


def content_id(path: Path) -> str | None:
    """The SHA-256 of a file's bytes, in hexadecimal; None where it is no file that can be read twice.

    It is read once, as long as its size and the time of its last change stay the same.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None
        return _digest(path.absolute(), status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=16)
def _digest(path: Path, *_state: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
