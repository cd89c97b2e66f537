"""That the models are prepared, told on standard error."""

import sys

from desktop_app.core.pipeline.stages import Stage


def tell_preparing(fraction: float) -> None:
    """Say that it begins (0.0) and that it is done (1.0)."""
    if fraction in {0.0, 1.0}:
        print("Done." if fraction else f"{Stage.PREPARING.label}…", file=sys.stderr, flush=True)
