"""The seam: whatever turns a recording into who spoke when, and possibly into words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from desktop_app.core.evaluation.values import Outcome
from desktop_app.core.pipeline.stages import JobListener, JobOptions
from desktop_app.core.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Setup:
    """What every engine is asked for. with_words: transcribe too. job: its options, for engines that know them.

    settings: of Diarist's own engines.
    """

    with_words: bool = True
    job: JobOptions = field(default_factory=JobOptions)
    settings: Settings = field(default_factory=Settings)


class System(Protocol):
    """An engine under test, its models loaded."""

    def run(self, path: Path, listener: JobListener) -> Outcome:
        """Diarize one file, and transcribe it if the setup says so.

        AudioError if the file cannot be read, ModelUnavailable if a model fails.
        """
        ...


LoadSystem = Callable[[Setup], System]
"""Loads all that the setup needs, so that no run has to.

ModelUnavailable if a model cannot be used, AudioError if a first recording to try it on cannot be read.
"""
