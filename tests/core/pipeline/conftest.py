"""Engines that load no model, and a recording for them."""

from pathlib import Path

import pytest

from desktop_app.core.pipeline.engines import Engines
from pipeline.scripted_job import scripted_engines, talk_of_two


@pytest.fixture
def scripted() -> Engines:
    return scripted_engines()


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    return talk_of_two(tmp_path)
