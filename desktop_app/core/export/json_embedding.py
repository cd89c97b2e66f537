"""What told the voices apart, as a part of a JSON document."""

from dataclasses import asdict

from desktop_app.core.export.json_fields import Field
from desktop_app.core.transcript.values import EmbeddingReport, Fallback, SourceCount


def embedding_document(report: EmbeddingReport) -> dict[str, object]:
    """The report as JSON has it."""
    return asdict(report)


def read_embedding(report: Field) -> EmbeddingReport:
    """The report that embedding_document gave; ValueError where it is none."""
    return EmbeddingReport(
        sources=report.member("sources").items(_read_source),
        fallbacks=report.member("fallbacks").items(_read_fallback),
        lost=report.member("lost").whole(),
        too_short=report.member("too_short").whole(),
        requests=report.member("requests").whole(),
    )


def _read_source(count: Field) -> SourceCount:
    return SourceCount(
        source=count.member("source").text(),
        device=count.member("device").text(),
        segments=count.member("segments").whole(),
    )


def _read_fallback(fallback: Field) -> Fallback:
    return Fallback(
        source=fallback.member("source").text(),
        reason=fallback.member("reason").text(),
        segments=fallback.member("segments").whole(),
    )
