"""Diarist for scripts and notebooks: recordings into transcripts that say who said what. See docs/api.md."""

from desktop_app import __version__
from desktop_app.core.transcript.values import (
    AudioSource,
    EngineUse,
    Mark,
    Span,
    Speaker,
    Transcript,
    Turn,
    Word,
)
from desktop_app.scripting import DiaristError, export, load, recluster, save, transcribe

__all__ = [
    "AudioSource",
    "DiaristError",
    "EngineUse",
    "Mark",
    "Span",
    "Speaker",
    "Transcript",
    "Turn",
    "Word",
    "__version__",
    "export",
    "load",
    "recluster",
    "save",
    "transcribe",
]
