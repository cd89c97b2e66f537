"""The JSON of OpenAI's Whisper and of faster-whisper: segments without speakers, perhaps with words. The segments may
stand alone, in a list."""

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing.json_document import inside, keys_of
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.importing.whisper_segments import stretches_of


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    first = inside(document, 0) if isinstance(document, list) else inside(document, "segments", 0)
    is_empty = inside(document, "segments") == [] and "text" in keys_of(document)
    return is_empty or {"start", "end", "text"} <= keys_of(first)


def read(document: object) -> ReadTranscript:
    """A stretch for every segment. ValueError where something is not what it must be."""
    if isinstance(document, list):
        return ReadTranscript(tuple(stretches_of(Field(document), "probability")))
    field = Field(document)
    stretches = tuple(stretches_of(field.member("segments"), "probability"))
    return ReadTranscript(stretches, language=field.member("language").or_null(Field.text))
