"""Talks as the pipeline makes them, out of pieces of speech that are given to speakers in one way or another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline
from desktop_app.core.pipeline.align import TurnBuilder, speakers_of
from desktop_app.core.pipeline.regions import Region, cut_regions
from desktop_app.core.transcript.values import AudioSource, Span, Transcript, Word

MAX_TURN_MS = 10_000


@dataclass(frozen=True)
class Piece:
    """Speech of one voice."""

    start_ms: int
    end_ms: int


def diarized(pieces: Sequence[Piece], speakers: Sequence[int]) -> Diarization:
    """The timelines of these pieces, each given to a speaker, numbered by their first word."""
    segments: list[Segment] = []
    for speaker in sorted(set(speakers)):
        mine = sorted((p.start_ms, p.end_ms) for p, s in zip(pieces, speakers, strict=True) if s == speaker)
        for start_ms, end_ms in mine:
            last = segments[-1] if segments and segments[-1].speaker == speaker else None
            if last and start_ms <= last.end_ms:
                segments[-1] = Segment(speaker, last.start_ms, max(last.end_ms, end_ms), 0.5)
            else:
                segments.append(Segment(speaker, start_ms, end_ms, 0.5))
    segments.sort(key=lambda each: (each.start_ms, each.end_ms, each.speaker))
    return renumbered(segments, {old: new for new, old in enumerate(dict.fromkeys(s.speaker for s in segments))})


def renumbered(full: Sequence[Segment], numbers: dict[int, int]) -> Diarization:
    """The diarization with other numbers for its speakers."""
    renamed = tuple(Segment(numbers[s.speaker], s.start_ms, s.end_ms, s.margin) for s in full)
    return Diarization(renamed, exclusive_timeline(renamed), len(numbers), len(full), 0)


def talk(diarization: Diarization, words_of: Callable[[Region], Sequence[Word]]) -> Transcript:
    """The transcript that the pipeline makes of a diarization and the words of each region."""
    end_ms = max((segment.end_ms for segment in diarization.full), default=0)
    silence = np.zeros((end_ms + 1000) * 16, np.float32)
    regions = cut_regions(diarization.exclusive, silence, max_ms=MAX_TURN_MS)
    builder = TurnBuilder(regions, diarization.full)
    turns = builder.all_turns(builder.turn(region, words_of(region)) for region in regions)
    return Transcript(AudioSource("talk.wav", end_ms), speakers_of(diarization.speakers), turns)


def believe_all(words: Sequence[Word], _samples: NDArray[np.float32], _span: Span) -> tuple[Word, ...]:
    """Whatever was heard was said."""
    return tuple(words)


def spoken(text: str, start_ms: int, step_ms: int = 400) -> tuple[Word, ...]:
    """The words of a text, each as long as the step."""
    return tuple(
        Word(each, start_ms + at * step_ms, start_ms + (at + 1) * step_ms) for at, each in enumerate(text.split())
    )
