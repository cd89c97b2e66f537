"""Diarization error rate, through pyannote.metrics: overlap is scored, over the whole recording."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.evaluation.values import SpokenSpan

if TYPE_CHECKING:
    from pyannote.core import Annotation


@dataclass(frozen=True, slots=True)
class SpeakerErrors:
    """Seconds of speech in the reference, and of three kinds of error; where two speak at once, both count.

    missed: speech of somebody that was not found; false_alarm: speech that is none; confusion: the wrong speaker's.
    """

    reference_s: float = 0.0
    missed_s: float = 0.0
    false_alarm_s: float = 0.0
    confusion_s: float = 0.0

    def __add__(self, other: "SpeakerErrors") -> "SpeakerErrors":
        return SpeakerErrors(
            self.reference_s + other.reference_s,
            self.missed_s + other.missed_s,
            self.false_alarm_s + other.false_alarm_s,
            self.confusion_s + other.confusion_s,
        )

    @property
    def error_s(self) -> float:
        """All three kinds together; over reference_s, it is the diarization error rate."""
        return self.missed_s + self.false_alarm_s + self.confusion_s


def speaker_errors(
    reference: Iterable[SpokenSpan], found: Iterable[SpokenSpan], *, duration_s: float, collar_s: float
) -> SpeakerErrors:
    """The errors of what was found in a recording, under the best one-to-one match of speakers.

    collar_s: what is not scored on each side of every border in the reference. Spans of one speaker that touch or
    overlap are one; what lies beyond the recording's end is not scored.
    """
    os.environ["PYANNOTE_METRICS_ENABLED"] = "0"  # no package of this family is to report its use to anybody
    from pyannote.core import Segment, Timeline
    from pyannote.metrics.diarization import DiarizationErrorRate

    metric = DiarizationErrorRate(collar=2 * collar_s, skip_overlap=False)  # its collar is the width of both sides
    scored = Timeline([Segment(0.0, duration_s)])
    parts = metric(_annotation(reference), _annotation(found), uem=scored, detailed=True)
    names = ("total", "missed detection", "false alarm", "confusion")
    return SpeakerErrors(*(float(parts[name]) for name in names))


def _annotation(spans: Iterable[SpokenSpan]) -> "Annotation":
    from pyannote.core import Annotation, Segment

    annotation = Annotation()
    for track, span in enumerate(spans):
        annotation[Segment(span.start_ms / 1000, span.end_ms / 1000), track] = span.speaker
    return annotation.support()
