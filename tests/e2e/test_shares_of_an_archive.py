"""The script for Slurm, as Slurm runs it: a task for each share, which may be ended at any moment."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile

from desktop_app.core.models.packaged_models import sample_recording

SCRIPT = Path(__file__).parents[2] / "packaging" / "slurm" / "transcribe.sbatch"
COUNT = 4

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="clusters run Linux"),
]


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """Of four recordings, each of them another."""
    samples, rate_hz = soundfile.read(sample_recording())
    for number in range(COUNT):
        soundfile.write(tmp_path / f"{number}.wav", samples[number * rate_hz : (number + 8) * rate_hz], rate_hz)
    lines = [json.dumps({"audio_filepath": f"{number}.wav"}) + "\n" for number in range(COUNT)]
    (tmp_path / "in.jsonl").write_text("".join(lines))
    return tmp_path / "in.jsonl"


def task(manifest: Path, number: int, of: int) -> "subprocess.Popen[str]":
    """A task of an array, with what Slurm tells it."""
    scratch = manifest.parent / "scratch"
    scratch.mkdir(exist_ok=True)
    said = {"SLURM_JOB_ID": "7", "SLURM_ARRAY_TASK_ID": str(number), "SLURM_ARRAY_TASK_COUNT": str(of)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | said | {"SLURM_TMPDIR": str(scratch), "PATH": path}
    command = ["sh", str(SCRIPT), str(manifest), str(manifest.parent / "texts"), "--format", "txt"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def ended(process: "subprocess.Popen[str]") -> Iterator[str]:
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    yield from said.splitlines()


def test_the_tasks_do_all_of_it_and_leave_nothing_on_the_node(manifest: Path) -> None:
    for running in [task(manifest, number, of=2) for number in (1, 2)]:
        list(ended(running))
    texts = manifest.parent / "texts"
    assert len(list(texts.glob("*.txt"))) == COUNT
    assert {path.name for path in texts.glob("*.jsonl")} == {f"diarist-done.{number}-of-2.jsonl" for number in (1, 2)}
    assert list((manifest.parent / "scratch").iterdir()) == []


def test_a_task_whose_time_is_over_goes_on_where_it_was(manifest: Path) -> None:
    first = task(manifest, 1, of=1)
    assert first.stdout is not None
    next(line for line in first.stdout if line.startswith("[1/"))
    first.send_signal(signal.SIGTERM)
    assert first.wait(60) != 0
    first.stdout.close()
    assert list((manifest.parent / "scratch").iterdir()) == []
    done = sum(line.endswith("done already") for line in ended(task(manifest, 1, of=1)))
    assert 1 <= done < COUNT
    assert len(list((manifest.parent / "texts").glob("*.txt"))) == COUNT


def test_the_script_is_one_that_any_shell_takes() -> None:
    shell = shutil.which("dash") or "sh"
    assert subprocess.run([shell, "-n", SCRIPT], check=False).returncode == 0
