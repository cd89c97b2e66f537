"""What tells that a project's file is as it was when it was last read, without reading it."""

import os
import time

UNSURE = ""
"""Of a file that is to be read again whatever it looks like."""
_TICK_NS = 2_000_000_000
"""How coarsely the coarsest disk (FAT) notes the time of a change: within it, another may follow unseen."""


def signature(status: os.stat_result) -> str:
    """The signature of a file that is about to be read."""
    if abs(time.time_ns() - status.st_mtime_ns) < _TICK_NS:
        return UNSURE
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}"
