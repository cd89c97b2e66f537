"""Programs that are started find prepared models: their time limits are for the work itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from program import Program
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _prepared(prepared_models: Path) -> None:
    """Prepare them before the test."""


@pytest.fixture(autouse=True)
def _garbage_at_home(garbage_at_home: None) -> None:
    """No thread of a window collects what belongs to another."""


@pytest.fixture
def begin(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    programs: list[Program] = []

    def start() -> Program:
        programs.append(Program(qapp, tmp_path))
        return programs[-1]

    yield start
    for program in programs:
        program.end()
