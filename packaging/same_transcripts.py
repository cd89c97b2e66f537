"""Whether recordings come out the same each time: in processes with 1, 2 and 4 threads, and in new homes.

    python packaging/same_transcripts.py FOLDER [--threads 1,2,4,4] [--homes 5]

Every recording below FOLDER is transcribed once for each number of threads in the user's own home, and with `--homes`
once in each of so many new ones, where the models are prepared first. Each process has hashes of its own, and its
libraries as many threads as itself. What differs is named, and the exit status is 1.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest import mock

SOUND = {".wav", ".flac", ".mp3", ".m4a", ".ogg"}
_LIBRARIES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
"""Where libraries of linear algebra are told how many threads to use."""


def main() -> int:
    """Run every process, and compare."""
    parser = argparse.ArgumentParser(description="Do recordings come out the same each time?")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", default="1,2,4,4", help="one process for each (1,2,4,4)")
    parser.add_argument("--homes", type=int, default=0, help="so many processes with a new home each")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child is not None:
        _transcribe_all(asked.folder, asked.child)
        return 0
    found: dict[str, set[str]] = {}
    for name, threads, variables in _runs(asked):
        print(name, file=sys.stderr, flush=True)
        for line in _answers(asked.folder, threads, variables):
            recording, _, result = line.partition("\t")
            found.setdefault(recording, set()).add(result)
    for recording, results in found.items():
        if len(results) > 1:
            print(f"{recording}: {len(results)} different transcripts", *sorted(results), sep="\n  ")
    print(f"{sum(len(results) == 1 for results in found.values())} of {len(found)} recordings are the same each time")
    return int(not found or any(len(results) > 1 for results in found.values()))


def _runs(asked: argparse.Namespace) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    for threads in map(int, asked.threads.split(",")):
        yield f"{threads} threads", threads, {}
    for home in range(asked.homes):
        with tempfile.TemporaryDirectory(prefix="diarist-home-") as folder:
            yield f"new home {home + 1}", os.cpu_count() or 1, {"HOME": folder, "USERPROFILE": folder}


def _answers(folder: Path, threads: int, variables: Mapping[str, str]) -> list[str]:
    usual = {name: value for name, value in os.environ.items() if not (variables and name.startswith("XDG_"))}
    told = dict.fromkeys(_LIBRARIES, str(threads))
    command = [sys.executable, __file__, str(folder), "--child", str(threads)]
    done = subprocess.run(command, env={**usual, **told, **variables}, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()


def _transcribe_all(folder: Path, threads: int) -> None:
    """Print a line for each recording: its name, its transcript's hash, and what made it."""
    from bench.unheard import Unheard

    from desktop_app.core.export.formats import json_format
    from desktop_app.core.pipeline.engines import Engines
    from desktop_app.core.pipeline.stages import JobOptions
    from desktop_app.core.pipeline.transcribe import transcribe_recording
    from desktop_app.core.store.settings_file import load_settings

    with mock.patch("os.cpu_count", return_value=threads):
        engines = Engines(load_settings())
        for path in sorted(each for each in folder.rglob("*") if each.suffix.lower() in SOUND):
            transcript = transcribe_recording(path, engines, JobOptions(), Unheard()).transcript
            digest = hashlib.sha256(json_format.render(transcript).encode()).hexdigest()
            made_by = "; ".join(f"{engine.name}, {engine.note}" for engine in transcript.engines)
            print(path.relative_to(folder), f"{digest[:16]} {made_by}", sep="\t", flush=True)


if __name__ == "__main__":
    sys.exit(main())
