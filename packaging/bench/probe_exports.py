"""Prints how long each export format takes for a long transcript, and how large its file is: probe_exports WORDS."""

import json
import sys
from time import perf_counter

from bench.places import ROOT
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
        found[form.short_name] = {"seconds": perf_counter() - started_s, "mb": len(data) / 1e6}
    print(json.dumps({"words": int(sys.argv[1]), "formats": found}))


if __name__ == "__main__":
    main()
