"""Programs that are started find prepared models: their time limits are for the work itself."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _prepared(prepared_models: Path) -> None:
    """Prepare them before the test."""


@pytest.fixture(autouse=True)
def _garbage_at_home(garbage_at_home: None) -> None:
    """No thread of a window collects what belongs to another."""
