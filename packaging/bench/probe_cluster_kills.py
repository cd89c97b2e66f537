"""Prints what is left of an archive whose cluster is killed again and again: probe_cluster_kills FILES SECONDS KILLS.

Two nodes on this machine. In turn a worker is killed, its engines, a node (another one comes), and the command itself,
which is called again with --resume. At the end every recording is to be in the record once, with the results that one
computer gives.
"""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING

from bench.local_nodes import add_node, local_nodes
from bench.short_recordings import write_short

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

_PAUSE_S = (2.0, 6.0)
_RECORD = "diarist-done.jsonl"
_READ = ("cmdline", "environ")


def main() -> None:
    """The run, and then one without a cluster to compare with."""
    files, seconds, kills = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    with TemporaryDirectory() as folder:
        manifest = write_short(Path(folder), files, seconds)
        with local_nodes(2) as cluster:
            run = _Run(manifest, cluster)
            killed = run.killed(kills)
        subprocess.run(_command(manifest, "here"), check=True, stderr=subprocess.DEVNULL)
        found = {"files": files, "killed": killed, **_found(Path(folder), files)}
    print(json.dumps(found))


class _Run:
    """The command, which is started again whenever it has ended before all is done."""

    def __init__(self, manifest: Path, cluster: "Cluster") -> None:
        self._manifest, self._cluster = manifest, cluster
        self._process = self._started()

    def killed(self, kills: int) -> dict[str, int]:
        """Kill so often, as long as it works, and see it to its end; how often what was killed."""
        chance = random.Random(7)  # noqa: S311  for nobody to guess
        ways: list[Callable[[], bool]] = [self._worker, self._engines, self._node, self._command]
        killed: Counter[str] = Counter()
        while killed.total() < kills and not self._is_done():
            sleep(chance.uniform(*_PAUSE_S))
            way = ways[killed.total() % len(ways)]
            if way():
                killed[way.__name__.strip("_")] += 1
        while not self._is_done():
            sleep(1)
        return dict(killed)

    def _is_done(self) -> bool:
        if self._process.poll() is None:
            return False
        if self._process.returncode:
            self._process = self._started()
            return False
        return True

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [*_command(self._manifest, "there"), "--cluster", "auto", "--resume"]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def _worker(self) -> bool:
        return _kill("ray::DiaristWorker")

    def _engines(self) -> bool:
        return _kill("from multiprocessing.spawn")

    def _node(self) -> bool:
        (node,) = self._cluster.worker_nodes
        self._cluster.remove_node(node, allow_graceful=False)
        add_node(self._cluster, max(os.sched_getaffinity(0)), os.environ["RAY_TMPDIR"])
        return True

    def _command(self) -> bool:
        self._process.kill()
        self._process.wait()
        return True


def _command(manifest: Path, out: str) -> list[str]:
    diarist = [sys.executable, "-m", "desktop_app", "transcribe", "--manifest", str(manifest)]
    return [*diarist, "--out", str(manifest.parent / out), "--format", "txt,json"]


def _kill(named: str) -> bool:
    """Kill one of the processes of this cluster whose command line has this in it; whether there was one."""
    ours = f"RAY_TMPDIR={os.environ['RAY_TMPDIR']}"
    for folder in sorted(Path("/proc").iterdir(), key=lambda _: random.random()):  # noqa: S311  any of them
        with suppress(OSError, ValueError):
            command, environment = ((folder / name).read_bytes().decode(errors="replace") for name in _READ)
            if named in command and ours in environment:
                os.kill(int(folder.name), signal.SIGKILL)
                return True
    return False


def _found(folder: Path, files: int) -> dict[str, int]:
    lines = [json.loads(line) for line in (folder / "there" / _RECORD).read_text().splitlines() if line.endswith("}")]
    done = Counter(line["name"] for line in lines if not line["reason"])
    there, here = (_results(folder / out) for out in ("there", "here"))
    return {
        "recorded": len(done),
        "recorded_twice": sum(count > 1 for count in done.values()),
        "failed_for_a_while": sum(bool(line["reason"]) for line in lines),
        "lost": files - len(done),
        "other_results": len(set(there.items()) ^ set(here.items())),
    }


def _results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".txt", ".json"}}


if __name__ == "__main__":
    main()
