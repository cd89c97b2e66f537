import sys

import pytest

from desktop_app.core.evaluation import memory
from desktop_app.core.evaluation.memory import forget_peak, peak_mb

BLOCK_MB = 200


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a peak be forgotten")
def test_the_peak_is_that_of_the_last_stretch() -> None:
    forget_peak()
    before_mb = peak_mb()
    block = bytearray(BLOCK_MB * 1_000_000)
    with_block_mb = peak_mb()
    del block
    forget_peak()
    after_mb = peak_mb()
    assert before_mb is not None
    assert with_block_mb is not None
    assert after_mb is not None
    assert with_block_mb - before_mb > BLOCK_MB * 0.9
    assert after_mb - before_mb < BLOCK_MB * 0.1


def test_where_nothing_can_be_read_the_peak_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_linux_peak_bytes", lambda: None)
    monkeypatch.setattr(memory, "_unix_peak_bytes", lambda: None)
    assert peak_mb() is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such call there")
def test_other_systems_tell_the_peak_of_the_whole_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_linux_peak_bytes", lambda: None)
    peak = peak_mb()
    assert peak is not None
    assert 10 < peak < 100_000
