"""The recommended model, but with the files of a tiny one: here, and in the engine process that is started here."""

import hashlib
import os
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from desktop_app.core.models import known_languages
from desktop_app.core.models.manifest import RECOMMENDED
from desktop_app.core.models.model_spec import FileSpec, ModelSpec
from desktop_app.core.pipeline import engines, workstation
from desktop_app.core.pipeline.preference import MODEL_OF, PARAKEET_ULTRA
from desktop_app.jobs import engine, worker
from desktop_app.jobs.engine_process import EngineProcess

FOLDER = "TINY_MODEL"
"""The variable that says where the tiny model lies."""


def tiny_spec(folder: Path) -> ModelSpec:
    """What is recommended, but with the files of a folder."""
    paths = sorted(folder.iterdir(), key=lambda path: path.name != "encoder-model.onnx")
    files = tuple(
        FileSpec(path.name, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths
    )
    return replace(RECOMMENDED, files=files)


def use_tiny_engines() -> None:
    """Take the tiny model for the recommended one until this process ends, and so in its engine process."""
    MODEL_OF[PARAKEET_ULTRA] = tiny_spec(Path(os.environ[FOLDER]))  # type: ignore[index]
    for module in (engines, workstation):
        module.card_expected = lambda: False  # type: ignore[attr-defined]
    known_languages._V3_PIECES = 0  # it has a hundred pieces, and counts as one of 25 languages
    worker.EngineProcess = partial(EngineProcess, _serve)  # type: ignore[misc, assignment]


def _serve(connection: Connection) -> None:
    use_tiny_engines()
    engine.serve(connection)
