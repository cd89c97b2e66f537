"""WhisperX's JSON: segments whose words have a speaker each (https://github.com/m-bain/whisperX)."""

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing.json_document import inside, keys_of
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.importing.whisper_segments import stretches_of


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    first = inside(document, "segments", 0)
    word = inside(first, "words", 0)
    return "segments" in keys_of(document) and (
        "word_segments" in keys_of(document) or "score" in keys_of(word) or "speaker" in keys_of(first)
    )


def read(document: object) -> ReadTranscript:
    """A stretch for every segment. ValueError where something is not what it must be."""
    field = Field(document)
    return ReadTranscript(
        tuple(stretches_of(field.member("segments"), "score")), language=field.member("language").or_null(Field.text)
    )
