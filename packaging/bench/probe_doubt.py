"""Prints how many doubtful passages hold an error: probe_doubt UTTERANCES SET=FOLDER...

Of the sets' recordings with a truth of words; margins are judged on all of them, and on conversations of short turns
made from the utterances.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from bench.doubt_fit import Judged, area_under_curve, fitted
from bench.doubt_recordings import Transcribed, transcribed
from bench.doubt_speed import ranking_s
from bench.short_turns import make_short_turns
from bench.thin_margins import judged_turns, margin_figures
from desktop_app.core.asr.moonshine import Moonshine
from desktop_app.core.doubt.candidates import Candidate
from desktop_app.core.doubt.doubtful_passages import ranked
from desktop_app.core.doubt.weights import WEIGHTS, Weights
from desktop_app.core.pipeline.engines import Engines

FIRST = 20
POOLED = (20, 50, 100)
SHORT_TURNS = "short turns"


def main() -> None:
    """Everything is transcribed once; then weights are tried."""
    utterances, *named = sys.argv[1:]
    engines, again = Engines(), Moonshine()
    sets = [each.split("=", 1) for each in named]
    recordings = [each for name, folder in sets for each in transcribed(name, Path(folder), engines, second=again)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = make_short_turns(Path(utterances), Path(scratch))
        short = list(transcribed(SHORT_TURNS, folder, engines, second=None))
    judged = [Judged(each) for each in recordings if each.truth.texts is not None]
    margins = dict(_margins([*recordings, *short]))
    print(json.dumps({**passage_figures(judged), "margins": margins, "ranking_s": ranking_s(recordings)}))


def passage_figures(judged: Sequence[Judged]) -> Mapping[str, object]:
    """What holds an error of the passages that each way to weigh reasons finds."""
    left_out = [fitted([other for other in judged if other is not each]) for each in judged]
    by_set = {
        each.set_name: fitted([other for other in judged if other.set_name != each.set_name] or judged)
        for each in judged
    }
    shipped = [WEIGHTS] * len(judged)
    ways = {
        "shipped": (shipped, _alone),
        "left out": (left_out, _alone),
        "other sets": ([by_set[each.set_name] for each in judged], _alone),
        "second, left out": (left_out, _compared),
    }
    labels = np.concatenate([each.labels for each in judged])
    final = fitted(judged)
    return {
        "recordings": len(judged),
        "stretches": len(labels),
        "with_error": 100 * float(labels.mean()),
        "fitted": {
            "base": round(final.base, 2),
            "base_with_second": round(final.base_with_second, 2),
            **{reason.name: round(weight, 2) for reason, weight in final.of.items()},
        },
        "ways": {name: _way(judged, *way, labels) for name, way in ways.items()},
    }


Choice = Callable[[Judged], Sequence[Candidate]]


def _alone(recording: Judged) -> Sequence[Candidate]:
    return recording.alone


def _compared(recording: Judged) -> Sequence[Candidate]:
    return recording.compared


def _way(
    judged: Sequence[Judged], weights: Sequence[Weights], choice: Choice, labels: np.ndarray
) -> Mapping[str, object]:
    """The figures of each set and of all, with the weights of each recording."""
    scores = [
        [weight.score(each.strengths, confidence=False) for each in choice(recording)]
        for recording, weight in zip(judged, weights, strict=True)
    ]
    sets: dict[str, list[dict[str, float]]] = {}
    pooled: list[tuple[float, bool, float]] = []
    for recording, points in zip(judged, scores, strict=True):
        passages = ranked(zip(points, choice(recording), strict=True))
        verdicts = [
            (score, recording.holds_error(each), recording.chance(each.stretch.end - each.stretch.first))
            for score, each in passages
        ]
        pooled += verdicts
        sets.setdefault(recording.set_name, []).append({**_hits(verdicts[:FIRST]), **_size(recording, len(passages))})
    pooled.sort(key=lambda verdict: -verdict[0])
    every = list(chain.from_iterable(sets.values()))
    return {
        "sets": {name: _sum(rows) for name, rows in sets.items()},
        "all": _sum(every),
        "pooled": {str(count): _hits(pooled[:count]) for count in POOLED},
        "auc": area_under_curve(np.array(list(chain.from_iterable(scores))), labels),
    }


def _hits(verdicts: Sequence[tuple[float, bool, float]]) -> dict[str, float]:
    return {
        "first": len(verdicts),
        "hits": sum(verdict[1] for verdict in verdicts),
        "chance": sum(verdict[2] for verdict in verdicts),
    }


def _size(recording: Judged, passages: int) -> dict[str, float]:
    return {"recordings": 1, "minutes": recording.duration_s / 60, "words": recording.words, "passages": passages}


def _sum(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: sum(row[name] for row in rows) for name in rows[0]}


def _margins(recordings: Sequence[Transcribed]) -> Iterator[tuple[str, object]]:
    turns = {each.set_name: list[object]() for each in recordings}
    judged = [(each.set_name, list(judged_turns(each))) for each in recordings]
    for name in turns:
        yield name, margin_figures([turn for of, found in judged if of == name for turn in found])
    yield "all", margin_figures([turn for _, found in judged for turn in found])


if __name__ == "__main__":
    main()
