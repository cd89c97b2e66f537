"""Who speaks when, where everybody has a microphone: one speaker for each, told by no voice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.assignment import Assignment
from desktop_app.core.diarization.bleed import own_speech
from desktop_app.core.diarization.offline import Diarization, tracks_in
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.pauses import without_pauses
from desktop_app.core.diarization.pieces import Piece, cut_pieces
from desktop_app.core.diarization.recording_segmenter import AnySegmenter
from desktop_app.core.diarization.segmentation import (
    FRAME_STEP_SAMPLES,
    frame_to_samples,
    samples_to_frame,
    seconds_to_frames,
)
from desktop_app.core.diarization.speech_check import SecondOpinion, spoken
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline, full_timeline
from desktop_app.core.diarization.tracks import Track

_LEAST_SPEECH_FRAMES = seconds_to_frames(0.2)
"""Whoever says less in a whole recording than this is nobody, but what was left of the others."""


class SpeechFinder(SecondOpinion, Protocol):
    """Knows by itself where somebody speaks, too: short answers in an otherwise silent channel are easily missed."""

    def stretches(self, samples: NDArray[np.float32]) -> Sequence[tuple[int, int]]:
        """Where somebody speaks in samples float32 [n], from one place to another."""
        ...


@dataclass(frozen=True, slots=True)
class SpeakersApart:
    """Who speaks when. sounds: of each speaker, by number, the place of the sound that is theirs."""

    diarization: Diarization
    sounds: tuple[int, ...]


def listen_apart(
    sounds: Sequence[NDArray[np.float32]],
    segmenter: AnySegmenter,
    *,
    hop: Hop,
    opinion: SpeechFinder,
    on_progress: Callable[[float], None],
) -> SpeakersApart:
    """The speakers of sounds float32 [n] each, all of one length, 16 kHz, numbered in the sounds' order.

    A sound in which nobody but others is heard has no speaker. on_progress: 0 to 1.
    """
    on_progress(0.0)
    heard: list[NDArray[np.bool_]] = []

    def told(done: float) -> None:
        on_progress((len(heard) + done) / len(sounds))

    for samples in sounds:
        tracks = tracks_in(samples, segmenter, hop, told)
        heard.append(_anybody(tracks, opinion.stretches(samples), len(samples)))
    on_progress(1.0)
    own = own_speech(sounds, heard)
    by_sound = {
        sound: _pieces(own.active[:, column], sounds[sound], opinion) for column, sound in enumerate(own.microphones)
    }
    theirs = {
        sound: pieces for sound, pieces in by_sound.items() if sum(map(_spoken_frames, pieces)) >= _LEAST_SPEECH_FRAMES
    }
    duration_ms = max(map(len, sounds)) * 1000 // SAMPLE_RATE_HZ
    return SpeakersApart(_diarization(list(theirs.values()), duration_ms), tuple(theirs))


def of_speaker(diarization: Diarization, speaker: int) -> Diarization:
    """The same with one speaker alone, who is number 0."""
    own = tuple(replace(segment, speaker=0) for segment in diarization.full if segment.speaker == speaker)
    return Diarization(own, own, speakers=1, embedded=0, skipped=0)


def _anybody(tracks: Sequence[Track], stretches: Sequence[tuple[int, int]], samples: int) -> NDArray[np.bool_]:
    """Where any of the tracks, or of the stretches, has speech; bool [frames], at least all those of the samples."""
    frames = max([samples // FRAME_STEP_SAMPLES + 1, *(track.start + len(track.active) for track in tracks)])
    anybody = np.zeros(frames, np.bool_)
    for track in tracks:
        anybody[track.start : track.start + len(track.active)] |= track.active
    for first, end in stretches:
        anybody[samples_to_frame(first) : samples_to_frame(end)] = True
    return anybody


def _pieces(active: NDArray[np.bool_], samples: NDArray[np.float32], opinion: SecondOpinion) -> list[Piece]:
    pieces = spoken(cut_pieces([Track(0, active)]), samples, opinion) if active.any() else []
    return [without_pauses(piece, _sound_of(piece, samples)) for piece in pieces]


def _sound_of(piece: Piece, samples: NDArray[np.float32]) -> NDArray[np.float32]:
    return samples[frame_to_samples(piece.start) : frame_to_samples(piece.end)]


def _spoken_frames(piece: Piece) -> int:
    return int(piece.active.sum())


def _diarization(speakers: Sequence[Sequence[Piece]], duration_ms: int) -> Diarization:
    full: list[Segment] = []
    for number, pieces in enumerate(speakers):
        nobody_else = Assignment(np.full(len(pieces), number), np.full(len(pieces), np.nan))
        full += full_timeline(pieces, nobody_else, duration_ms)
    full.sort(key=lambda segment: (segment.start_ms, segment.end_ms, segment.speaker))
    return Diarization(tuple(full), exclusive_timeline(full), speakers=len(speakers), embedded=0, skipped=0)
