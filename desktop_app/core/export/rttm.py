"""RTTM: who spoke when, as evaluation tools read it (NIST Rich Transcription Time Marked, SPEAKER lines)."""

from collections.abc import Container, Iterable
from itertools import chain, count

from desktop_app.core.export.one_line import file_stem, one_line, speaker_name
from desktop_app.core.transcript.values import Speaker, Transcript


def render(transcript: Transcript) -> str:
    """A line per stretch of speech, with or without words, by onset; stretches of no length are left out.

    Fields are separated by spaces, so those within the file's and the speakers' names become underscores; names that
    are the same after that are told apart by a number.
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
    return "_".join(one_line(text).split())


def _labels(speakers: Iterable[Speaker]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for speaker in speakers:
        labels[speaker.id] = _unlike(labels.values(), _field(speaker_name(speaker)))
    return labels


def _unlike(taken: Container[str], label: str) -> str:
    numbered = (f"{label}_{number}" for number in count(2))
    return next(candidate for candidate in chain([label], numbered) if candidate not in taken)
