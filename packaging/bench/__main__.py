"""The command: `python -m bench`, or `make bench`."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import places
from bench.arguments import Asked, read_arguments
from bench.children import probe
from bench.measurement import Measurement, Options
from bench.notes import read_notes
from bench.page import MACHINE, render
from bench.parts import PARTS
from bench.recordings import Recordings
from bench.records import forget, keep, read_all, take

INTERRUPTED = 130


def main() -> None:
    """Measure what is asked for; if that is stopped, what was measured until then is on the page."""
    asked = read_arguments()
    try:
        with tempfile.TemporaryDirectory(prefix="diarist-bench-") as scratch:
            _run(asked, Recordings(places.data_folder(), Path(scratch)))
    except KeyboardInterrupt:
        _tell("interrupted")
        sys.exit(INTERRUPTED)


def _run(asked: Asked, recordings: Recordings) -> None:
    everything = dict(_everything(asked.options, recordings))
    planned = [each.name for each in everything]
    chosen = [each for each, part in everything.items() if asked.wants(part, each.name)]
    for name in read_all(places.RECORDS):
        if len(chosen) == len(everything) or name in {each.name for each in chosen}:
            forget(places.RECORDS, name)
    for number, measurement in enumerate(chosen, start=1):
        _tell(f"{number} of {len(chosen)}: {measurement.name}")
        record = take(measurement.name, measurement.measure)
        keep(places.RECORDS, record)
        _write_page(planned)
        _tell(f"  {record.took_s:.0f} s. {record.left_out or ''}")


def _everything(options: Options, recordings: Recordings) -> Iterator[tuple[Measurement, str]]:
    """Every measurement with the name of its part."""
    yield Measurement(MACHINE, lambda: probe("machine")), MACHINE
    for name, part in PARTS.items():
        for measurement in part.measurements(options, recordings):
            yield measurement, name


def _write_page(planned: Sequence[str]) -> None:
    notes = read_notes(places.NOTES.read_text(encoding="utf-8")) if places.NOTES.is_file() else {}
    page = render(read_all(places.RECORDS), notes, planned=planned)
    unfinished = places.RECORDS / "unfinished.md"  # a page is never half written
    unfinished.write_text(page, encoding="utf-8")
    unfinished.replace(places.PAGE)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
