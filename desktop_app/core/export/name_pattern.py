"""What exports are called: a pattern, in which a few words stand for what is known of the recording."""

from datetime import date

from desktop_app.core.store.file_names import safe_stem
from desktop_app.core.transcript.values import Transcript

NAME, DATE, LANGUAGE = "{name}", "{date}", "{language}"
USUAL_PATTERN = NAME


def stem_by(pattern: str, name: str, transcript: Transcript, today: date) -> str:
    """The files' name without an ending, one that every disk takes; never empty. name: the recording's."""
    words = {NAME: name, DATE: today.isoformat(), LANGUAGE: transcript.language or ""}
    for word, meaning in words.items():
        pattern = pattern.replace(word, meaning)
    return safe_stem(pattern)
