"""The most memory this process has held."""

import sys
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc/self")
_RESET_PEAK = "5"  # see proc_pid_clear_refs(5)


def forget_peak() -> None:
    """Count from now on, where the system can (Linux); elsewhere the peak stays that of the whole process."""
    with suppress(OSError):
        (_PROC / "clear_refs").write_text(_RESET_PEAK)


def peak_mb() -> float | None:
    """The peak of the resident set, in MB of a million bytes; None where the system does not tell."""
    peak_bytes = _linux_peak_bytes() or _unix_peak_bytes()
    return None if peak_bytes is None else peak_bytes / 1e6


def _linux_peak_bytes() -> int | None:
    with suppress(OSError):
        for line in (_PROC / "status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return None


def _unix_peak_bytes() -> int | None:
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
