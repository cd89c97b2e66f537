from pathlib import Path

import pytest

from desktop_app.core.models.forms.processor import multiplies_eight_bits, processor, processor_name

CPU_INFO = Path("/proc/cpuinfo")


def test_a_processor_is_told_by_its_name_and_its_sets_of_instructions() -> None:
    assert processor().startswith(f"{processor_name()}, ")


@pytest.mark.skipif(not CPU_INFO.is_file(), reason="only Linux lists the processor's instructions in a file")
def test_it_multiplies_eight_bits_where_the_system_says_that_it_does() -> None:
    flags = set(CPU_INFO.read_text(encoding="utf-8").split())
    assert multiplies_eight_bits() is ({"avx512_vnni", "avx512_vbmi2"} <= flags)
