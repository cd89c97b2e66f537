"""Which processor this is: which form of a model is best hangs on it."""

import platform
from pathlib import Path

_WITH_EIGHT_BIT_PRODUCTS = "AVX512_ICL"
"""numpy's name for the sets of AVX-512 since Ice Lake and Zen 4; the dot products of 8-bit numbers (VNNI) are one."""


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
    return ", ".join([processor_name(), *_instruction_sets()])


def multiplies_eight_bits() -> bool:
    """Whether it has AVX-512's dot products of 8-bit numbers: exact, and four times the work of float32 at once."""
    return _WITH_EIGHT_BIT_PRODUCTS in _instruction_sets()


def _instruction_sets() -> list[str]:
    import numpy as np

    found = np.show_config(mode="dicts")
    sets = found.get("SIMD Extensions", {}) if found else {}
    return [*sets.get("baseline", []), *sets.get("found", [])]
