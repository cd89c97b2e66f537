"""The voices of finished recordings, kept in the user's cache folder: with them, who spoke can be decided anew.

A file is named by the SHA-256 of its bytes, which is also the id that a transcript carries: it proves them whole.
"""

import hashlib
import re
from pathlib import Path

from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.translation import tr
from desktop_app.user_folders import cache_folder

ROOM_BYTES = 200_000_000
"""What all kept voices may take together, which is hundreds of hours; the oldest go first."""
_ENDING = ".voices"
_ID = re.compile("[0-9a-f]{64}")


def voices_folder() -> Path:
    """Where the voices are kept; deleting it forgets them all."""
    return cache_folder() / "voices"


def keep_voices(data: bytes, *, room_bytes: int = ROOM_BYTES) -> str:
    """Keep packed voices, readable to this user alone, and return their id. OSError where that cannot be."""
    voices_id = hashlib.sha256(data).hexdigest()
    folder = voices_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(folder / f"{voices_id}{_ENDING}", data)
    _drop_oldest(folder, room_bytes)
    return voices_id


def kept_voices(voices_id: str | None) -> bytes:
    """The packed voices of that id; VoicesUnavailable where they are not here, or no longer whole."""
    # An id comes out of a file of anybody's: it must not lead anywhere else.
    if voices_id is None or not _ID.fullmatch(voices_id):
        raise VoicesUnavailable(tr("the voices of this transcript were not kept"))
    path = voices_folder() / f"{voices_id}{_ENDING}"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise VoicesUnavailable(tr("the voices of this transcript are not on this computer")) from None
    except OSError as error:
        reason = tr("the voices in {path} cannot be read ({error})", path=path, error=error.strerror)
        raise VoicesUnavailable(reason) from error
    if hashlib.sha256(data).hexdigest() != voices_id:
        raise VoicesUnavailable(tr("the voices in {path} are damaged", path=path))
    return data


def _drop_oldest(folder: Path, room_bytes: int) -> None:
    """Remove the oldest files until the rest find room; the newest stays whatever its size."""
    files = [(file.stat(), file) for file in folder.glob(f"*{_ENDING}")]
    used_bytes = 0
    for number, (status, file) in enumerate(sorted(files, key=lambda each: -each[0].st_mtime_ns)):
        used_bytes += status.st_size
        if number and used_bytes > room_bytes:
            file.unlink(missing_ok=True)
