"""The parts of long recordings that are heard, on the disk until their recording is done: no death loses hours."""

import base64
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.project.packed_json import pack, unpack
from desktop_app.core.project.transcript_json import read_transcript, transcript_document
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.transcript.values import Span
from desktop_app.terminal.worklist_item import HeardPart

_FOLDER = ".diarist-parts"


class KeptParts:
    """A file for each part. recording: an id of it, and of all that decides what is heard; no path."""

    def __init__(self, folder: Path) -> None:
        """folder: that of the record."""
        self._folder = folder / _FOLDER

    def keep(self, recording: str, part: HeardPart) -> None:
        """Have a part on the disk, if anything was heard of it. OSError where that cannot be."""
        if part.made is None:
            return
        self._folder.mkdir(mode=0o700, exist_ok=True)  # it holds voices
        voices = None if part.made.voices is None else base64.b64encode(part.made.voices).decode()
        document = {"transcript": transcript_document(part.made.transcript), "voices": voices, "seconds": part.seconds}
        write_atomically(self._path(recording, part.span), pack(document))

    def find(self, recording: str, span: Span) -> HeardPart | None:
        """The part, if it was kept and is whole."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            return _part(span, unpack(self._path(recording, span).read_bytes()))
        return None

    def forget(self, recording: str) -> None:
        """All is joined."""
        with suppress(OSError):  # what is left over does no harm
            for path in self._folder.glob(f"{recording}.*"):
                path.unlink(missing_ok=True)
            self._folder.rmdir()  # unless parts of others are in it

    def _path(self, recording: str, span: Span) -> Path:
        return self._folder / f"{recording}.{span.start_ms}-{span.end_ms}.part"


def _part(span: Span, document: dict[str, Any]) -> HeardPart:
    voices = None if document["voices"] is None else base64.b64decode(document["voices"], validate=True)
    return HeardPart(span, Transcription(read_transcript(document["transcript"]), voices), float(document["seconds"]))
