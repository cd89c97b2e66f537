"""Stretches of transcripts, the reasons to doubt them, and whether an error is there: what weights are fitted on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bench.doubt_recordings import Transcribed
from desktop_app.core.doubt.candidates import Candidate, candidates
from desktop_app.core.doubt.values import Reason
from desktop_app.core.doubt.weights import WEIGHTS, Weights
from desktop_app.core.evaluation.judged_words import judge_words

RIDGE = 1.0
NOT_FITTED = (Reason.CONFIDENCE, Reason.REPEATED)
"""What the carried recogniser does not tell, and what is too rare."""
ALONE = tuple(reason for reason in Reason if reason not in {*NOT_FITTED, Reason.HEARD_OTHERWISE})
Floats = NDArray[np.float64]


class Judged:
    """A recording's candidates. errors: of each turn by index, bool of its words."""

    def __init__(self, recording: Transcribed) -> None:
        transcript = recording.transcript
        self.set_name = recording.set_name
        self.duration_s = transcript.audio.duration_ms / 1000
        self.errors = {number: [False] * len(turn.words) for number, turn in enumerate(transcript.turns) if turn.words}
        for word in judge_words(transcript, recording.truth):
            self.errors[word.turn][word.word] = word.is_error
        self.compared = list(candidates(transcript, heard_otherwise=recording.second))
        self.alone = [_alone(each) for each in self.compared]
        self.labels = np.array([self.holds_error(each) for each in self.alone], np.float64)

    @property
    def words(self) -> int:
        """How many there are."""
        return sum(map(len, self.errors.values()))

    def holds_error(self, each: Candidate) -> bool:
        """Whether a reader would have to change something there."""
        stretch = each.stretch
        return any(self.errors[stretch.turn][stretch.first : stretch.end])

    def chance(self, words: int) -> float:
        """How often so many words in a row, of one turn taken by chance, hold an error: over all there are."""
        runs = [
            any(errors[first : first + words])
            for errors in self.errors.values()
            for first in range(len(errors) - words + 1)
        ]
        return sum(runs) / len(runs) if runs else 0.0


def fitted(recordings: Sequence[Judged]) -> Weights:
    """Weights for these recordings: first of one engine alone, then with these held the second engine's."""
    labels = np.concatenate([each.labels for each in recordings])
    alone = np.concatenate([_table(each.alone, ALONE) for each in recordings])
    base, *weights = _regression(alone, labels, np.zeros(len(labels)))
    compared = np.concatenate([_table(each.compared, (Reason.HEARD_OTHERWISE,)) for each in recordings])
    second_base, second = _regression(compared, labels, alone @ np.array(weights))
    of = {**WEIGHTS.of, **dict(zip(ALONE, weights, strict=True)), Reason.HEARD_OTHERWISE: second}
    return replace(WEIGHTS, base=base, base_with_second=second_base, of=of)


def area_under_curve(scores: Floats, labels: Floats) -> float:
    """How often a stretch with an error has a higher score than one without, ties for half; of both there are some."""
    with_error, without = scores[labels == 1], scores[labels == 0]
    higher = np.sign(with_error[:, None] - without[None, :])
    return float((higher.mean() + 1) / 2)


def _alone(each: Candidate) -> Candidate:
    strengths: Mapping[Reason, float] = {
        reason: strength for reason, strength in each.strengths.items() if reason is not Reason.HEARD_OTHERWISE
    }
    return replace(each, strengths=strengths)


def _table(found: Sequence[Candidate], reasons: Sequence[Reason]) -> Floats:
    return np.array([[each.strengths.get(reason, 0.0) for reason in reasons] for each in found], np.float64)


def _regression(table: Floats, labels: Floats, offset: Floats) -> list[float]:
    """Base and weights of the likeliest logistic model, no weight under 0, with a ridge on the weights."""
    from scipy.optimize import minimize

    columns = np.column_stack((np.ones(len(table)), table))
    ridge = np.array([0.0] + [RIDGE] * table.shape[1])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = columns @ weights + offset
        slope = columns.T @ (1 / (1 + np.exp(-odds)) - labels) + ridge * weights
        return float(np.logaddexp(0, odds).sum() - labels @ odds + ridge @ weights**2 / 2), slope

    bounds = [(None, None)] + [(0, None)] * table.shape[1]
    found = minimize(loss, np.zeros(columns.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
    return [float(weight) for weight in found.x]
