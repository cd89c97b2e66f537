"""Prints how often known voices are found, and strangers taken for them: probe_known_voices DATA.

What can be tuned is tuned on half of the people, and reported of the other half.
"""

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from bench.known_voices_hearing import Heard, hear_everybody
from bench.known_voices_trials import ENROLLED_S, Trial, can_enrol, halves, trials
from desktop_app.core.known_voices.calibration import MARGIN, MIDDLE, SLOPE, THRESHOLD, probability

Setting = tuple[float, float]
"""Threshold and margin."""
MAX_FALSE = 0.0
"""Of strangers, and of known people by a wrong name: what the tuning allows. So few people leave room for no more."""
THRESHOLDS = tuple(round(0.01 * step, 2) for step in range(20, 80))
MARGINS = (0.0, 0.05, 0.1, 0.15, 0.2)
BANDS = (0.5, 0.7, 0.8, 0.9, 1.0)


def main() -> None:
    """Hear, tune on one half, report both."""
    tuning, held_out = halves(hear_everybody(Path(sys.argv[1])))
    tuned, others = list(trials(tuning, seed=1)), list(trials(held_out, seed=2))
    (threshold, margin), (slope, middle) = _tuned(tuned), _fitted(tuned)
    exchanged = _tuned(others)
    used = THRESHOLD, MARGIN
    report = {
        "tuned": {"threshold": threshold, "margin": margin, "slope": slope, "middle": middle},
        "used": {"threshold": THRESHOLD, "margin": MARGIN, "slope": SLOPE, "middle": MIDDLE},
        "enrolled_s": ENROLLED_S,
        "tuning": _rates(tuned, tuning, used),
        "held_out": _rates(others, held_out, used),
        "exchanged": {
            **dict(zip(("threshold", "margin"), exchanged, strict=True)),
            "rates": _rates(tuned, tuning, exchanged),
        },
        "calibration": [_band(others, low, high) for low, high in pairwise(BANDS)],
    }
    print(json.dumps(report))


def _tuned(chosen: Sequence[Trial]) -> Setting:
    """The threshold and margin that find the most, of those that are wrong seldom enough."""
    known = [trial for trial in chosen if trial.known]
    strangers = [trial.as_stranger() if trial.known else trial for trial in chosen]
    best = (-1.0, 0.0, 0.0)
    for margin in MARGINS:
        for threshold in THRESHOLDS:
            at = threshold, margin
            rates = _found(known, at)
            if max(100 * _share(strangers, at), rates["wrong"]) <= 100 * MAX_FALSE:
                best = max(best, (rates["found"], *at))
    return best[1:]


def _share(chosen: Sequence[Trial], at: Setting, *, of: int | None = None) -> float:
    """How many of the trials suggest anybody, of all or of so many."""
    threshold, margin = at
    count = sum(trial.scores[trial.best] >= threshold and trial.lead >= margin for trial in chosen)
    return count / max(1, len(chosen) if of is None else of)


def _rates(chosen: Sequence[Trial], heard: Heard, at: Setting) -> dict[str, Any]:
    known = [trial for trial in chosen if trial.known]
    strangers = [trial.as_stranger() if trial.known else trial for trial in chosen]
    return {
        "people": sum(can_enrol(heard, name) for name in heard),
        "only_strangers": sum(not can_enrol(heard, name) for name in heard),
        "known": _found(known, at),
        "known_same_condition": _found([trial for trial in known if not trial.other_condition], at),
        "known_other_condition": _found([trial for trial in known if trial.other_condition], at),
        "known_short": _found([trial for trial in known if trial.heard_s < 6], at),
        "strangers": {"trials": len(strangers), "false": 100 * _share(strangers, at)},
        "strangers_only": {
            "trials": sum(not trial.known for trial in chosen),
            "false": 100 * _share([trial for trial in chosen if not trial.known], at),
        },
        "found_by_person": {
            name: round(_found([trial for trial in known if trial.person == name], at)["found"])
            for name in sorted({trial.person for trial in known})
        },
    }


def _found(known: Sequence[Trial], at: Setting) -> dict[str, float]:
    right = [trial for trial in known if trial.best == trial.person]
    wrong = [trial for trial in known if trial.best != trial.person]
    found, named = (100 * _share(each, at, of=len(known)) for each in (right, wrong))
    return {"trials": len(known), "found": found, "wrong": named}


def _outcomes(chosen: Sequence[Trial]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Score, rightness and weight of everybody's nearest: known people and strangers weigh the same in all."""
    known = [trial for trial in chosen if trial.known]
    strangers = [trial.as_stranger() if trial.known else trial for trial in chosen]
    everybody = [*known, *strangers]
    scores = np.array([trial.scores[trial.best] for trial in everybody])
    right = np.array([trial.best == trial.person for trial in everybody])
    weights = np.concatenate([np.full(len(known), 0.5 / len(known)), np.full(len(strangers), 0.5 / len(strangers))])
    return scores, right, weights


def _fitted(chosen: Sequence[Trial]) -> tuple[float, float]:
    """Slope and middle of the logistic curve through the outcomes: the likeliest, by Newton's method.

    Towards the targets of Platt (1999), which keep so few people from looking like certainty: (n + 1) / (n + 2) for
    what is right and 1 / (m + 2) for what is wrong, of n people enrolled and m strangers. Trials of one person are no
    evidence of another, so people are counted.
    """
    scores, right, weights = _outcomes(chosen)
    enrolled = len({trial.person for trial in chosen if trial.known})
    strangers = len({trial.person for trial in chosen})
    targets = np.where(right, (enrolled + 1) / (enrolled + 2), 1 / (strangers + 2))
    inputs = np.stack([scores, np.ones_like(scores)], axis=1)
    line = np.zeros(2)
    for _ in range(50):
        likely = 1 / (1 + np.exp(-inputs @ line))
        curvature = (inputs * (weights * likely * (1 - likely))[:, None]).T @ inputs
        line += np.linalg.solve(curvature, inputs.T @ (weights * (targets - likely)))
    return round(float(line[0]), 1), round(float(-line[1] / line[0]), 3)


def _band(chosen: Sequence[Trial], low: float, high: float) -> dict[str, float]:
    """Of what is suggested with a percentage in that band: the mean percentage, and how much of it is right."""
    scores, right, weights = _outcomes(chosen)
    known = [trial for trial in chosen if trial.known]
    strangers = [trial.as_stranger() if trial.known else trial for trial in chosen]
    leads = np.array([trial.lead for trial in (*known, *strangers)])
    told = np.array([probability(float(score)) for score in scores])
    inside = (told > low) & (told <= high) & (scores >= THRESHOLD) & (leads >= MARGIN)
    total = float(weights[inside].sum())
    if not total:
        return {"low": low, "high": high, "suggestions": 0, "told": 0.0, "right": 0.0}
    shares = (float((weights * values)[inside].sum()) / total for values in (told, right))
    return {
        "low": low,
        "high": high,
        "suggestions": int(inside.sum()),
        **dict(zip(("told", "right"), shares, strict=True)),
    }


if __name__ == "__main__":
    main()
