"""The time that all that is made of one state of the source bears, so that it is the same bytes whenever it is made."""

import os
import subprocess
from datetime import UTC, datetime

from bundle.freeze import ROOT


def source_date() -> datetime:
    """What SOURCE_DATE_EPOCH says; else when this was committed, or, in no repository, when its version was set."""
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(said), UTC)
    asked = subprocess.run(
        ["git", "-C", ROOT, "log", "-1", "--format=%ct"],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode == 0:
        return datetime.fromtimestamp(int(asked.stdout), UTC)
    return datetime.fromtimestamp(int((ROOT / "desktop_app" / "__init__.py").stat().st_mtime), UTC)
