"""An evaluation as JSON, for programs: rates in percent, speeds in times real time, null where not measured."""

import json
from pathlib import Path

from desktop_app.core.evaluation.embedding_counts import EmbeddingCounts
from desktop_app.core.evaluation.evaluate import EngineReport, Evaluation
from desktop_app.core.evaluation.head_to_head import Comparison, head_to_head
from desktop_app.core.evaluation.machine import machine_in_words
from desktop_app.core.evaluation.scores import Score, percent, word_error_rate
from desktop_app.core.evaluation.speaker_errors import SpeakerErrors
from desktop_app.core.evaluation.values import DIARIZATION, TOTAL
from desktop_app.core.pipeline.stages import Stage

Fields = dict[str, object]
_SPEEDS = (DIARIZATION, str(Stage.TRANSCRIPTION), TOTAL)


def render(evaluation: Evaluation) -> str:
    """`{"machine", "engines": {NAME: {"files", "failed", "pooled"}}}`, and the first engine's three at the top too.

    Of several engines, "head_to_head" compares each with the first.
    """
    engines = {report.engine: _engine_fields(report, evaluation.folder) for report in evaluation.engines}
    first = next(iter(engines.values()), {})
    report = {"machine": machine_in_words(), "engines": engines, **first}
    if len(engines) > 1:
        report["head_to_head"] = [_comparison_fields(each) for each in head_to_head(evaluation)]
    return json.dumps(report, ensure_ascii=False, indent=2)


def _engine_fields(report: EngineReport, folder: Path) -> Fields:
    def name(path: Path) -> str:
        return path.relative_to(folder).as_posix()

    return {
        "files": [{"file": name(path), **_file_fields(score)} for path, score in report.scores.items()],
        "failed": [{"file": name(failure.recording), "reason": failure.reason} for failure in report.failures],
        "pooled": _pooled_fields(report.pooled),
    }


def _file_fields(score: Score) -> Fields:
    speakers = {"speakers_true": score.speakers_true, "speakers_found": score.speakers_found}
    return {"duration_s": score.duration_s, **speakers, **_score_fields(score)}


def _pooled_fields(score: Score) -> Fields:
    files = {"files": score.recordings, "speakers_exact": score.exact}
    return {**files, "duration_s": round(score.duration_s, 3), **_score_fields(score)}


def _score_fields(score: Score) -> Fields:
    return {
        **_speaker_fields(score.strict, der="der_0"),
        **_speaker_fields(score.lenient, der="der_25", ending="_25"),
        "wer": word_error_rate(score.words),
        "cp_wer": word_error_rate(score.words_by_speaker),
        "reference_words": score.words.reference_words if score.words else None,
        "speed": {**dict.fromkeys(_SPEEDS), **{name: round(speed, 2) for name, speed in score.speeds.items()}},
        "time_s": {name: round(seconds, 3) for name, seconds in score.times_s.items()},
        "peak_mb": None if score.peak_mb is None else round(score.peak_mb),
        **_embedding_fields(score.embedding),
    }


def _embedding_fields(counts: EmbeddingCounts | None) -> Fields:
    if counts is None:
        return dict.fromkeys(("segments", "seconds_per_segment", "fell_back", "lost", "requests"))
    per_segment = counts.seconds_per_segment
    return {
        "segments": counts.segments,
        "seconds_per_segment": None if per_segment is None else round(per_segment, 4),
        "fell_back": counts.fell_back,
        "lost": counts.lost,
        "requests": counts.requests,
    }


def _comparison_fields(comparison: Comparison) -> Fields:
    return {"file": comparison.name, "engine": comparison.engine, **comparison.figures}


def _speaker_fields(errors: SpeakerErrors, *, der: str, ending: str = "") -> Fields:
    parts = {
        der: errors.error_s,
        f"missed{ending}": errors.missed_s,
        f"false_alarm{ending}": errors.false_alarm_s,
        f"confusion{ending}": errors.confusion_s,
    }
    rates = {name: percent(seconds, errors.reference_s) for name, seconds in parts.items()}
    return {**rates, f"reference{ending}_s": round(errors.reference_s, 3)}
