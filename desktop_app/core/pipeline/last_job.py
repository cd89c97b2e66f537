"""What told the voices apart in the last job: counts alone, kept for `diarist doctor`."""

import json
import logging
from pathlib import Path

from desktop_app.core.export.json_embedding import embedding_document, read_embedding
from desktop_app.core.export.json_fields import Field
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.transcript.values import EmbeddingReport
from desktop_app.user_folders import state_folder

_log = logging.getLogger(__name__)


def remember_job(report: EmbeddingReport) -> None:
    """Keep the report in place of the one before; where that cannot be, the log says so."""
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(embedding_document(report)).encode())
    except OSError as error:
        _log.warning("the last job's counts cannot be kept (%s)", error)


def last_job() -> EmbeddingReport | None:
    """The report of the last job; None where there was none, or it cannot be read."""
    try:
        return read_embedding(Field(json.loads(_file().read_bytes())))
    except (OSError, ValueError):
        return None


def _file() -> Path:
    return state_folder() / "last-job.json"
