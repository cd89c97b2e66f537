"""What is asked of a job, and how much there is of it, before it begins."""

import hashlib
import json
import os
import stat
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.content_id import content_id
from desktop_app.core.store.settings import Settings
from desktop_app.core.transcript.spoken_languages import AUTO

_OF_NO_MATTER = {"keep_voices", "token", "ca_file"}
"""Options and settings that change nothing in a transcript."""


def options_id(options: JobOptions, settings: Settings) -> str:
    """The same for all that gives the same transcript of the same recording."""
    asked = {"options": asdict(options), "settings": asdict(settings)}
    del asked["settings"]["asr"]["language"]  # the options say it
    if options.language == AUTO:  # as it was before there was a choice
        del asked["options"]["language"]
    if not options.per_channel:
        del asked["options"]["per_channel"]
    return id_of(_that_matters(asked))


def id_of(asked: object) -> str:
    """The same for all that is the same in JSON."""
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def together_id(asked: str, together: Sequence[Path]) -> str:
    """What options_id gives, with the other recordings of the meeting."""
    if not together:
        return asked
    return hashlib.sha256(" ".join((asked, *(content_id(path) or str(path) for path in together))).encode()).hexdigest()


def duration_s(path: Path) -> float:
    """How long a recording says it is; 0 where it does not say, or is no file that can be opened twice.

    It is asked once, as long as its size and the time of its last change stay the same.
    """
    try:
        status = os.stat(path)  # noqa: PTH116  a Path raises where the name is too long
    except (OSError, ValueError):
        return 0.0
    return _duration_s(path, status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else 0.0


@lru_cache(maxsize=1)
def _duration_s(path: Path, *_state: int) -> float:
    from desktop_app.core.audio.source import open_source

    try:
        source = open_source(path)
    except AudioError:
        return 0.0  # the job says why
    source.container.close()
    return source.whole_s or 0.0


def _that_matters(value: object) -> object:
    if isinstance(value, dict):
        return {key: _that_matters(each) for key, each in value.items() if key not in _OF_NO_MATTER}
    return value
