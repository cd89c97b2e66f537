"""`diarist doctor`: the state of every engine and of every link it hangs on, for people or programs."""

import json
import platform
from collections.abc import Iterator
from dataclasses import asdict
from enum import Enum, auto

from desktop_app import __version__
from desktop_app.core.export.json_embedding import embedding_document
from desktop_app.core.models.link import Link
from desktop_app.core.pipeline.diagnostics import diagnostics
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.last_job import last_job
from desktop_app.core.pipeline.links import Check, check_links
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.pipeline.warnings import embedding_warnings, source_label
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.transcript.values import EmbeddingReport
from desktop_app.terminal.preparation_notice import tell_preparing

_INDENT = " " * 12


class Form(Enum):
    """How the report is written: for people, for programs, or for somebody who helps."""

    TEXT = auto()
    JSON = auto()
    DIAGNOSTICS = auto()


def print_report(form: Form, *, prepare_again: bool) -> bool:
    """Test everything and print what was found; True if what is chosen does the work, and nothing stands in for it.

    prepare_again: prepare the models first, though they are. That they are prepared goes to standard error.
    SettingsError if the settings cannot be read.
    """
    engines = Engines(load_settings())
    engines.prepare(tell_preparing, again=prepare_again)
    check = check_links(engines, engine_statuses(engines, self_test=True), thorough=True)
    print(_report(form, check, last_job()))
    return not check.would_fall_back


def _report(form: Form, check: Check, job: EmbeddingReport | None) -> str:
    match form:
        case Form.TEXT:
            return _text_report(check, job)
        case Form.JSON:
            return _json_report(check, job)
        case Form.DIAGNOSTICS:
            return diagnostics(check.engines, check.links, check.needed, job).rstrip()


def _json_report(check: Check, job: EmbeddingReport | None) -> str:
    report = {
        "ok": not check.would_fall_back,
        "links": [_link_document(link, needed=link.name in check.needed) for link in check.links],
        "engines": [asdict(status) for status in check.engines],
        "last_job": None if job is None else embedding_document(job),
        "diarist": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _link_document(link: Link, *, needed: bool) -> dict[str, object]:
    return {"name": link.name, "ok": link.ok, "detail": link.detail, "cure": link.cure, "needed": needed}


def _text_report(check: Check, job: EmbeddingReport | None) -> str:
    head = f"Diarist {__version__}, Python {platform.python_version()}, {platform.platform()}"
    links = "\n".join(line for link in check.links for line in _link_lines(link, needed=link.name in check.needed))
    return "\n\n".join([head, links, *(_text(status) for status in check.engines), *_job_lines(job), _verdict(check)])


def _link_lines(link: Link, *, needed: bool) -> Iterator[str]:
    state = "ok" if link.ok else ("NO" if needed else "no")
    unneeded = "" if link.ok or needed else " (not needed for what is chosen)"
    yield f"{link.name:<12}{state:<3} {link.detail}{unneeded}"
    if not link.ok and link.cure:
        yield f"{_INDENT}    {link.cure}"


def _text(status: EngineStatus) -> str:
    lines = [f"{status.role}: {status.label} on {status.device}: {'usable' if status.usable else 'NOT USABLE'}"]
    if status.reason:
        lines.append(f"  why       {status.reason}")
    if status.hint:
        lines.append(f"  do        {status.hint}")
    for other in status.passed_over:
        lines += [f"  instead   of {other.label}: {other.reason}", f"{_INDENT}{other.hint}"]
    if status.note:
        lines.append(f"  form      {status.note}")
    if status.self_test:
        lines.append(f"  test      {status.self_test}")
    for file in status.files:
        lines += [f"  file      {file.path}", f"{_INDENT}{file.size:,} bytes, sha256 {file.sha256}: {file.state}"]
    if status.licence:
        lines.append(f"  licence   {status.licence}; {status.attribution}")
    return "\n".join(lines)


def _job_lines(job: EmbeddingReport | None) -> Iterator[str]:
    """How the last job's segments were told apart."""
    if job is not None:
        counts = ", ".join(
            f"{count.segments} segments by {source_label(count.source)} on {count.device}" for count in job.sources
        )
        lines = [f"last job: {counts or 'no segments'}; {job.too_short} too short to be told"]
        yield "\n".join([*lines, *(f"  warning   {each}" for each in embedding_warnings(job))])


def _verdict(check: Check) -> str:
    if check.would_fall_back:
        return "What is chosen does not work as it should: see above."
    return "What is chosen works, and nothing stands in for it."
