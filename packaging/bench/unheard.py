"""Somebody for a job to tell its progress, where nobody wants to know."""

from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import Speaker, Turn


class Unheard:
    """A JobListener."""

    def progress(self, stage: Stage, fraction: float) -> None:
        """Nothing."""

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Nothing."""
