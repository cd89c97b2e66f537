"""Diarist's own JSON, which holds a whole transcript: `export.formats.json_format` reads it."""

from desktop_app.core.export.formats.json_format import read_document
from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing.json_document import inside, keys_of
from desktop_app.core.transcript.values import Transcript


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    return str(inside(document, "schema")).startswith("diarist-") or {"turns", "speakers", "audio"} <= keys_of(document)


def read(document: object) -> Transcript:
    """The transcript, as it was written. ValueError where it is none that this version can read."""
    return read_document(Field(document))
