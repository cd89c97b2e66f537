"""What stays on the disk of a transcription: its voices, and the counts of what told them apart."""

import logging
from dataclasses import replace

from desktop_app.core.diarization.errors import DiarizationError
from desktop_app.core.diarization.voices import Voices, unpack_voices
from desktop_app.core.pipeline.last_job import remember_job
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.store.voices_cache import keep_voices, kept_voices
from desktop_app.core.transcript.values import Transcript

_log = logging.getLogger(__name__)


def finished(transcription: Transcription, options: JobOptions) -> Transcript:
    """The transcript of a job that is done, with its voices kept if the options say so."""
    if transcription.transcript.embedding is not None:
        remember_job(transcription.transcript.embedding)
    return with_kept_voices(transcription) if options.keep_voices else transcription.transcript


def with_kept_voices(transcription: Transcription) -> Transcript:
    """Keep the voices, if anybody was told by them, and give the transcript their id.

    A transcript is worth more than its voices: where they cannot be kept, it comes back without an id, and the log
    says so.
    """
    if transcription.voices is None:
        return transcription.transcript
    try:
        voices_id = keep_voices(transcription.voices)
    except OSError as error:
        _log.warning("the voices cannot be kept, so the speakers cannot be changed later (%s)", error)
        return transcription.transcript
    return replace(transcription.transcript, voices=voices_id)


def voices_of(transcript: Transcript) -> Voices:
    """The voices that were kept of a transcript's recording; VoicesUnavailable where there are none that serve."""
    packed = kept_voices(transcript.voices)
    try:
        return unpack_voices(packed)
    except DiarizationError as error:
        raise VoicesUnavailable(f"{error}") from error
