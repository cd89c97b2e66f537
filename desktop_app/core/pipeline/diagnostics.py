"""What somebody who helps needs to know of this computer and its engines, without anything of its user's.

No name, no path, no text: free sentences of engines and links are cut before the first path, what is the user's own is
called so, and the names of the user and of the computer are taken out at the end.
"""

import getpass
import re
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from desktop_app import __version__
from desktop_app.core.embedding.remote_address import LABEL as REMOTE_LABEL
from desktop_app.core.faults.crash_reports import reports
from desktop_app.core.faults.crash_watch import system_in_words
from desktop_app.core.faults.log_file import log_file
from desktop_app.core.models.link import Link
from desktop_app.core.models.manifest import MODELS
from desktop_app.core.models.model_spec import ModelFile
from desktop_app.core.pipeline.microphone import MICROPHONE
from desktop_app.core.pipeline.preference import REMOTE
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_declarations import declarations, setting_value
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.transcript.values import EmbeddingReport

_LOG_LINES = 20
_LEAST_NAME = 3
"""A shorter name of somebody's may be part of any word."""
_OWN_MODEL = "the user's own model"
_NAMED_BY_PEOPLE = frozenset({MICROPHONE, REMOTE})
"""Links whose details name a device or a computer as people have called it."""
_PATH = re.compile(r"\S*[/\\~].*", re.DOTALL)
_DEVICES = frozenset({"cpu", "cuda"})


def diagnostics(
    engines: Iterable[EngineStatus], links: Iterable[Link], needed: frozenset[str], job: EmbeddingReport | None
) -> str:
    """All of it, as lines. needed: the names of the links that what is chosen hangs on; job: of the last job."""
    blocks = (
        _program(),
        [f"setting {line}" for line in _settings()],
        [line for each in engines for line in _engine_lines(each)],
        [_link_line(each, needed=each.name in needed) for each in links],
        _job_lines(job),
        [f"reports of crashes: {len(reports())}"],
        ["the end of the log:", *_log_lines()],
    )
    return _without_names("\n\n".join("\n".join(block) for block in blocks if block) + "\n")


def engines_in_words(engines: Iterable[EngineStatus]) -> str:
    """In one line, for a report: 'asr: Moonshine tiny (English) on cpu, usable; …'."""
    return "; ".join(map(_engine_line, engines))


def _program() -> list[str]:
    packaged = ", packaged" if getattr(sys, "frozen", False) else ""
    return [f"Diarist {__version__}{packaged}, {system_in_words()}"]


def _settings() -> Iterator[str]:
    """What is not as usual, where it is one of a few values; of all else only that it was chosen."""
    try:
        settings = load_settings()
    except SettingsError:
        yield "cannot be read"
        return
    for each in declarations():
        value = setting_value(settings, each.key)
        if value != each.usual:
            is_plain = isinstance(value, bool | int | StrEnum) or bool(each.choices)
            yield f"{each.key}: {value if is_plain else '(chosen)'}"


def _engine_line(status: EngineStatus) -> str:
    device = status.device if status.device in _DEVICES else "another computer"
    return f"{status.role}: {_label(status.label)} on {device}, {'usable' if status.usable else 'NOT USABLE'}"


def _engine_lines(status: EngineStatus) -> Iterator[str]:
    yield _engine_line(status)
    if status.reason:
        yield f"  why: {_cut(status.reason)}"
    for other in status.passed_over:
        yield f"  instead of {_label(other.label)}: {_cut(other.reason) if _is_known(other.label) else ''}"
    if status.note and _is_known(status.label):
        yield f"  form: {_cut(status.note)}"
    for file in status.files:
        yield f"  file: {_file(file)}"


def _file(file: ModelFile) -> str:
    return f"{file.size:,} bytes, sha256 {file.sha256}: {_cut(file.state)}"


def _is_known(label: str) -> bool:
    return any(label.startswith(spec.label) for spec in MODELS)


def _label(label: str) -> str:
    """What a model is called, where we have called it so."""
    return label if _is_known(label) or label == REMOTE_LABEL else _OWN_MODEL


def _link_line(link: Link, *, needed: bool) -> str:
    state = "ok" if link.ok else "broken"
    detail = "" if link.name in _NAMED_BY_PEOPLE else f": {_cut(link.detail)}"
    return f"{link.name} {state}{'' if needed else ', not needed'}{'' if link.tried else ', not tried'}{detail}"


def _job_lines(job: EmbeddingReport | None) -> list[str]:
    """How the last job's segments were told apart: counts."""
    if job is None:
        return []
    return [f"last job: {sum(each.segments for each in job.sources)} segments, {job.too_short} too short to be told"]


def _log_lines() -> list[str]:
    try:
        return log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
    except OSError:
        return ["(there is none)"]


def _cut(sentence: str) -> str:
    """A sentence up to the first path in it, whose names may have spaces."""
    return _PATH.sub("…", sentence.partition("\n")[0])


def _without_names(text: str) -> str:
    for name in {*_names_of_people(), *_names_of_computers()}:
        if len(name) >= _LEAST_NAME:
            text = re.sub(rf"\b{re.escape(name)}\b", "(name)", text)
    return text


def _names_of_people() -> Iterator[str]:
    with suppress(OSError, KeyError, ImportError):  # an account without a name
        yield getpass.getuser()
    with suppress(RuntimeError):
        yield Path.home().name


def _names_of_computers() -> Iterator[str]:
    yield socket.gethostname()
    with suppress(SettingsError, ValueError):
        yield urlsplit(load_settings().remote.url).hostname or ""
