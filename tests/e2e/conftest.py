"""Programs that are started find prepared models: their time limits are for the work itself."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _prepared(prepared_models: Path) -> None:
    """Prepare them before the test."""
