"""Whether the source of a prepared form is still the files whose every byte was right when they were last read.

They are not loaded where the form is, so their sizes and times are enough to notice that others lie there: the form
itself is read and compared with its record at every load.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop_app.core.store.atomic import write_atomically

_NAME = "source.json"
FileTimes = Sequence[Sequence[int | str]]
"""Of each file: its path, its size in bytes, and when it was changed, in ns."""


def times_of(files: Sequence[Path]) -> FileTimes:
    """Those of the files now; OSError if one is gone. Cheap."""
    return [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in files]


def was_seen(folder: Path, times: FileTimes) -> bool:
    """Whether the source of the form in this folder was read, and right, at these times."""
    try:
        found = json.loads((folder / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(found == times)


def keep_seen(folder: Path, times: FileTimes) -> None:
    """Note beside the form that its source was read, and right. times: of before it was read. Where that cannot be
    noted, the source is read again the next time."""
    with suppress(OSError):
        write_atomically(folder / _NAME, json.dumps(times).encode())
