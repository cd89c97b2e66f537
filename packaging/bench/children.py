"""Child processes that measure."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.errors import LeftOut
from bench.places import ROOT

SOME_FAILED = 1
"""The exit status of `diarist evaluate` where it reports, but not on all recordings."""


def probe(name: str, *arguments: object, limit_s: float | None = None) -> dict[str, Any]:
    """What the module bench.probe_NAME printed last, which is JSON. LeftOut if it fails, or runs for longer."""
    lines = _output([sys.executable, "-m", f"bench.probe_{name}", *map(str, arguments)], limit_s=limit_s).splitlines()
    if not lines:
        raise LeftOut("It failed: it printed nothing.")
    return json.loads(lines[-1])


def evaluated(folder: Path, engines: Sequence[str], *, words: bool = False) -> dict[str, Any]:
    """The report of `diarist evaluate` over the folder, see docs/evaluation.md. LeftOut if there is none."""
    command = [sys.executable, "-m", "desktop_app", "evaluate", str(folder), "--json", "--engine", ",".join(engines)]
    report = json.loads(_output(command if words else [*command, "--no-words"], fine=(0, SOME_FAILED)))
    if not report["files"]:
        raise LeftOut("It failed on every recording; the terminal says why.")
    return report


def evaluated_by_source(folder: Path, sources: Sequence[str], *, remote: str) -> dict[str, Any]:
    """The report of `diarist evaluate --embedding` over the folder, without words. LeftOut if there is none."""
    command = [sys.executable, "-m", "desktop_app", "evaluate", str(folder), "--json", "--no-words"]
    report = json.loads(
        _output([*command, "--embedding", ",".join(sources), "--remote", remote], fine=(0, SOME_FAILED))
    )
    if not report["files"]:
        raise LeftOut("It failed on every recording; the terminal says why.")
    return report


@contextmanager
def serving(*options: str) -> Iterator[str]:
    """The address of a `diarist serve` on loopback, which ends with the context."""
    command = [sys.executable, "-m", "desktop_app", "serve", "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield process.stdout.readline().removeprefix("Listening on ").strip() if process.stdout else ""
        finally:
            process.terminate()


def _output(command: Sequence[str], *, fine: Sequence[int] = (0,), limit_s: float | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    settings: dict[str, Any] = {"cwd": ROOT, "env": environment, "stdout": subprocess.PIPE, "timeout": limit_s}
    try:
        done = subprocess.run(command, text=True, encoding="utf-8", check=False, **settings)
    except subprocess.TimeoutExpired as error:
        raise LeftOut(f"It was stopped: it had not come to an end after {limit_s:.0f} s.") from error
    if done.returncode not in fine:
        raise LeftOut(f"It failed with exit status {done.returncode}; the terminal says why.")
    return done.stdout
