"""Who speaks when: the errors and the speed of Diarist, and of the peer on the same recordings in the same run."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import evaluated
from bench.measurement import Measurement, Options
from bench.recordings import MADE_SEEDS, Recordings
from bench.records import Records
from bench.tables import NOTHING, against, at_most, found_of, of, rate, speed, table

TITLE = "Speakers, by engine"
SETS = ("conversations", "made", "ami", "telephone")
LABELS = {
    "speakers-conversations": "made conversations",
    "speakers-made": f"more, made with seeds {' and '.join(map(str, MADE_SEEDS))}",
    "speakers-ami": "clips of AMI meetings",
    "speakers-telephone": "pyannote's telephone sample",
}
GOALS = {
    "speakers-conversations": (8.5, 1.0),
    "speakers-made": (10.5, 1.6),
    "speakers-ami": (25.0, 14.0),
    "speakers-telephone": (7.0, 2.0),
}
SHAPES = ("2spk-short", "2spk-long", "3spk", "4spk-round-robin", "2spk-interleaved")
HARDER = ("3spk-overlap", "4spk-meeting")
CONFUSION_GOAL = 1.0
SPEED_GOAL = 100
PEER_SPEED_GOAL = 60
INTRODUCTION = """Diarization error rate in percent, overlap scored, with a collar of 0 and of 0.25 s on each side of \
every reference border; in brackets what of it is missed, false alarm and confusion. Pooled by reference speech. \
`moonshine` is the peer: see [evaluation.md](evaluation.md). The speed is that of diarization."""
HEADS = (
    "recordings",
    "engine",
    "collar 0",
    "collar 0.25",
    "speakers found, counts right",
    "speed",
    "to the peer's",
    "goal",
)

Fields = Mapping[str, Any]


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """One for each set of recordings."""

    def both(folder: str) -> Fields:
        return evaluated(getattr(recordings, folder)(), options.engines)

    yield Measurement("speakers-conversations", partial(both, "conversations"))
    yield Measurement("speakers-made", lambda: evaluated(recordings.more_conversations(), ("diarist",)))
    yield Measurement("speakers-ami", partial(both, "meetings"))
    yield Measurement("speakers-telephone", partial(both, "telephone"))


def section(records: Records) -> Iterator[str]:
    """A row for each recording of the first set, then one for each set, by engine."""
    yield from (INTRODUCTION, "")
    yield from table(HEADS, [*_shape_rows(of(records, "speakers-conversations")), *_set_rows(records)])


def _shape_rows(report: Fields | None) -> Iterator[Sequence[str]]:
    for shape in (*SHAPES, *HARDER) if report else ():
        for engine, fields in _by_engine(report, lambda each, shape=shape: _file(each, shape)).items():
            goal = NOTHING
            if engine == "diarist" and shape in SHAPES:
                goal = against("confusion 1.0", at_most(fields["confusion"], CONFUSION_GOAL))
            right = found_of(fields)
            yield _row(shape, engine, fields, right=right, ratio=_ratio(report, engine, shape), goal=goal)


def _set_rows(records: Records) -> Iterator[Sequence[str]]:
    for name, label in LABELS.items():
        report = of(records, name)
        for engine, fields in _by_engine(report, lambda each: each["pooled"]).items() if report else ():
            goal = _set_goal(name, fields, _ratio(report, engine)) if engine == "diarist" else NOTHING
            right = f"{fields['speakers_exact']} right of {fields['files']}"
            failed = len(report["engines"][engine]["failed"])
            missing = f" ({failed} failed)" if failed else ""
            files = f" (all {fields['files']})" if fields["files"] > 1 else ""
            yield _row(f"{label}{files}{missing}", engine, fields, right=right, ratio=_ratio(report, engine), goal=goal)


def _row(label: str, engine: str, fields: Fields, *, right: str, ratio: float | None, goal: str) -> Sequence[str]:
    errors = (_errors(fields, "der_0", ""), _errors(fields, "der_25", "_25"))
    return (label, engine, *errors, right, speed(fields["speed"]["diarization"]), speed(ratio), goal)


def _errors(fields: Fields, der: str, ending: str) -> str:
    parts = " / ".join(rate(fields[f"{part}{ending}"]) for part in ("missed", "false_alarm", "confusion"))
    return f"{rate(fields[der])} ({parts})"


def _set_goal(name: str, fields: Fields, ratio: float | None) -> str:
    strict, lenient = GOALS[name]
    goals = [against(f"{strict} / {lenient}", at_most(fields["der_0"], strict), at_most(fields["der_25"], lenient))]
    if name == "speakers-conversations":
        goals.append(against("7 of 7", fields["speakers_exact"] == len((*SHAPES, *HARDER))))
        goals.append(against(f"{SPEED_GOAL} x", (fields["speed"]["diarization"] or 0) >= SPEED_GOAL))
        if ratio is not None:
            goals.append(against(f"{PEER_SPEED_GOAL} x the peer", ratio >= PEER_SPEED_GOAL))
    return "; ".join(goals)


def _by_engine(report: Fields, choose: Any) -> dict[str, Fields]:  # noqa: ANN401
    """The chosen fields of every engine that has any scores."""
    chosen = {engine: choose(each) for engine, each in report["engines"].items() if each["files"]}
    return {engine: fields for engine, fields in chosen.items() if fields is not None}


def _file(engine_report: Fields, stem: str) -> Fields | None:
    return next((each for each in engine_report["files"] if each["file"] == f"{stem}.wav"), None)


def _ratio(report: Fields, engine: str, shape: str | None = None) -> float | None:
    """How many times as fast as the peer's Diarist's diarization is: of a file, or pooled."""
    of_engines = _by_engine(report, lambda each: _file(each, shape) if shape else each["pooled"])
    if engine != "diarist" or not {"diarist", "moonshine"} <= of_engines.keys():
        return None
    ours, theirs = (of_engines[name]["speed"]["diarization"] for name in ("diarist", "moonshine"))
    return ours / theirs if ours and theirs else None
