"""Several engines on the same recordings, each against the first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app.core.evaluation.evaluate import EngineReport, Evaluation
from desktop_app.core.evaluation.scores import Score, percent, pool, word_error_rate

ALL = "all"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One engine on one recording, or on all that both could be measured on.

    name: of the recording, below the folder. figures: 'der_0' of the engine; 'first_der_0' of the first engine;
    'difference' in points, positive where the engine is worse; 'wer' and 'first_wer'; 'seconds_per_segment';
    'requests'. None: not measured.
    """

    name: str
    engine: str
    figures: Mapping[str, float | int | None]


def head_to_head(evaluation: Evaluation) -> tuple[Comparison, ...]:
    """Every engine but the first on every recording that both were measured on, and on all of them."""
    first, *others = evaluation.engines
    return tuple(comparison for other in others for comparison in _comparisons(evaluation, first, other))


def _comparisons(evaluation: Evaluation, first: EngineReport, other: EngineReport) -> Iterator[Comparison]:
    both = [path for path in other.scores if path in first.scores]
    for path in both:
        name = path.relative_to(evaluation.folder).as_posix()
        yield Comparison(name, other.engine, _figures(first.scores[path], other.scores[path]))
    if both:
        pooled = [pool([report.scores[path] for path in both]) for report in (first, other)]
        yield Comparison(ALL, other.engine, _figures(*pooled))


def _figures(first: Score, other: Score) -> Mapping[str, float | int | None]:
    first_der, der = _der(first), _der(other)
    counts = other.embedding
    return {
        "first_der_0": first_der,
        "der_0": der,
        "difference": None if first_der is None or der is None else round(der - first_der, 2),
        "first_wer": _wer(first),
        "wer": _wer(other),
        "first_seconds_per_segment": _per_segment(first),
        "seconds_per_segment": _per_segment(other),
        "first_requests": None if first.embedding is None else first.embedding.requests,
        "requests": None if counts is None else counts.requests,
    }


def _der(score: Score) -> float | None:
    return percent(score.strict.error_s, score.strict.reference_s)


def _wer(score: Score) -> float | None:
    rate = word_error_rate(score.words)
    return None if rate is None else round(rate, 2)


def _per_segment(score: Score) -> float | None:
    seconds = None if score.embedding is None else score.embedding.seconds_per_segment
    return None if seconds is None else round(seconds, 4)
