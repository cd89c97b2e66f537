"""What is missing of a transcript that somebody has, found out in its recording."""

from pathlib import Path

from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.given import Given, Missing
from desktop_app.core.pipeline.given_speakers import transcribe_given_speakers
from desktop_app.core.pipeline.given_words import diarize_given_words
from desktop_app.core.pipeline.stages import JobListener, JobOptions
from desktop_app.core.pipeline.transcribe import Transcription


def find_missing(
    path: Path, given: Given, engines: Engines, options: JobOptions, listener: JobListener
) -> Transcription:
    """The transcript with what was missing; see diarize_given_words and transcribe_given_speakers."""
    if given.missing is Missing.WORDS:
        written = transcribe_given_speakers(path, given.transcript, engines, options, listener)
        return Transcription(written, voices=None)
    return diarize_given_words(path, given.transcript, engines, options, listener)
