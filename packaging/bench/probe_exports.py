"""Prints how long each format takes to be written for a long transcript, how large its file is, and how long it takes
to be read again, where that can be: probe_exports WORDS."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.places import ROOT
from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.importing.import_file import import_file
from desktop_app.printing.all_formats import ALL_FORMATS

sys.path.append(str(ROOT / "tests" / "core"))
from export.hostile_transcripts import ten_hours


def main() -> None:
    """Two people who take turns for ten hours."""
    transcript = ten_hours(int(sys.argv[1]))
    found = {}
    for form in ALL_FORMATS:
        started_s = perf_counter()
        data = form.contents(transcript)
        taken_s = perf_counter() - started_s
        found[form.short_name] = {"seconds": taken_s, "mb": len(data) / 1e6, "read_s": _read_s(form.extension, data)}
    print(json.dumps({"words": int(sys.argv[1]), "formats": found}))


def _read_s(extension: str, data: bytes) -> float | None:
    """None where the format is not imported."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"talk.{extension}"
        path.write_bytes(data)
        started_s = perf_counter()
        try:
            import_file(path)
        except TranscriptFileError:
            return None
        return perf_counter() - started_s


if __name__ == "__main__":
    main()
