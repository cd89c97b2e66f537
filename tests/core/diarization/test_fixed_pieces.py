"""A person's decisions tell which pieces are one speaker's."""

import numpy as np
import pytest

from desktop_app.core.diarization.fixed_pieces import fixed_pieces
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import frame_to_ms
from desktop_app.core.transcript.decisions import Decision
from desktop_app.core.transcript.values import Span


def piece(start: int, end: int, *, track: int = 0, active: slice = slice(None), clean: int | None = None) -> Piece:
    """Frames in which a voice is heard in some, and the first so many of them clean."""
    heard = np.zeros(end - start, np.bool_)
    heard[active] = True
    return Piece(track, start, heard, heard & (np.arange(end - start) < (end - start if clean is None else clean)))


def decision(start: int, end: int, speaker: str) -> Decision:
    """From one frame to another."""
    return Decision(Span(frame_to_ms(start), frame_to_ms(end)), speaker)


def test_pieces_within_decisions_are_numbered_by_speaker_and_others_are_free() -> None:
    pieces = [piece(0, 100), piece(120, 200), piece(300, 400), piece(500, 600)]
    decisions = [decision(0, 100, "S2"), decision(110, 210, "S1"), decision(480, 700, "S2")]
    assert fixed_pieces(pieces, decisions).tolist() == [0, 1, -1, 0]


@pytest.mark.parametrize(("end", "expected"), [(49, -1), (50, -1), (51, 0), (100, 0)])
def test_more_than_half_of_a_piece_must_lie_within(end: int, expected: int) -> None:
    assert fixed_pieces([piece(0, 100)], [decision(0, end, "S1")]).tolist() == [expected]


def test_what_is_heard_counts_not_the_pauses() -> None:
    pieces = [piece(0, 100, active=slice(70, 100))]
    assert fixed_pieces(pieces, [decision(0, 70, "S1")]).tolist() == [-1]
    assert fixed_pieces(pieces, [decision(70, 100, "S1")]).tolist() == [0]


def test_several_decisions_of_one_speaker_count_together() -> None:
    decisions = [decision(0, 30, "S1"), decision(30, 60, "S2"), decision(70, 100, "S1")]
    assert fixed_pieces([piece(0, 100)], decisions).tolist() == [0]


def test_of_two_pieces_that_lie_over_each_other_the_clean_one_is_the_speaker_s() -> None:
    pieces = [piece(0, 200, clean=120), piece(130, 170, track=1, clean=0)]
    assert fixed_pieces(pieces, [decision(0, 200, "S1")]).tolist() == [0, -1]


def test_without_pieces_or_decisions_nothing_is_fixed() -> None:
    assert fixed_pieces([], [decision(0, 10, "S1")]).tolist() == []
    assert fixed_pieces([piece(0, 10)], []).tolist() == [-1]


def test_decisions_beyond_the_last_piece_do_no_harm() -> None:
    decisions = [Decision(Span(0, 5), "S1"), decision(10, 10_000, "S2")]
    assert fixed_pieces([piece(0, 40)], decisions).tolist() == [1]
