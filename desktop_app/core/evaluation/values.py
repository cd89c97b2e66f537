"""What is known of a recording, and what an engine says of it. Times are in ms from the recording's start."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import EmbeddingReport

DIARIZATION, TOTAL = "diarization", "total"


@dataclass(frozen=True, slots=True)
class SpokenSpan:
    """A stretch of speech of one speaker, [start_ms, end_ms). Spans of several speakers may overlap."""

    speaker: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class SpokenText:
    """Words, as they were written; speaker: None where nobody says whose they are."""

    text: str
    start_ms: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """What people wrote down of a recording. texts: None where there are no reference words."""

    spans: tuple[SpokenSpan, ...]
    texts: tuple[SpokenText, ...] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an engine made of a recording.

    texts: its words, None where they were not asked for; duration_s: of the recording.
    stage_s: seconds each stage took: "decoding", "transcription", and whatever the engine does in between.
    embedding: what told the voices apart, None where the engine does not say.
    """

    spans: tuple[SpokenSpan, ...]
    texts: tuple[SpokenText, ...] | None
    duration_s: float
    stage_s: Mapping[str, float]
    embedding: EmbeddingReport | None = None

    @property
    def times_s(self) -> dict[str, float]:
        """The stages, and from them "diarization" (all between decoding and transcription) and "total", in seconds."""
        total_s = sum(self.stage_s.values())
        around_s = self.stage_s.get(Stage.DECODING, 0.0) + self.stage_s.get(Stage.TRANSCRIPTION, 0.0)
        return {**self.stage_s, DIARIZATION: total_s - around_s, TOTAL: total_s}
