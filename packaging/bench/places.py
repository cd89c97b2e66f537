"""Where the bench finds and puts its files."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
NOTES = ROOT / "docs" / "benchmarks-notes.md"
RECORDS = ROOT / "out" / "bench"


def data_folder() -> Path:
    """The recordings with their truth; it need not be there."""
    return Path(os.environ.get("DIARIST_EVAL_DATA") or ROOT.parent / "shared" / "data").resolve()
