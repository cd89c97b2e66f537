"""Finds the transcripts that every format is tried on."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "core"))

from export.conftest import interview

__all__ = ["interview"]
