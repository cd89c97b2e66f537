"""How many segments were embedded, and what it took: for one recording, or the sum over many."""

from dataclasses import dataclass

from desktop_app.core.transcript.values import EmbeddingReport


@dataclass(frozen=True, slots=True)
class EmbeddingCounts:
    """segments: embedded; fell_back: tries that failed, each of a segment by a source; lost: segments that nothing
    embedded; requests: made over the network; seconds: of the stage in which they were made."""

    segments: int = 0
    fell_back: int = 0
    lost: int = 0
    requests: int = 0
    seconds: float = 0.0

    def __add__(self, other: "EmbeddingCounts") -> "EmbeddingCounts":
        return EmbeddingCounts(
            self.segments + other.segments,
            self.fell_back + other.fell_back,
            self.lost + other.lost,
            self.requests + other.requests,
            self.seconds + other.seconds,
        )

    @property
    def seconds_per_segment(self) -> float | None:
        """None where there was no segment."""
        return self.seconds / self.segments if self.segments else None


def embedding_counts(report: EmbeddingReport | None, seconds: float) -> EmbeddingCounts | None:
    """The counts of a report; None where there is none."""
    if report is None:
        return None
    fell_back = sum(fallback.segments for fallback in report.fallbacks)
    return EmbeddingCounts(report.embedded, fell_back, report.lost, report.requests, seconds)
