"""RTTM: who spoke when, as evaluation tools read it (NIST Rich Transcription Time Marked, SPEAKER lines)."""

from collections.abc import Iterable

from desktop_app.core.export.one_line import file_stem, one_line, speaker_name, unlike
from desktop_app.core.transcript.values import Speaker, Transcript

# What pandas, and with it pyannote.database, reads as a missing value (its STR_NA_VALUES), whatever the capitals.
_MISSING = {"#n/a", "#n/a_n/a", "#na", "-1.#ind", "-1.#qnan", "-nan", "1.#ind", "1.#qnan", "<na>", "n/a"}
_MISSING |= {"na", "nan", "nat", "none", "null"}


def render(transcript: Transcript) -> str:
    """A line per stretch of speech, with or without words, by onset; stretches of no length are left out.

    Fields are separated by spaces, so those within the file's and the speakers' names become underscores, and what
    readers take for a missing value or a quotation gets another form; names that are the same after that are told
    apart by a number.
    """
    file_id = _field(file_stem(transcript.audio))
    labels = _labels(transcript.speakers)
    stretches = sorted((span, labels[turn.speaker]) for turn in transcript.turns for span in turn.speech)
    return "".join(
        f"SPEAKER {file_id} 1 {span.start_ms / 1000:.3f} {span.duration_ms / 1000:.3f} <NA> <NA> {label} <NA> <NA>\n"
        for span, label in stretches
        if span.duration_ms
    )


def _field(text: str) -> str:
    field = "_".join(one_line(text).split()).replace('"', "'")
    return f"{field}_" if field.casefold() in _MISSING else field


def _labels(speakers: Iterable[Speaker]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for speaker in speakers:
        labels[speaker.id] = unlike(labels.values(), _field(speaker_name(speaker)), "{name}_{number}")
    return labels
