"""What a reader must know of how a transcript was made, in sentences."""

from collections.abc import Sequence

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.values import EmbeddingReport
from desktop_app.translation import figure, plural, tr


def embedding_warnings(report: EmbeddingReport) -> tuple[str, ...]:
    """One sentence for every reason why segments were not told apart as was chosen; none where all were."""
    total = report.embedded + report.lost
    sentences = [
        plural(
            "{n} of {total} segments were not told apart by {source}: {reason}.",
            "{n} of {total} segments were not told apart by {source}: {reason}.",
            fallback.segments,
            total=figure(total),
            source=source_label(fallback.source),
            reason=fallback.reason,
        )
        for fallback in report.fallbacks
    ]
    if report.lost:
        sentences.append(
            plural(
                "{n} of {total} segments could not be told apart: their speakers are a guess.",
                "{n} of {total} segments could not be told apart: their speakers are a guess.",
                report.lost,
                total=figure(total),
            )
        )
    return tuple(sentences)


def passed_over_warnings(used: str, passed_over: Sequence[ModelUnavailable]) -> tuple[str, ...]:
    """One sentence for every engine that would have been preferred to the one that was used."""
    return tuple(
        tr("{used} was used instead of {other}: {reason}.", used=used, other=each.model, reason=each.reason)
        for each in passed_over
    )


def slowness_warning(used: str, slow: str) -> str:
    """Said where captions went on with another recogniser."""
    return tr("{slow} could not keep up with the recording: {used} went on with the captions.", used=used, slow=slow)


def source_label(name: str) -> str:
    """A source of embeddings, as a person reads it in a sentence, where it stands for who did something."""
    match name:
        case "torch":
            return tr("WeSpeaker on torch", "by whom")
        case "onnx":
            return tr("WeSpeaker on onnxruntime", "by whom")
        case "remote":
            return tr("the remote diarizer", "by whom")
    return name
