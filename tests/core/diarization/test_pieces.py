from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.diarization.pieces import (
    MAX_GAP_FRAMES,
    MAX_PIECE_FRAMES,
    MIN_SPEECH_FRAMES,
    Piece,
    clip_of,
    cut_at,
    cut_pieces,
    runs,
)
from desktop_app.core.diarization.segmentation import frame_to_samples, seconds_to_frames
from desktop_app.core.diarization.tracks import Track


def track(start: int, *spoken: tuple[int, int]) -> Track:
    active = np.zeros(max(end for _, end in spoken) + 20, np.bool_)
    for first, last in spoken:
        active[first:last] = True
    return Track(start, active)


def spans(pieces: list[Piece]) -> list[tuple[int, int]]:
    return [(piece.start, piece.end) for piece in pieces]


def test_a_pause_of_up_to_three_tenths_of_a_second_stays_inside_a_piece() -> None:
    gap = seconds_to_frames(0.3)
    assert gap == MAX_GAP_FRAMES
    (piece,) = cut_pieces([track(7, (10, 60), (60 + gap, 120))])
    assert (piece.start, piece.end) == (17, 127)
    assert not piece.active[50 : 50 + gap].any()
    assert not piece.clean[50 : 50 + gap].any()


def test_a_longer_pause_begins_another_piece() -> None:
    gap = MAX_GAP_FRAMES + 1
    assert spans(cut_pieces([track(0, (10, 60), (60 + gap, 120))])) == [(10, 60), (60 + gap, 120)]


def test_a_piece_of_more_than_eight_seconds_is_cut_into_equal_parts() -> None:
    assert spans(cut_pieces([track(0, (0, MAX_PIECE_FRAMES))])) == [(0, MAX_PIECE_FRAMES)]
    pieces = cut_pieces([track(0, (0, 2 * MAX_PIECE_FRAMES + 2))])
    lengths = [piece.end - piece.start for piece in pieces]
    assert len(lengths) == 3
    assert sum(lengths) == 2 * MAX_PIECE_FRAMES + 2
    assert max(lengths) - min(lengths) <= 1


def test_a_stretch_of_under_a_tenth_of_a_second_is_dropped() -> None:
    assert cut_pieces([track(0, (100, 100 + MIN_SPEECH_FRAMES - 1))]) == []
    assert len(cut_pieces([track(0, (100, 100 + MIN_SPEECH_FRAMES))])) == 1


def test_speech_under_another_voice_is_not_clean() -> None:
    first, second = cut_pieces([track(0, (0, 200)), track(50, (100, 300))])
    assert (first.track, second.track) == (0, 1)
    assert runs(first.clean) == [(0, 150)]
    assert runs(second.clean) == [(50, 200)]
    assert (first.clean_frames, second.clean_frames) == (150, 150)


def test_pieces_of_all_tracks_are_ordered_by_start() -> None:
    pieces = cut_pieces([track(0, (300, 400), (600, 700)), track(0, (100, 200), (450, 560))])
    assert [piece.start for piece in pieces] == [100, 300, 450, 600]
    assert [piece.track for piece in pieces] == [1, 0, 1, 0]


@settings(deadline=None)
@given(st.lists(st.booleans(), max_size=60))
def test_runs_are_the_stretches_of_speech(active: list[bool]) -> None:
    found = runs(np.array(active, np.bool_))
    rebuilt = np.zeros(len(active), np.bool_)
    for start, end in found:
        rebuilt[start:end] = True
    assert rebuilt.tolist() == active
    assert all(before < after for (_, before), (after, _) in pairwise(found))


def whole(start: int, frames: int) -> Piece:
    spoken = np.ones(frames, np.bool_)
    return Piece(0, start, spoken, spoken)


def test_a_clip_is_the_sound_of_its_piece() -> None:
    samples = np.arange(100_000, dtype=np.float32)
    clip = clip_of(whole(10, 100), samples)
    assert clip.samples[0] == frame_to_samples(10)
    assert clip.clean == ((0, len(clip.samples)),)
    assert clip.clean_s == pytest.approx(100 * 270 / 16_000)


def test_a_clip_ends_with_the_recording() -> None:
    samples = np.zeros(frame_to_samples(60), np.float32)
    clip = clip_of(whole(10, 100), samples)
    assert len(clip.samples) == 50 * 270
    assert clip.clean == ((0, 50 * 270),)


def test_a_piece_beyond_the_end_has_no_sound() -> None:
    clip = clip_of(whole(100, 50), np.zeros(frame_to_samples(90), np.float32))
    assert (len(clip.samples), clip.clean, clip.clean_s) == (0, (), 0.0)


def test_a_piece_is_cut_into_parts_that_follow_each_other() -> None:
    piece = Piece(3, 50, np.ones(100, np.bool_), np.arange(100) % 2 == 0)
    parts = cut_at(piece, [30, 31])
    assert [(part.track, part.start, len(part.active)) for part in parts] == [(3, 50, 30), (3, 80, 1), (3, 81, 69)]
    assert np.array_equal(np.concatenate([part.clean for part in parts]), piece.clean)


@pytest.mark.parametrize("frames", [[], [0], [100], [-4, 250]])
def test_a_cut_beside_the_piece_leaves_it_whole(frames: list[int]) -> None:
    (part,) = cut_at(whole(50, 100), frames)
    assert (part.start, part.end) == (50, 150)


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=8, max_size=600), st.integers(0, 50), st.integers(0, 180_000))
def test_clean_speech_is_ordered_disjoint_and_inside_the_clip(clean: list[bool], start: int, length: int) -> None:
    piece = Piece(0, start, np.ones(len(clean), np.bool_), np.array(clean, np.bool_))
    clip = clip_of(piece, np.zeros(length, np.float32))
    borders = [at for stretch in clip.clean for at in stretch]
    assert borders == sorted(set(borders))
    assert all(0 <= at <= len(clip.samples) for at in borders)
