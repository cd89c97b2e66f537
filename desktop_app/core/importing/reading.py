"""A file of whatever kind into a transcript, or one sentence that says why not."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.importing.building import too_long, transcript_of
from desktop_app.core.importing.decoded import decoded
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.import_format import ImportFormat, Takes
from desktop_app.core.importing.json_document import load_json
from desktop_app.core.importing.limits import MOST_BYTES
from desktop_app.core.importing.registry import ENDINGS, formats_of
from desktop_app.core.importing.uncollected import uncollected
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.translation import tr

Contents = ReadTranscript | Transcript
"""What stands in a file; Diarist's own JSON holds the whole transcript."""


def read_contents(path: Path, chosen: ImportFormat | None = None) -> Contents:
    """What stands in a file. chosen: the format; told by its ending and its contents if None.

    TranscriptFileError where it cannot be read, is too large, or is none of the formats; with the line, where one is
    wrong.
    """
    try:
        with uncollected():
            return _read(_bytes(path), [chosen] if chosen else formats_of(path))
    except OSError as error:
        raise TranscriptFileError(path, error.strerror or str(error)) from error
    except MalformedFile as error:
        cause = error.cause if error.line is None else tr("line {line}: {cause}", line=error.line, cause=error.cause)
        raise TranscriptFileError(path, cause) from error
    except ValueError as error:
        raise TranscriptFileError(path, str(error)) from error
    except RecursionError as error:
        raise TranscriptFileError(path, tr("it is nested too deeply")) from error


def as_transcript(contents: Contents, audio: AudioSource | None = None, *, file: str = "") -> Transcript:
    """The transcript of what stands in a file. audio: the recording that it belongs to, if that is here; file: what the
    recording is called otherwise."""
    if isinstance(contents, ReadTranscript):
        with uncollected():
            return transcript_of(contents, audio, file=file)
    if audio is None:
        return contents
    end_ms = max((turn.end_ms for turn in contents.turns), default=0)
    return replace(contents, audio=audio, warnings=(*contents.warnings, *too_long(end_ms, audio)))


def media_of(contents: Contents) -> str:
    """What the recording's file is called, or its whole path, as far as the file says so; '' where it does not."""
    return contents.media if isinstance(contents, ReadTranscript) else contents.audio.file


def _bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise MalformedFile(tr("it is no file"))
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise MalformedFile(tr("it is larger than {n} MB, which no transcript is", n=MOST_BYTES >> 20))
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise MalformedFile(tr("it is empty"))
    return data


def _read(data: bytes, formats: Sequence[ImportFormat]) -> Contents:
    if not formats:
        raise MalformedFile(
            tr("transcripts are read from files that end with {endings}", endings=", ".join(sorted(ENDINGS)))
        )
    takes = formats[0].takes
    given: object = data
    if takes is Takes.TEXT:
        given = decoded(data)
    elif takes is Takes.JSON:
        given = load_json(data)
    for each in formats:
        if len(formats) == 1 or each.fits is None or each.fits(given):
            return each.read(given)
    raise MalformedFile(
        tr("it is the JSON of no program that is known here: {names}", names=", ".join(each.label for each in formats))
    )
