"""RTTM: who spoke when, as evaluation tools read it (NIST Rich Transcription Time Marked, SPEAKER lines)."""

from desktop_app.core.export.scoring_fields import file_field, seconds, speaker_fields
from desktop_app.core.transcript.values import Span, Transcript


def render(transcript: Transcript) -> str:
    """A line per stretch of speech, with or without words, by onset; stretches of no length are left out.

    Fields are separated by spaces, so those within the file's and the speakers' names become underscores, and what
    readers take for a missing value or a quotation gets another form; names that are the same after that are told
    apart by a number. What is missing of an incomplete transcript is not to be scored (NOSCORE).
    """
    file_id = file_field(transcript.audio)
    labels = speaker_fields(transcript.speakers)
    stretches = sorted((span, labels[turn.speaker]) for turn in transcript.turns for span in turn.speech)
    lines = [_line("SPEAKER", file_id, span, label) for span, label in stretches if span.duration_ms]
    return "".join([*lines, *_unscored(transcript, file_id)])


def _unscored(transcript: Transcript, file_id: str) -> list[str]:
    start_ms, end_ms = transcript.incomplete_from_ms, transcript.audio.duration_ms
    if start_ms is None or end_ms <= start_ms:
        return []
    return [_line("NOSCORE", file_id, Span(start_ms, end_ms), "<NA>")]


def _line(kind: str, file_id: str, span: Span, label: str) -> str:
    onset, duration = seconds(span.start_ms), seconds(span.duration_ms)
    return f"{kind} {file_id} 1 {onset} {duration} <NA> <NA> {label} <NA> <NA>\n"
