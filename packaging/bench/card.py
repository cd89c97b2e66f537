"""Measures a CUDA card in eight minutes, on a machine that has Python with torch, and no network.

Here, where there is a network and the development environment:

    python packaging/bench/card.py --wheels build/card --python 3.12 --there numpy,scipy

There, with the checkout and that folder; everything goes on where a part fails, and what was measured is in out/card:

    python packaging/bench/card.py

Without a card, or with --small, little is measured, so that it is known to work.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT)]

from bench import serving  # noqa: E402  found only now
from bench.card_wheels import checkpoint_in, data_in, download, install  # noqa: E402
from bench.children import probe  # noqa: E402
from bench.errors import LeftOut  # noqa: E402
from bench.records import Record, take  # noqa: E402
from bench.tables import NOTHING, rate, speed, table  # noqa: E402

LIMIT_S = 480.0
_LEAST_S = 10.0
_INSIDE = "DIARIST_CARD_BENCH"
"""Set in the environment that the wheels were put into."""
_CARRIED, _OUT = ROOT / "build" / "card", ROOT / "out" / "card"


@dataclass(frozen=True, slots=True)
class Part:
    """Something to measure. limit_s: it is stopped after so long; rows: what it told, for the table."""

    title: str
    probe: str
    arguments: Sequence[str]
    limit_s: float
    heads: Sequence[str]
    rows: Callable[[Mapping[str, Any]], Iterator[Sequence[str]]]


def _plain_rows(keys: Sequence[str], told: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for run in told["runs"]:
        yield tuple(_cell(key, run.get(key)) for key in keys)


def _cell(key: str, value: object) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, float):
        return speed(value) if key == "speed" else f"{value:.4g}"
    return str(value)


def _segmentation_rows(told: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    yield from _plain_rows(("precision", "batch", "speed", "busy_percent", "peak_gb", "other_frames_percent"), told)
    yield ("onnxruntime", NOTHING, speed(told["onnxruntime"]), NOTHING, NOTHING, "0")


def _embedding_rows(told: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    yield from _plain_rows(("precision", "clip_s", "speed", "busy_percent", "peak_gb", "least_cosine"), told)
    yield (f"by itself: {told['chosen']}", *[NOTHING] * 5)
    yield ("filter banks, a core of the processor", NOTHING, speed(told["fbank_numpy"]), *[NOTHING] * 3)


def _stage_rows(told: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for run in told["runs"]:
        stages = (speed(run["speed"].get(stage)) for stage in _STAGES)
        busy = _cell("busy_percent", run["busy_percent"])
        yield (run["segmentation"], run["embedding"], *stages, busy, rate(run.get("der_0")), rate(run.get("der_25")))


def _pyannote_rows(told: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for step, times in told["speed"].items():
        yield (step, speed(times))
    yield ("error rate, collar 0", rate(told.get("der_0")))
    yield ("card busy", _cell("busy_percent", told["busy_percent"]))


def _serving_rows(told: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for load in told["loads"]:
        yield (str(load["clients"]), f"{load['per_s']:.1f}", f"{load['p50_ms']:.0f} ms", f"{load['p95_ms']:.0f} ms")


def _machine_rows(told: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for key, value in told.items():
        yield (key, str(value))


_STAGES = ("decoding", "segmentation", "speech check alone", "embedding, speech check", "clustering", "all")
_OF_CARD = ("speed", "card busy %", "peak GB")
PARTS = (
    Part("Machine", "card_machine", (), 30, ("", ""), _machine_rows),
    Part(
        "Diarization by stage, times real time, and its errors",
        "card_stages",
        (),
        110,
        ("segmentation", "voices", *_STAGES, "card busy %", "DER 0", "DER 0.25"),
        _stage_rows,
    ),
    Part(
        "Segmentation",
        "card_segmentation",
        (),
        70,
        ("precision", "windows at once", *_OF_CARD, "frames not onnxruntime's, %"),
        _segmentation_rows,
    ),
    Part(
        "Embedding",
        "card_embedding",
        (),
        70,
        ("precision", "clips of s", *_OF_CARD, "least cosine with float32"),
        _embedding_rows,
    ),
    Part(
        "The server under load, clips of 3 s",
        "serving",
        ("0", *map(str, serving.CLIENTS)),
        80,
        ("clients", "requests a second", "median", "p95"),
        _serving_rows,
    ),
    Part(
        "Parakeet, weights by chance, clips of 20 s",
        "card_parakeet",
        (),
        90,
        ("precision", "clips at once", *_OF_CARD, "graphs"),
        partial(_plain_rows, ("precision", "clips", "speed", "busy_percent", "peak_gb", "graphs")),
    ),
    Part("pyannote.audio's own pipeline, the same weights", "card_pyannote", (), 80, ("step", "speed"), _pyannote_rows),
)


def main() -> None:
    """Bring what is needed, or put it in place and measure."""
    asked = _arguments()
    if asked.wheels:
        there = tuple(filter(None, asked.there.split(",")))
        print(download(asked.wheels, python=asked.python, there=there))
    elif asked.carried.is_dir() and _INSIDE not in os.environ:
        sys.exit(_inside(install(asked.carried, _OUT / "venv"), asked.carried))
    else:
        _measure(asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", type=Path, metavar="FOLDER", help="bring what is needed there into this folder")
    parser.add_argument("--python", default="3.12", help="with --wheels: the version of Python there (%(default)s)")
    parser.add_argument("--there", default="", metavar="LIST", help="with --wheels: packages that are there already")
    parser.add_argument(
        "--carried", type=Path, default=_CARRIED, metavar="FOLDER", help="what was brought (%(default)s)"
    )
    parser.add_argument(
        "--out", type=Path, default=_OUT, metavar="FOLDER", help="for card.json and card.md (%(default)s)"
    )
    parser.add_argument("--limit", type=float, default=LIMIT_S, metavar="S", help="seconds in all (%(default)s)")
    parser.add_argument("--small", action="store_true", help="only to see that it works")
    return parser.parse_args()


def _inside(python: Path, carried: Path) -> int:
    """Do the same with that Python, which finds what was brought; its exit status."""
    found = {"XDG_DATA_HOME": str(_OUT / "home"), _INSIDE: "1"}
    if data_in(carried).is_dir():
        found["DIARIST_EVAL_DATA"] = str(data_in(carried).resolve())
    environment = {**os.environ, **found}
    checkpoint = checkpoint_in(carried)
    if checkpoint.is_file():
        take_in = [python, "-m", "desktop_app", "models", "import", checkpoint]
        subprocess.run(take_in, cwd=ROOT, env=environment, check=False)
    return subprocess.run([python, __file__, *sys.argv[1:]], cwd=ROOT, env=environment, check=False).returncode


def _measure(asked: argparse.Namespace) -> None:
    """Every part in turn, as long as there is time; what was measured is on the disk after each."""
    ends_s = time.monotonic() + asked.limit
    records: dict[str, Record] = {}
    for part in PARTS:
        left_s = ends_s - time.monotonic()
        records[part.title] = take(part.probe, partial(_told, part, min(part.limit_s, left_s), small=asked.small))
        _write(asked.out, records)
        print(f"{part.title}: {records[part.title].took_s:.0f} s. {records[part.title].left_out or ''}", flush=True)
    print((asked.out / "card.md").read_text(encoding="utf-8"))


def _told(part: Part, limit_s: float, *, small: bool) -> Mapping[str, Any]:
    if limit_s < _LEAST_S:
        raise LeftOut("Left out: the time was over.")
    more = ("small",) if small and part.probe.startswith("card_") else ()
    return probe(part.probe, *part.arguments, *more, limit_s=limit_s)


def _write(folder: Path, records: Mapping[str, Record]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        title: {"left_out": each.left_out, "took_s": each.took_s, **each.measured} for title, each in records.items()
    }
    (folder / "card.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    (folder / "card.md").write_text("\n".join(_page(records)), encoding="utf-8")


def _page(records: Mapping[str, Record]) -> Iterator[str]:
    for part in PARTS:
        record = records.get(part.title)
        if record is not None:
            yield from (f"## {part.title}", "")
            yield from [record.left_out, ""] if record.left_out else table(part.heads, part.rows(record.measured))


if __name__ == "__main__":
    main()
