"""`diarist doctor`: the state of every engine, for people or programs."""

import json
import platform
from dataclasses import asdict

from desktop_app import __version__
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.status import EngineStatus


def print_report(*, as_json: bool) -> bool:
    """Test every engine and print what was found; True if all are usable."""
    statuses = engine_statuses(Engines(), self_test=True)
    print(_json_report(statuses) if as_json else _text_report(statuses))
    return all(status.usable for status in statuses)


def _json_report(statuses: tuple[EngineStatus, ...]) -> str:
    report = {
        "diarist": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "engines": [asdict(status) for status in statuses],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _text_report(statuses: tuple[EngineStatus, ...]) -> str:
    head = f"Diarist {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return "\n\n".join([head, *(_text(status) for status in statuses)])


def _text(status: EngineStatus) -> str:
    lines = [f"{status.role}: {status.label} on {status.device}: {'usable' if status.usable else 'NOT USABLE'}"]
    if status.reason:
        lines.append(f"  why       {status.reason}")
    if status.hint:
        lines.append(f"  do        {status.hint}")
    if status.self_test:
        lines.append(f"  test      {status.self_test}")
    for file in status.files:
        lines += [f"  file      {file.path}", f"            {file.size:,} bytes, sha256 {file.sha256}: {file.state}"]
    lines.append(f"  licence   {status.licence}; {status.attribution}")
    return "\n".join(lines)
