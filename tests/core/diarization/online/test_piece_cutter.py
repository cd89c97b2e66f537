import numpy as np

from desktop_app.core.diarization.online.piece_cutter import PieceCutter
from desktop_app.core.diarization.online.steps import Moment
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.tracks import Track

S = 60
"""Frames in about a second."""


def moment(end: int, **tracks: tuple[int, int]) -> Moment:
    """Tracks by number, each active from a frame up to another."""
    told = {}
    for name, (first, last) in tracks.items():
        active = np.zeros(end, np.bool_)
        active[first:last] = True
        told[int(name[1:])] = Track(0, active)
    return Moment(told, end)


def spans(pieces: tuple[Piece, ...]) -> list[tuple[int, int, int]]:
    return [(piece.track, piece.start, piece.end) for piece in pieces]


def test_a_stretch_is_open_while_it_may_change_and_then_complete_once() -> None:
    cutter = PieceCutter()
    now = cutter.cut(moment(3 * S, t0=(S, 3 * S)))
    assert (spans(now.closed), spans(now.open)) == ([], [(0, S, 3 * S)])
    later = cutter.cut(moment(9 * S, t0=(S, 3 * S)))
    assert (spans(later.closed), spans(later.open)) == ([(0, S, 3 * S)], [])
    again = cutter.cut(moment(10 * S, t0=(S, 3 * S)))
    assert (again.closed, again.open) == ((), ())


def test_what_newer_windows_give_to_another_track_is_not_told_twice() -> None:
    cutter = PieceCutter()
    cutter.cut(moment(9 * S, t0=(S, 3 * S)))
    now = cutter.cut(moment(10 * S, t1=(2 * S, 5 * S)))
    assert spans(now.closed + now.open) == [(1, 3 * S, 5 * S)]


def test_who_speaks_at_the_same_time_is_heard_however_late_that_is_known() -> None:
    cutter = PieceCutter()
    cutter.cut(moment(9 * S, t0=(S, 3 * S)))
    (now,) = cutter.cut(moment(10 * S, t0=(S, 3 * S), t1=(2 * S, 5 * S))).closed
    assert (now.track, now.start, now.end) == (1, 2 * S, 5 * S)
    assert now.clean.nonzero()[0][0] == S


def test_what_is_complete_is_forgotten_with_the_frames_that_it_lies_in() -> None:
    cutter = PieceCutter()
    cutter.cut(moment(9 * S, t0=(S, 3 * S)))
    newer = Track(20 * S, np.ones(2 * S, np.bool_))
    assert spans(cutter.cut(Moment({1: newer}, 22 * S)).open) == [(1, 20 * S, 22 * S)]
    assert spans(cutter.cut(Moment({1: newer}, 30 * S)).closed) == [(1, 20 * S, 22 * S)]
