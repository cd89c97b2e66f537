"""Recordings in which scripted voices are heard: transcripts with words, and their voices as a job gives them."""

from collections.abc import Sequence
from dataclasses import replace

from core.known_voices.recordings import Said, recording

from desktop_app.core.diarization.voices import pack_voices
from desktop_app.core.transcript.values import Transcript, Word


def heard(names: dict[str, str], said: Sequence[Said]) -> tuple[Transcript, bytes]:
    """names: of the speakers, by id."""
    transcript, voices = recording(names, said)
    turns = (
        replace(turn, words=(Word(f"word{number}", turn.start_ms, turn.end_ms),))
        for number, turn in enumerate(transcript.turns)
    )
    return replace(transcript, turns=tuple(turns)), pack_voices(voices)
