"""A finished transcript under a new clustering: the same words, other speakers."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, recluster
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.pipeline.speaker_match import match_speakers
from desktop_app.core.pipeline.transcript_parts import parts_of
from desktop_app.core.pipeline.word_turns import turns_of
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers
from desktop_app.core.transcript.values import Transcript


def recluster_transcript(
    transcript: Transcript,
    voices: Voices,
    bounds: SpeakerBounds,
    *,
    sensitivity: float,
    known: Sequence[KnownSpeaker] | None = None,
) -> Transcript:
    """The transcript under the clustering that bounds and sensitivity give; see reassign and recluster."""
    return reassign(transcript, recluster(voices, bounds, sensitivity=sensitivity), known=known)


def reassign(
    transcript: Transcript, diarization: Diarization, *, known: Sequence[KnownSpeaker] | None = None
) -> Transcript:
    """The transcript with its words given to the speakers of another diarization of the same recording.

    Every word keeps its text, times, confidence and place among its neighbours. Turns that stay with one speaker keep
    their borders; the clustering that a transcript was made with gives the same transcript again. known: everybody
    whose name and colour count, the transcript's own speakers if None; see match_speakers. A diarization without
    speech changes nothing.
    """
    if not diarization.full:
        return transcript
    speakers = match_speakers(diarization.full, known_speakers(transcript) if known is None else known)
    turns = turns_of(parts_of(transcript), diarization, {number: each.id for number, each in speakers.items()})
    return replace(transcript, speakers=tuple(speakers.values()), turns=turns)
