"""RTTM: who spoke when, as evaluation tools read it (NIST Rich Transcription Time Marked, SPEAKER lines)."""

from collections.abc import Iterable

from desktop_app.core.export.one_line import file_stem, one_line, speaker_name, unlike
from desktop_app.core.transcript.values import Span, Speaker, Transcript

# What pandas, and with it pyannote.database, reads as a missing value (its STR_NA_VALUES), whatever the capitals.
_MISSING = {"#n/a", "#n/a_n/a", "#na", "-1.#ind", "-1.#qnan", "-nan", "1.#ind", "1.#qnan", "<na>", "n/a"}
_MISSING |= {"na", "nan", "nat", "none", "null"}


def render(transcript: Transcript) -> str:
    """A line per stretch of speech, with or without words, by onset; stretches of no length are left out.

    Fields are separated by spaces, so those within the file's and the speakers' names become underscores, and what
    readers take for a missing value or a quotation gets another form; names that are the same after that are told
    apart by a number. What is missing of an incomplete transcript is not to be scored (NOSCORE).
    """
    file_id = _field(file_stem(transcript.audio))
    labels = _labels(transcript.speakers)
    stretches = sorted((span, labels[turn.speaker]) for turn in transcript.turns for span in turn.speech)
    lines = [_line("SPEAKER", file_id, span, label) for span, label in stretches if span.duration_ms]
    return "".join([*lines, *_unscored(transcript, file_id)])


def _unscored(transcript: Transcript, file_id: str) -> list[str]:
    start_ms, end_ms = transcript.incomplete_from_ms, transcript.audio.duration_ms
    if start_ms is None or end_ms <= start_ms:
        return []
    return [_line("NOSCORE", file_id, Span(start_ms, end_ms), "<NA>")]


def _line(kind: str, file_id: str, span: Span, label: str) -> str:
    onset_s, duration_s = span.start_ms / 1000, span.duration_ms / 1000
    return f"{kind} {file_id} 1 {onset_s:.3f} {duration_s:.3f} <NA> <NA> {label} <NA> <NA>\n"


def _field(text: str) -> str:
    field = "_".join(one_line(text).split()).replace('"', "'")
    return f"{field}_" if field.casefold() in _MISSING else field


def _labels(speakers: Iterable[Speaker]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for speaker in speakers:
        labels[speaker.id] = unlike(labels.values(), _field(speaker_name(speaker)), "{name}_{number}")
    return labels
