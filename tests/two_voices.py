"""A talk of two voices that were taken for one speaker: what a grouping can put right."""

import numpy as np

from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.voices import Voices, pack_voices
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

SECOND_FRAMES = 59


def voices() -> bytes:
    """Two voices, each heard for ten seconds."""
    heard = np.ones(10 * SECOND_FRAMES, np.bool_)
    pieces = tuple(Piece(number, number * 12 * SECOND_FRAMES, heard, heard) for number in range(2))
    return pack_voices(Voices(pieces, np.eye(2, 8, dtype=np.float32), 25_000))


def talk(speaker: str = "Speaker 1", sha256: str | None = None) -> Transcript:
    """One speaker said it all, as far as was known."""
    turns = tuple(
        Turn(
            "S1",
            start_ms,
            start_ms + 9900,
            (Word(text, start_ms + 500, start_ms + 900),),
            (Span(start_ms, start_ms + 9900),),
        )
        for text, start_ms in (("Yes.", 50), ("No.", 12_100))
    )
    return Transcript(AudioSource("talk.wav", 25_000, sha256=sha256), (Speaker("S1", speaker, 0),), turns)
