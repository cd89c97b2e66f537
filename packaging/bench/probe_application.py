"""Starts the application that `make package` made, on a screen that nobody sees, and prints what it takes.

python -m bench.probe_application
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from typing import Any

from bench.application import FROZEN
from desktop_app.core.models.packaged_models import sample_recording

RUNS = 7
TRANSCRIBED_S = 20
"""By then the sample is transcribed, and its engines are idle."""
_MEGA = 1_000_000
_LARGE_MB = 4


def main() -> None:
    """Print all figures as one line of JSON."""
    print(json.dumps(_measured()))


def _measured() -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="bench-") as home, _screen() as display:
        environment = {"HOME": home, "DISPLAY": display, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        terminal_mb = _terminal_mb(environment, Path(home))  # and the models are prepared
        shown_s = [_shown_after_s(environment) for _ in range(RUNS + 1)]
        return {
            "size_mb": _size_mb(FROZEN),
            "packed_mb": {path.name: _size_mb(path) for path in _packages()},
            "space_mb": _space_mb(),
            "runs": RUNS,
            "shown_after_s": median(shown_s[1:]),
            "memory_mb": _window_mb(environment),
            "terminal_mb": terminal_mb,
        }


def _packages() -> list[Path]:
    return sorted(path for path in FROZEN.parent.iterdir() if path.name.endswith((".deb", ".tar.xz", ".dmg", ".exe")))


def _size_mb(path: Path) -> float:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if not each.is_symlink()]
    return sum(each.stat().st_size for each in files if each.is_file()) / _MEGA


def _space_mb() -> dict[str, float]:
    """By package, the largest first; what is small, together."""
    sizes: Counter[str] = Counter({"program, with all Python modules": round(_size_mb(FROZEN / "diarist"))})
    for path in (FROZEN / "_internal").iterdir():
        if not path.is_symlink():
            sizes[path.name.removesuffix(".libs")] += _size_mb(path)  # type: ignore[assignment]
    large = {name: size for name, size in sizes.most_common() if size >= _LARGE_MB}
    return large | {"all else": sum(sizes.values()) - sum(large.values())}


@contextmanager
def _screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24"]
    with os.fdopen(reading) as numbers, subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as x:
        os.close(writing)
        try:
            yield f":{numbers.readline().strip()}"
        finally:
            x.terminate()


@contextmanager
def _window(environment: Mapping[str, str], *arguments: str) -> Iterator[int]:
    """The process's number."""
    with subprocess.Popen(
        [FROZEN / "diarist", *arguments], env=environment, start_new_session=True, stderr=subprocess.DEVNULL
    ) as window:
        try:
            search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Diarist"]
            subprocess.run(search, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=60)
            yield window.pid
        finally:
            with suppress(ProcessLookupError):
                os.killpg(window.pid, signal.SIGTERM)


def _shown_after_s(environment: Mapping[str, str]) -> float:
    begun_s = time.monotonic()
    with _window(environment):
        return time.monotonic() - begun_s


def _window_mb(environment: Mapping[str, str]) -> float:
    """What the window and its processes take, what they share counted once."""
    with _window(environment, "sample") as group:
        time.sleep(TRANSCRIBED_S)
        return sum(_proportional_kb(each) for each in _processes(group)) / 1000


def _processes(group: int) -> Iterator[Path]:
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.getpgid(int(folder.name)) == group:
                yield folder


def _proportional_kb(process: Path) -> int:
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _terminal_mb(environment: Mapping[str, str], home: Path) -> float:
    recording = shutil.copy(sample_recording(), home / "talk.wav")
    command = [str(FROZEN / "diarist"), "transcribe", str(recording)]
    greatest_mb = 0.0
    for _ in range(2):  # the first time the models are prepared, too
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"the sample was not transcribed: status {status}")
        greatest_mb = usage.ru_maxrss / 1000
    return greatest_mb


if __name__ == "__main__":
    main()
