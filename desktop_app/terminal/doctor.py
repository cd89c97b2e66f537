"""`diarist doctor`: the state of every engine, for people or programs."""

import json
import platform
import sys
from dataclasses import asdict

from desktop_app import __version__
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.pipeline.status import EngineStatus


def print_report(*, as_json: bool, prepare_again: bool) -> bool:
    """Test every engine and print what was found; True if all are usable.

    prepare_again: prepare the models first, though they are. That they are prepared goes to standard error.
    """
    engines = Engines()
    engines.prepare(_tell_preparing, again=prepare_again)
    statuses = engine_statuses(engines, self_test=True)
    print(_json_report(statuses) if as_json else _text_report(statuses))
    return all(status.usable for status in statuses)


def _tell_preparing(fraction: float) -> None:
    if fraction in {0.0, 1.0}:
        print("Done." if fraction else f"{Stage.PREPARING.label}…", file=sys.stderr, flush=True)


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
    if status.note:
        lines.append(f"  form      {status.note}")
    if status.self_test:
        lines.append(f"  test      {status.self_test}")
    for file in status.files:
        lines += [f"  file      {file.path}", f"            {file.size:,} bytes, sha256 {file.sha256}: {file.state}"]
    lines.append(f"  licence   {status.licence}; {status.attribution}")
    return "\n".join(lines)
