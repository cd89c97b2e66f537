"""Whether a file is the one it should be."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.models.model_spec import FileSpec, FileState
from desktop_app.translation import tr

_BLOCK = 1 << 20


def fault_in_words(path: Path | str, state: FileState) -> str:
    """'/models/weights.bin is missing': what is wrong with a file that is in this state; '' where nothing is."""
    match state:
        case "missing":
            return tr("{file} is missing", file=path)
        case "unreadable":
            return tr("{file} cannot be read", file=path)
        case "wrong size":
            return tr("{file} has the wrong size", file=path)
        case "wrong hash":
            return tr("{file} has the wrong hash", file=path)
        case "ok":
            return ""


def sha256_of(path: Path, on_bytes: Callable[[int], None] = lambda _: None) -> str:
    """The file's sha256 in hex; OSError if it cannot be read. on_bytes: told of every block, how many bytes it has."""
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        while block := handle.read(_BLOCK):
            digest.update(block)
            on_bytes(len(block))
    return digest.hexdigest()


def size_state(path: Path, file: FileSpec) -> FileState:
    """'ok' if the file is there and has the size it should have; what is in it is not looked at."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError:
        return "unreadable"
    return "ok" if status.st_size == file.size else "wrong size"


def file_state(path: Path, file: FileSpec) -> FileState:
    """'ok' if every byte is right; what else it is."""
    try:
        right = sha256_of(path) == file.sha256
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError:
        return "unreadable"
    return "ok" if right else "wrong hash"
