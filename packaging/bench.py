"""Speed and memory on this machine, as a table: `make bench`, or `make bench LONG=an-hour.wav`."""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.models.carried import sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

HEAVY = ("torch", "onnxruntime", "moonshine_voice")


class StageClock:
    """A listener that adds up the time of every stage."""

    def __init__(self) -> None:
        self.seconds: dict[Stage, float] = dict.fromkeys(Stage, 0.0)
        self._stage: Stage | None = None
        self._since_s = 0.0

    def progress(self, stage: Stage, fraction: float) -> None:
        """Book the time since the last call to the stage it belongs to."""
        now_s = time.perf_counter()
        if self._stage is not None:
            self.seconds[self._stage] += now_s - self._since_s
        self._stage, self._since_s = stage, now_s

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Nothing to time."""


def transcription_rows(path: Path, runs: int = 3) -> Iterator[tuple[str, str]]:
    """Times real time of the whole job and of every stage, models loaded; the best of several runs."""
    engines = Engines()
    for slot in (engines.segmenter, engines.embedder, engines.recogniser):
        slot.get()
    wall_s, clock, transcript = min((_timed(path, engines) for _ in range(runs)), key=lambda timed: timed[0])
    audio_s = transcript.audio.duration_ms / 1000
    yield f"{path.name} ({audio_s:.0f} s), end to end", f"{audio_s / wall_s:.1f} x real time"
    for stage, seconds in clock.seconds.items():
        if stage is not Stage.LOADING and seconds:
            yield f"… {stage.label.lower()}", f"{audio_s / seconds:.0f} x real time"


def _timed(path: Path, engines: Engines) -> tuple[float, StageClock, Transcript]:
    clock = StageClock()
    started_s = time.perf_counter()
    transcript = transcribe_recording(path, engines, JobOptions(), clock).transcript
    return time.perf_counter() - started_s, clock, transcript


def window_rows() -> Iterator[tuple[str, str]]:
    """How soon the window shows, what it has imported by then, and how long its event loop stalls during a job."""
    script = Path(__file__).with_name("bench_window.py")
    for _ in range(2):  # the first fills the caches
        started_s = time.time()
        answer = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True).stdout
    measured = json.loads(answer.splitlines()[-1])
    yield "window visible after the command", f"{measured['shown_at_s'] - started_s:.2f} s"
    heavy = ", ".join(name for name in HEAVY if name in measured["modules"]) or "none"
    yield "heavy packages imported by then", heavy
    yield "longest stall of the event loop during a job", f"{measured['longest_stall_ms']:.0f} ms"


def long_rows(path: Path) -> Iterator[tuple[str, str]]:
    """Speed and peak memory of a whole run of the command on a long recording."""
    import resource

    started_s = time.perf_counter()
    command = [sys.executable, "-m", "desktop_app", "transcribe", "--quiet", "--format", "json", "--out", "out/bench"]
    subprocess.run([*command, path], check=True)
    wall_s = time.perf_counter() - started_s
    transcript = json.loads((Path("out/bench") / f"{path.stem}.json").read_text(encoding="utf-8"))
    minutes = transcript["audio"]["duration_ms"] / 60_000
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield f"{minutes:.0f} min, {len(transcript['speakers'])} speakers found", f"{minutes * 60 / wall_s:.1f} x real time"
    yield "… peak memory of the process", f"{peak_mb:.0f} MB"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", type=Path, help="a recording of an hour or so")
    asked = parser.parse_args()
    rows = [*transcription_rows(sample_recording()), *window_rows()]
    if asked.long:
        rows += long_rows(asked.long)
    print(f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| what | measured |\n|---|---|")
    print("\n".join(f"| {what} | {measured} |" for what, measured in rows))


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else platform.processor()


if __name__ == "__main__":
    main()
