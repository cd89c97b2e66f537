"""The offline diarization: a whole recording in, who speaks when out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.assignment import Assignment, assign
from desktop_app.core.diarization.clustering import SpeakerBounds, speaker_centroids
from desktop_app.core.diarization.options import SENSITIVITY, Hop
from desktop_app.core.diarization.piece_embedding import embed_pieces
from desktop_app.core.diarization.pieces import cut_pieces
from desktop_app.core.diarization.recording_segmenter import AnySegmenter, RecordingSegmenter, tracks_of
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES, segment_recording
from desktop_app.core.diarization.speech_check import SecondOpinion, spoken_blocks
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline, full_timeline
from desktop_app.core.diarization.tracks import Track, follow
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.embedding.chain import EmbedderChain

MIN_TRAINING_S = 0.8
"""Clean speech a piece needs to have a say in who the speakers are."""
MOMENT_S = 0.1
"""What a piece counts for that has no clean speech, where it has a say all the same."""


@dataclass(frozen=True, slots=True)
class Diarization:
    """Who speaks when.

    full: with overlap; exclusive: one speaker at a time. Speakers are numbered from 0 by their first word.
    embedded, skipped: pieces of speech whose voice was told, and those too short for it. groups: the speaker of each
    must-link group, None where no piece of it was told or heard.
    """

    full: tuple[Segment, ...]
    exclusive: tuple[Segment, ...]
    speakers: int
    embedded: int
    skipped: int
    groups: tuple[int | None, ...] = ()


def listen(
    samples: NDArray[np.float32],
    segmenter: AnySegmenter,
    embedders: EmbedderChain,
    *,
    hop: Hop,
    opinion: SecondOpinion | None = None,
    on_segmentation: Callable[[float], None],
    on_embedding: Callable[[float], None],
) -> Voices:
    """The voices in samples float32 [n], 16 kHz mono; the callbacks hear how far each long step is, 0 to 1.

    opinion: asked about every piece of what the segmentation takes for speech; that is believed if there is none.

    Segments that no embedder can tell are counted in the chain's report.
    """
    on_segmentation(0.0)
    tracks = tracks_in(samples, segmenter, hop, on_segmentation)
    on_embedding(0.0)
    pieces = cut_pieces(tracks)
    blocks = [pieces] if opinion is None else spoken_blocks(pieces, samples, opinion)
    heard, embeddings = embed_pieces(blocks, samples, embedders, expected=len(pieces), on_progress=on_embedding)
    return Voices(tuple(heard), embeddings, len(samples) * 1000 // SAMPLE_RATE_HZ)


def tracks_in(
    samples: NDArray[np.float32], segmenter: AnySegmenter, hop: Hop, on_progress: Callable[[float], None]
) -> list[Track]:
    """The voices heard in samples float32 [n], each followed as far as it can be. on_progress: 0 to 1."""
    if isinstance(segmenter, RecordingSegmenter):
        return tracks_of(segmenter.active(samples, on_progress=on_progress))
    windows = segment_recording(samples, segmenter, hop=hop, threads=segmenter.callers, on_progress=on_progress)
    return follow(windows)


def recluster(
    voices: Voices,
    bounds: SpeakerBounds,
    *,
    sensitivity: float = SENSITIVITY,
    fixed: NDArray[np.int64] | None = None,
) -> Diarization:
    """Decide who spoke, from the voices alone: well under a second for hours.

    sensitivity: 0 to 1, how small a difference between two voices makes them two speakers. It has no say where the
    bounds ask for an exact number. fixed: int64 [pieces], the must-link group of each piece, -1 where it is free, as
    fixed_pieces gives it; two groups are two speakers, and there are more than the maximum where there are more groups.
    """
    from threadpoolctl import threadpool_limits

    full: tuple[Segment, ...] = ()
    numbers: dict[int, int] = {}
    fixed = np.full(len(voices.pieces), -1) if fixed is None else fixed
    groups = np.unique(fixed[(fixed >= 0) & voices.told])
    if voices.pieces:
        # A matrix product that is shared out among threads rounds otherwise with each number of them.
        with threadpool_limits(1, "blas"):
            assignment = _assignment(voices, bounds, sensitivity, _compact(fixed, groups))
        full = full_timeline(voices.pieces, assignment, voices.duration_ms)
        numbers = _numbers(full)
    full = tuple(replace(segment, speaker=numbers[segment.speaker]) for segment in full)
    told = int(voices.told.sum())
    return Diarization(
        groups=_speakers_of_groups(fixed, groups, numbers),
        full=full,
        exclusive=exclusive_timeline(full),
        speakers=len({segment.speaker for segment in full}),
        embedded=told,
        skipped=len(voices.pieces) - told,
    )


def _assignment(
    voices: Voices, bounds: SpeakerBounds, sensitivity: float, fixed: NDArray[np.int64] | None
) -> Assignment:
    """fixed: as recluster's, with groups from 0 on, of each of which a piece is told; None if all pieces are free."""
    clean_s = np.array([piece.clean_frames for piece in voices.pieces]) * FRAME_STEP_SAMPLES / SAMPLE_RATE_HZ
    seconds = np.maximum(clean_s, MOMENT_S)
    trusted = voices.told & (seconds >= MIN_TRAINING_S)
    chosen = trusted if np.count_nonzero(trusted) >= bounds.minimum else voices.told
    if fixed is not None:
        chosen = chosen | (voices.told & (fixed >= 0))
    centroids = speaker_centroids(
        voices.embeddings[chosen],
        seconds[chosen],
        bounds,
        sensitivity=sensitivity,
        fixed=None if fixed is None else fixed[chosen],
    )
    if not len(centroids):
        return Assignment(np.zeros(len(seconds), np.int64), np.full(len(seconds), np.nan))
    return assign(list(voices.pieces), voices.embeddings, centroids, at_least=bounds.minimum, fixed=fixed)


def _compact(fixed: NDArray[np.int64], groups: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """The place of each piece's group among these, -1 where it is of none; None if there are no groups."""
    if not len(groups):
        return None
    return np.where(np.isin(fixed, groups), np.searchsorted(groups, fixed), -1)


def _numbers(full: tuple[Segment, ...]) -> dict[int, int]:
    """The speakers' numbers by first appearance."""
    numbers: dict[int, int] = {}
    for segment in full:
        numbers.setdefault(segment.speaker, len(numbers))
    return numbers


def _speakers_of_groups(
    fixed: NDArray[np.int64], groups: NDArray[np.int64], numbers: Mapping[int, int]
) -> tuple[int | None, ...]:
    places = {int(group): place for place, group in enumerate(groups)}  # centroids of groups come first
    return tuple(numbers.get(places.get(group, -1)) for group in range(int(fixed.max(initial=-1)) + 1))
