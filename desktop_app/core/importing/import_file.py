"""A transcript that somebody has, tied to its recording."""

from dataclasses import replace
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.importing.import_format import ImportFormat
from desktop_app.core.importing.reading import Contents, as_transcript, media_of, read_contents
from desktop_app.core.importing.sound_beside import media_name, sound_beside
from desktop_app.core.importing.sound_facts import audio_source
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.store.content_id import content_id
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.translation import tr


def import_file(path: Path, *, sound: Path | None = None, chosen: ImportFormat | None = None) -> Transcript:
    """The transcript in a file.

    sound: its recording; without it, the one that the file names, or the one of the same name beside it, if that can be
    read. Where there is none, the transcript names the file that is to be looked for. chosen: the format, told by the
    file if None. TranscriptFileError where there is no transcript; AudioError where `sound` cannot be read.
    """
    contents = read_contents(path, chosen)
    if sound is not None:
        return as_transcript(contents, audio_source(sound))
    return _tied_by_itself(path, contents)


def _tied_by_itself(path: Path, contents: Contents) -> Transcript:
    if not isinstance(contents, ReadTranscript) and Path(contents.audio.file).exists():
        return as_transcript(contents)
    found = sound_beside(path, media_of(contents))
    if found is not None and _may_be(found, contents):
        try:
            return as_transcript(contents, audio_source(found))
        except AudioError as error:
            return _noted(
                _untied(path, contents), tr("The recording beside it cannot be used: {why}.", why=error.cause)
            )
    return _untied(path, contents)


def _may_be(found: Path, contents: Contents) -> bool:
    """Not where the transcript knows another content of its recording."""
    known = None if isinstance(contents, ReadTranscript) else contents.audio.sha256
    return known is None or content_id(found) == known


def _untied(path: Path, contents: Contents) -> Transcript:
    name = media_name(media_of(contents)) or path.stem
    return as_transcript(contents, file=str(path.absolute().with_name(name)))


def _noted(transcript: Transcript, note: str) -> Transcript:
    return replace(transcript, warnings=(*transcript.warnings, note))


def has_sound(audio: AudioSource) -> bool:
    """Whether a transcript's recording lies where it says."""
    return Path(audio.file).is_file()
