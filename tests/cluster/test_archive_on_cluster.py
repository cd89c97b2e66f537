"""An archive on a cluster: the same results as on one computer, whatever dies of it, and who cannot do it is told."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
import soundfile

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.worklist.done_record import outcomes_in

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="clusters run Linux")]

SECONDS = 4


@pytest.fixture
def manifest(tmp_path: Path) -> Callable[..., Path]:
    def made(count: int, *more: str) -> Path:
        samples, rate_hz = soundfile.read(sample_recording())
        for number in range(count):
            piece = samples[number * rate_hz : (number + SECONDS) * rate_hz]
            soundfile.write(tmp_path / f"{number}.wav", piece, rate_hz)
        lines = [json.dumps({"audio_filepath": f"{number}.wav"}) for number in range(count)]
        (tmp_path / "in.jsonl").write_text("\n".join((*lines, *more)))
        return tmp_path / "in.jsonl"

    return made


def command(manifest: Path, out: str, *more: str) -> list[str]:
    """Of a run that a user starts."""
    diarist = [sys.executable, "-m", "desktop_app", "transcribe", "--manifest", str(manifest)]
    return [*diarist, "--out", str(manifest.parent / out), "--format", "txt,json", *more]


def run(manifest: Path, out: str, *more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(manifest, out, *more), capture_output=True, text=True, check=False, timeout=300, cwd=manifest.parent
    )


def results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".txt", ".json"}}


def test_two_nodes_give_what_one_computer_gives(manifest: Callable[..., Path], cluster: "Cluster") -> None:
    listed = manifest(4, "{", '{"audio_filepath": "gone.wav"}', '{"audio_filepath": "0.wav"}')
    there = run(listed, "there", "--cluster", "auto", "--json-progress")
    here = run(listed, "here")
    assert there.returncode == here.returncode == 1
    assert results(listed.parent / "there") == results(listed.parent / "here")
    outcomes = {outcome.name: outcome for outcome in outcomes_in(listed.parent / "there").values()}
    assert len(outcomes) == 6
    assert outcomes["gone.wav"].reason.endswith("gone.wav: There is no such file.")
    assert outcomes["in.jsonl:5"].reason.partition(": ")[2].startswith("line 5 is none of the form")
    assert "line 7 names the same as line 1: it is done once" in there.stderr
    events = [json.loads(line) for line in there.stdout.splitlines()]
    assert [event["type"] for event in events[-1:]] == ["end"]
    assert events[-1]["failed"]["There is no such file."] == ["gone.wav"]
    assert all(event["left_s"] >= 0 and event["node"] for event in events if event["type"] == "done")


def processes(of: str) -> list[int]:
    """Those whose command line has this in it."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if of in (folder / "cmdline").read_bytes().decode(errors="replace"):
                found.append(int(folder.name))
    return found


def wait_for(done: Callable[[], bool], what: str) -> None:
    until = monotonic() + 120
    while not done():
        assert monotonic() < until, what
        sleep(0.1)


@pytest.fixture
def started() -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    running: list[subprocess.Popen[bytes]] = []

    def start(listed: Path, *more: str) -> "subprocess.Popen[bytes]":
        running.append(subprocess.Popen(command(listed, "out", *more), stderr=subprocess.DEVNULL, cwd=listed.parent))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


def test_whatever_dies_nothing_is_lost_and_nothing_is_done_twice(
    manifest: Callable[..., Path], cluster: "Cluster", started: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    """A worker, a node with its worker, and the process that keeps the record."""
    count = 14
    listed = manifest(count)
    out = listed.parent / "out"

    def done() -> int:
        return len(outcomes_in(out)) if out.is_dir() else 0

    process = started(listed, "--cluster", "auto")
    wait_for(lambda: done() >= 1, "nothing is done")
    os.kill(processes("ray::DiaristWorker")[0], signal.SIGKILL)
    wait_for(lambda: done() >= 3, "nothing is done after a worker died")
    (node,) = cluster.worker_nodes
    cluster.remove_node(node, allow_graceful=False)
    wait_for(lambda: done() >= 5, "nothing is done after a node died")
    cluster.add_node(num_cpus=1)
    process.kill()
    process.wait()
    assert done() < count
    assert started(listed, "--cluster", "auto", "--resume").wait(300) == 0
    lines = [json.loads(line) for line in (out / "diarist-done.jsonl").read_text().splitlines()]
    assert sorted(line["name"] for line in lines) == sorted(f"{number}.wav" for number in range(count))
    assert not any(line["reason"] for line in lines)
    run(listed, "here")
    assert results(out) == results(listed.parent / "here")


def test_a_node_with_another_diarist_is_not_used_and_named(
    manifest: Callable[..., Path], cluster: "Cluster", tmp_path: Path
) -> None:
    package = tmp_path / "old" / "desktop_app"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('__version__ = "0.0.9"\n')
    (node,) = cluster.worker_nodes
    cluster.remove_node(node)
    cluster.add_node(num_cpus=1, env_vars={"PYTHONPATH": str(package.parent)})
    done = run(manifest(2), "out", "--cluster", "auto")
    assert done.returncode == 0
    assert f"the worker on {os.uname().nodename} is not used: it has Diarist 0.0.9, and not " in done.stderr
    assert len(outcomes_in(tmp_path / "out")) == 2


def test_where_no_worker_has_the_model_nothing_is_begun(
    manifest: Callable[..., Path], cluster: "Cluster", tmp_path: Path
) -> None:
    done = run(manifest(1), "out", "--cluster", "auto", "--asr", "parakeet")
    assert done.returncode == 1
    assert "diarist: no worker of the cluster can do this: " in done.stderr
    assert f"{os.uname().nodename}: " in done.stderr
    assert outcomes_in(tmp_path / "out") == {}
