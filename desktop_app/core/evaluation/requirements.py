"""The packages that evaluating needs beyond what Diarist does."""

from desktop_app.core.evaluation.errors import EvaluationError
from desktop_app.installation import how_to_add, lacking

_PACKAGES = {"pyannote.metrics": "pyannote.metrics", "jiwer": "jiwer"}


def require_packages() -> None:
    """EvaluationError, with what to do, unless all are there. None is imported: see `evaluate`."""
    if missing := lacking(_PACKAGES):
        raise EvaluationError(f"evaluating needs {' and '.join(missing)}. {how_to_add('evaluation')}")
