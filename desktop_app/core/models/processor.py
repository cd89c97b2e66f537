"""Which processor this is: a form that was fastest on one need not be on another."""

import platform
from pathlib import Path


def processor_name() -> str:
    """What the processor calls itself."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def processor() -> str:
    """Its name and the sets of instructions that it has, as far as numpy tells them apart."""
    import numpy as np

    found = np.show_config(mode="dicts")
    sets = found.get("SIMD Extensions", {}) if found else {}
    return ", ".join([processor_name(), *sets.get("baseline", []), *sets.get("found", [])])
