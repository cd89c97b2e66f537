"""The bench is no part of the package: its folder is made importable here."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "packaging"))
