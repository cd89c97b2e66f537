"""What a reader must know of how a transcript was made, in sentences."""

from collections.abc import Sequence

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.values import EmbeddingReport

_LABELS = {
    "torch": "WeSpeaker on torch",
    "onnx": "WeSpeaker on onnxruntime",
    "remote": "the remote diarizer",
}


def embedding_warnings(report: EmbeddingReport) -> tuple[str, ...]:
    """One sentence for every reason why segments were not told apart as was chosen; none where all were."""
    total = report.embedded + report.lost
    sentences = [
        f"{fallback.segments} of {total} segments were not told apart by {source_label(fallback.source)}:"
        f" {fallback.reason}."
        for fallback in report.fallbacks
    ]
    if report.lost:
        sentences.append(f"{report.lost} of {total} segments could not be told apart: their speakers are a guess.")
    return tuple(sentences)


def passed_over_warnings(used: str, passed_over: Sequence[ModelUnavailable]) -> tuple[str, ...]:
    """One sentence for every engine that would have been preferred to the one that was used."""
    return tuple(f"{used} was used instead of {each.model}: {each.reason}." for each in passed_over)


def source_label(name: str) -> str:
    """A source of embeddings, as a person reads it in a sentence."""
    return _LABELS.get(name, name)
