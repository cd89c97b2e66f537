"""An archive on a cluster: the same results as on one computer, whatever dies of it, and who cannot do it is told."""

import json
import os
import signal
import subprocess
import sys
import tempfile
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
COUNT = 12
AMISS = ("{", '{"audio_filepath": "gone.wav"}', '{"audio_filepath": "0.wav"}')
"""Lines of a manifest that are not done."""
CORES = 1
"""Of each node."""


@pytest.fixture(scope="module")
def nodes(alone_with_shared_ray: None, home_of_module: None) -> Iterator["Cluster"]:
    """A cluster of two nodes on this computer, two raylets, that this computer belongs to."""
    from ray.cluster_utils import Cluster

    # Of a short name: Ray's sockets lie in it.
    with (
        tempfile.TemporaryDirectory(prefix="ray", ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        Path(folder, "ray").mkdir()
        patch.setenv("RAY_TMPDIR", folder)
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        head = {"num_cpus": CORES, "include_dashboard": False, "temp_dir": f"{folder}/ray"}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        cluster.add_node(num_cpus=CORES)
        patch.setenv("RAY_ADDRESS", cluster.address)
        yield cluster
        cluster.shutdown()
        os.environ.pop("RAY_ADDRESS", None)


@pytest.fixture
def cluster(nodes: "Cluster") -> Iterator["Cluster"]:
    """The two nodes, which are there for the next test, too: a third is taken out, and one that is gone replaced."""
    (node,) = nodes.worker_nodes
    yield nodes
    added = nodes.worker_nodes - {node}
    if node in nodes.worker_nodes:
        for each in added:
            nodes.remove_node(each)
    elif not added:
        nodes.add_node(num_cpus=CORES)


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their folder; they are named by numbers."""
    folder = tmp_path_factory.mktemp("recordings")
    samples, rate_hz = soundfile.read(sample_recording())
    for number in range(COUNT):
        piece = samples[number * rate_hz : (number + SECONDS) * rate_hz]
        soundfile.write(folder / f"{number}.wav", piece, rate_hz)
    return folder


def listed(recordings: Path, name: str, count: int = COUNT, *more: str) -> Path:
    """A manifest of so many of them."""
    lines = [json.dumps({"audio_filepath": f"{number}.wav"}) for number in range(count)]
    (recordings / name).write_text("\n".join((*lines, *more)))
    return recordings / name


def command(manifest: Path, out: Path, *more: str) -> list[str]:
    """Of a run that a user starts."""
    diarist = [sys.executable, "-m", "desktop_app", "transcribe", "--manifest", str(manifest)]
    return [*diarist, "--out", str(out), "--format", "txt,json", *more]


def run(manifest: Path, out: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(manifest, out, *more), capture_output=True, text=True, check=False, timeout=300, cwd=manifest.parent
    )


def results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".txt", ".json"}}


@pytest.fixture(scope="module")
def here(recordings: Path, home_of_module: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The results of one computer."""
    out = tmp_path_factory.mktemp("here")
    assert run(listed(recordings, "here.jsonl", COUNT, *AMISS), out).returncode == 1
    return results(out)


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

    def start(manifest: Path, out: Path, *more: str) -> "subprocess.Popen[bytes]":
        line = command(manifest, out, *more)
        running.append(subprocess.Popen(line, stderr=subprocess.DEVNULL, cwd=manifest.parent))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.usefixtures("cluster")
def test_two_nodes_give_what_one_computer_gives(recordings: Path, here: dict[str, bytes], tmp_path: Path) -> None:
    manifest = listed(recordings, "two.jsonl", 4, *AMISS)
    there = run(manifest, tmp_path, "--cluster", "auto", "--json-progress")
    assert there.returncode == 1
    assert results(tmp_path) == {name: made for name, made in here.items() if int(name.partition(".")[0]) < 4}
    outcomes = {outcome.name: outcome for outcome in outcomes_in(tmp_path).values()}
    assert len(outcomes) == 6
    assert outcomes["gone.wav"].reason.endswith("gone.wav: There is no such file.")
    assert outcomes["two.jsonl:5"].reason.partition(": ")[2].startswith("line 5 is none of the form")
    assert "line 7 names the same as line 1: it is done once" in there.stderr
    events = [json.loads(line) for line in there.stdout.splitlines()]
    assert [event["type"] for event in events[-1:]] == ["end"]
    assert events[-1]["failed"]["There is no such file."] == ["gone.wav"]
    assert all(event["left_s"] >= 0 and event["node"] for event in events if event["type"] == "done")


def test_whatever_dies_nothing_is_lost_and_nothing_is_done_twice(
    recordings: Path,
    here: dict[str, bytes],
    cluster: "Cluster",
    started: Callable[..., "subprocess.Popen[bytes]"],
    tmp_path: Path,
) -> None:
    """A worker, a node with its worker, and the process that keeps the record."""
    manifest = listed(recordings, "all.jsonl")
    out = tmp_path / "out"

    def done() -> int:
        return len(outcomes_in(out)) if out.is_dir() else 0

    process = started(manifest, out, "--cluster", "auto")
    wait_for(lambda: done() >= 1, "nothing is done")
    os.kill(processes("ray::DiaristWorker")[0], signal.SIGKILL)
    wait_for(lambda: done() >= 3, "nothing is done after a worker died")
    (node,) = cluster.worker_nodes
    cluster.remove_node(node, allow_graceful=False)
    wait_for(lambda: done() >= 5, "nothing is done after a node died")
    process.kill()
    process.wait()
    assert done() < COUNT
    cluster.add_node(num_cpus=CORES)
    assert started(manifest, out, "--cluster", "auto", "--resume").wait(300) == 0
    lines = [json.loads(line) for line in (out / "diarist-done.jsonl").read_text().splitlines()]
    assert sorted(line["name"] for line in lines) == sorted(f"{number}.wav" for number in range(COUNT))
    assert not any(line["reason"] for line in lines)
    assert results(out) == here


def test_a_node_with_another_diarist_is_not_used_and_named(
    recordings: Path, cluster: "Cluster", tmp_path: Path
) -> None:
    package = tmp_path / "old" / "desktop_app"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('__version__ = "0.0.9"\n')
    cluster.add_node(num_cpus=CORES, env_vars={"PYTHONPATH": str(package.parent)})
    done = run(listed(recordings, "few.jsonl", 2), tmp_path / "out", "--cluster", "auto")
    assert done.returncode == 0
    assert f"the worker on {os.uname().nodename} is not used: it has Diarist 0.0.9, and not " in done.stderr
    assert len(outcomes_in(tmp_path / "out")) == 2


@pytest.mark.usefixtures("cluster")
def test_where_no_worker_has_the_model_nothing_is_begun(recordings: Path, tmp_path: Path) -> None:
    done = run(listed(recordings, "one.jsonl", 1), tmp_path, "--cluster", "auto", "--asr", "parakeet")
    assert done.returncode == 1
    assert "diarist: no worker of the cluster can do this: " in done.stderr
    assert f"{os.uname().nodename}: " in done.stderr
    assert outcomes_in(tmp_path) == {}
