"""How much memory this process holds now; `desktop_app.core.evaluation.memory` has the most it has held."""

from pathlib import Path

_PAGE_BYTES = 4096


def resident_mb() -> int:
    """The resident set, in MB of 2^20 bytes; Linux only."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * _PAGE_BYTES // (1 << 20)
