"""How many cores this process may use: on a shared machine, fewer than there are."""

import os
from contextlib import suppress
from math import ceil
from pathlib import Path

COUNT_VARIABLE = "PYTHON_CPU_COUNT"
"""Says how many, if it is set; Python itself obeys it from 3.13 on."""
_QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""What a container is given: microseconds of processor time, in a period of so many; 'max' where it is not bounded."""


def usable_cores(quota: Path = _QUOTA) -> int:
    """At least 1: as many as COUNT_VARIABLE says, else those this process may run on, and no more than its container's
    share. quota: of a cgroup of Linux, version 2."""
    with suppress(KeyError, ValueError):
        return max(1, int(os.environ[COUNT_VARIABLE]))
    cores = _allowed()
    with suppress(OSError, ValueError):
        given, period = map(int, quota.read_text().split())
        cores = min(cores, ceil(given / period))
    return max(1, cores)


def _allowed() -> int:
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
