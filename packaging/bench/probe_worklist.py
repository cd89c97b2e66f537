"""Prints what a worklist costs beside one warm loop over the same recordings: probe_worklist FILES SECONDS.

Each of the files is a piece of packaged speech of so many seconds, one that no other is. The loop is what
`diarist transcribe *.wav` does, in one process.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.short_recordings import write_short
from desktop_app.core.export.registry import format_for
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
        write_short(place, count + 1, seconds)
        loop_s, worklist_s = loop(place), _worklist(place)
    print(json.dumps({"files": count, "file_s": seconds, "loop_s": loop_s, "worklist_s": worklist_s}))


def loop(folder: Path, into: str = "loop") -> float:
    """The seconds of all files but the first, in one warm process. into: the folder in it for what is written."""
    ended: list[float] = []

    class Told(QuietReporter):
        def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
            ended.append(perf_counter())

    out = folder / into
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
