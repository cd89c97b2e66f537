"""How many threads the engines start: no more than this process may use, whatever the machine has."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.models.usable_cores import COUNT_VARIABLE, usable_cores


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(COUNT_VARIABLE, raising=False)


@pytest.fixture
def quota(tmp_path: Path) -> Path:
    return tmp_path / "cpu.max"


@pytest.fixture
def one_core() -> Iterator[None]:
    if sys.platform != "linux":
        pytest.skip("only Linux says which cores a process may run on")
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    yield
    os.sched_setaffinity(0, before)


@pytest.mark.parametrize("said", ["max 100000", "6400000 100000", "", "nonsense"])
def test_all_that_this_process_may_run_on(quota: Path, said: str) -> None:
    quota.write_text(said)
    assert usable_cores(quota) == len(os.sched_getaffinity(0))


def test_no_more_than_it_may_run_on(one_core: None, quota: Path) -> None:
    assert usable_cores(quota) == 1


@pytest.mark.parametrize(("said", "cores"), [("100000 100000", 1), ("50000 100000", 1), ("10000 100000", 1)])
def test_no_more_than_its_container_is_given(quota: Path, said: str, cores: int) -> None:
    quota.write_text(said)
    assert usable_cores(quota) == cores


@pytest.mark.parametrize(("said", "cores"), [("3", 3), ("0", 1)])
def test_what_is_said_counts_first(monkeypatch: pytest.MonkeyPatch, quota: Path, said: str, cores: int) -> None:
    quota.write_text("100000 100000")
    monkeypatch.setenv(COUNT_VARIABLE, said)
    assert usable_cores(quota) == cores
