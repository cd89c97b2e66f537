"""Recordings of scripted voices: transcripts, and the voices that were kept of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import frame_to_ms, seconds_to_frames
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.known_voices.person import Person
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.transcript.values import AudioSource, EngineUse, Span, Speaker, Transcript, Turn

DIMENSION = 32
MODEL = "WeSpeaker ResNet34-LM"
USE = EngineUse("embedding", WESPEAKER.label, "cpu")


def voice(number: int, *, near: int | None = None, cosine: float = 0.0) -> NDArray[np.float32]:
    """A direction of its own, float32 [32], or one at that cosine to another's."""
    own = np.eye(DIMENSION, dtype=np.float32)[number]
    if near is None:
        return own
    other = np.eye(DIMENSION, dtype=np.float32)[near]
    return np.asarray(cosine * other + (1 - cosine**2) ** 0.5 * own, np.float32)


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of speech and a turn of exactly that. by: whom the transcript gives it to; alone_s: None for all."""

    by: str
    start_s: float
    end_s: float
    voice: NDArray[np.float32]
    alone_s: float | None = None


def recording(names: dict[str, str], said: Sequence[Said], *, use: EngineUse = USE) -> tuple[Transcript, Voices]:
    """names: of the speakers, by id."""
    pieces, turns = [], []
    for track, each in enumerate(sorted(said, key=lambda one: one.start_s)):
        start, end = seconds_to_frames(each.start_s), seconds_to_frames(each.end_s)
        active = np.ones(end - start, np.bool_)
        clean = active.copy()
        if each.alone_s is not None:
            clean[seconds_to_frames(each.alone_s) :] = False
        pieces.append(Piece(track, start, active, clean))
        span = Span(frame_to_ms(start), frame_to_ms(end))
        turns.append(Turn(each.by, span.start_ms, span.end_ms, speech=(span,)))
    speakers = tuple(Speaker(id_, name, colour) for colour, (id_, name) in enumerate(names.items()))
    embeddings = np.array([each.voice for each in sorted(said, key=lambda one: one.start_s)], np.float32)
    transcript = Transcript(AudioSource("talk.wav", 600_000), speakers, tuple(turns), (use,))
    return transcript, Voices(tuple(pieces), embeddings.reshape(-1, DIMENSION), 600_000)


def talk(by: str, number: int, *, times: int, each_s: float = 4.0, from_s: float = 0.0) -> list[Said]:
    """So many pieces of one voice, with a pause of a second behind each."""
    return [Said(by, at, at + each_s, voice(number)) for at in from_s + np.arange(times) * (each_s + 1.0)]


def person(name: str, number: int, *, model: str = MODEL, vectors: int = 5) -> Person:
    """Somebody whose voice is known."""
    return Person(name, model, np.tile(voice(number), (vectors, 1)), np.full(vectors, 4.0))
