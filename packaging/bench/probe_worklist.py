"""Prints what a worklist costs beside one warm loop over the same recordings: probe_worklist FILES SECONDS.

Each of the files is a piece of packaged speech of so many seconds, one that no other is. The loop is what
`diarist transcribe *.wav` does, in one process.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.export.registry import format_for
from desktop_app.core.models.packaged_models import speech_recordings
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.transcript.values import Transcript
from desktop_app.core.worklist.items import items_of
from desktop_app.terminal.batch import transcribe_batch
from desktop_app.terminal.reporter import QuietReporter
from desktop_app.terminal.worklist import transcribe_worklist
from desktop_app.terminal.worklist_item import Plan
from desktop_app.terminal.worklist_reporter import TextWorklistReporter
from desktop_app.terminal.writing import Writing


def main() -> None:
    """First the loop, then the worklist; each is timed from the end of its first file on."""
    count, seconds = int(sys.argv[1]), float(sys.argv[2])
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _write(place, count + 1, seconds)
        loop_s, worklist_s = _loop(place), _worklist(place)
    print(json.dumps({"files": count, "file_s": seconds, "loop_s": loop_s, "worklist_s": worklist_s}))


def _write(folder: Path, count: int, seconds: float) -> None:
    with open_recording(speech_recordings()[0]) as recording:
        samples = np.array(recording.samples)
    import soundfile

    length = round(seconds * SAMPLE_RATE_HZ)
    for number in range(count):
        piece = np.roll(samples, -number * SAMPLE_RATE_HZ // 10)[:length]
        soundfile.write(folder / f"{number:05}.wav", piece, SAMPLE_RATE_HZ)


def _loop(folder: Path) -> float:
    ended: list[float] = []

    class Told(QuietReporter):
        def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
            ended.append(perf_counter())

    out = folder / "loop"
    transcribe_batch(sorted(folder.glob("*.wav")), out, Writing((format_for("txt"),)), JobOptions(), Told(sys.stderr))
    return ended[-1] - ended[0]


def _worklist(folder: Path) -> float:
    ended: list[float] = []

    class Reporter(TextWorklistReporter):
        def ended(self, outcome: object) -> None:
            ended.append(perf_counter())

    plan = Plan(None, folder, Writing((format_for("txt"),)), JobOptions(), load_settings())
    transcribe_worklist(items_of([folder], recursive=False), plan, Reporter(is_quiet=True))
    return ended[-1] - ended[0]


if __name__ == "__main__":
    main()
