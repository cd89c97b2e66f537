"""The packages that evaluating needs beyond what Diarist does."""

import sys
from importlib.util import find_spec

from desktop_app.core.evaluation.errors import EvaluationError

_PACKAGES = {"pyannote.metrics": "pyannote.metrics", "jiwer": "jiwer"}


def require_packages() -> None:
    """EvaluationError, with the line that installs them, unless all are there. None is imported: see `evaluate`."""
    missing = [package for package, module in _PACKAGES.items() if not _is_there(module)]
    if missing:
        install = f"{sys.executable} -m pip install {' '.join(missing)}"
        raise EvaluationError(f"evaluating needs {' and '.join(missing)}, which come with: {install}")


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # not even the package around it
        return False
