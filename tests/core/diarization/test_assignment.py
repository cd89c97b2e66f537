import numpy as np
import pytest

from desktop_app.core.diarization.assignment import assign
from desktop_app.core.diarization.pieces import Piece
from diarization.unit_vectors import in_a_plane

VOICES = in_a_plane([0, 90])
UNTOLD = np.full_like(in_a_plane([0]), np.nan)


def piece(track: int, start: int, end: int) -> Piece:
    spoken = np.ones(end - start, np.bool_)
    return Piece(track, start, spoken, spoken)


def test_a_piece_goes_to_the_nearest_speaker_by_the_difference_of_cosines() -> None:
    found = assign([piece(0, 0, 100), piece(1, 200, 300)], in_a_plane([20, 80]), VOICES)
    assert found.speaker.tolist() == [0, 1]
    expected = [np.cos(np.radians(20)) - np.cos(np.radians(70)), np.cos(np.radians(10)) - np.cos(np.radians(80))]
    assert found.margin == pytest.approx(expected, abs=1e-5)


def test_two_pieces_over_each_other_cannot_share_a_speaker() -> None:
    found = assign([piece(0, 0, 100), piece(1, 20, 100)], in_a_plane([5, 30]), VOICES)
    assert found.speaker.tolist() == [0, 1]
    assert found.margin[1] < 0


def test_the_less_certain_of_two_pieces_over_each_other_gives_way() -> None:
    found = assign([piece(0, 0, 100), piece(1, 20, 100)], in_a_plane([30, 5]), VOICES)
    assert found.speaker.tolist() == [1, 0]


def test_pieces_that_hardly_touch_may_share_a_speaker() -> None:
    found = assign([piece(0, 0, 100), piece(1, 90, 190)], in_a_plane([5, 10]), VOICES)
    assert found.speaker.tolist() == [0, 0]


def test_with_one_speaker_all_pieces_are_its_own_and_no_margin_is_known() -> None:
    found = assign([piece(0, 0, 100), piece(1, 20, 100)], in_a_plane([5, 80]), VOICES[:1])
    assert found.speaker.tolist() == [0, 0]
    assert np.isnan(found.margin).all()


def test_a_piece_too_short_to_be_told_follows_its_track() -> None:
    pieces = [piece(0, 0, 100), piece(1, 105, 200), piece(0, 210, 220)]
    found = assign(pieces, np.concatenate([in_a_plane([0, 90]), UNTOLD]), VOICES)
    assert found.speaker.tolist() == [0, 1, 0]
    assert np.isnan(found.margin[2])


def test_without_its_track_it_follows_the_nearest_piece_that_it_does_not_lie_over() -> None:
    pieces = [piece(0, 0, 100), piece(1, 90, 200), piece(2, 110, 120)]
    found = assign(pieces, np.concatenate([in_a_plane([0, 90]), UNTOLD]), VOICES)
    assert found.speaker.tolist() == [0, 1, 0]


def test_where_nothing_was_told_all_is_the_first_speaker() -> None:
    found = assign([piece(0, 0, 20), piece(1, 40, 60)], np.concatenate([UNTOLD, UNTOLD]), VOICES)
    assert found.speaker.tolist() == [0, 0]


def test_a_doubtful_piece_stays_with_the_speaker_of_its_track() -> None:
    doubtful = in_a_plane([0, 47, 3])
    alone = assign([piece(0, 0, 100), piece(1, 150, 250), piece(2, 300, 400)], doubtful, VOICES)
    followed = assign([piece(0, 0, 100), piece(0, 150, 250), piece(0, 300, 400)], doubtful, VOICES)
    assert alone.speaker.tolist() == [0, 1, 0]
    assert followed.speaker.tolist() == [0, 0, 0]


def test_a_clear_piece_leaves_the_speaker_of_its_track() -> None:
    found = assign([piece(0, 0, 100), piece(0, 150, 250)], in_a_plane([0, 70]), VOICES)
    assert found.speaker.tolist() == [0, 1]


def test_a_track_is_forgotten_after_ten_seconds() -> None:
    found = assign([piece(0, 0, 100), piece(0, 750, 850)], in_a_plane([0, 47]), VOICES)
    assert found.speaker.tolist() == [0, 1]


def test_a_scrap_in_the_pause_of_a_piece_is_of_that_piece() -> None:
    paused = piece(0, 0, 200)
    paused.active[90:110] = False
    pieces = [paused, piece(1, 92, 106), piece(2, 300, 400)]
    found = assign(pieces, np.concatenate([in_a_plane([0]), UNTOLD, in_a_plane([90])]), VOICES)
    assert found.speaker.tolist() == [0, 0, 1]


def test_a_speaker_who_is_nearest_to_nothing_gets_a_piece_only_where_so_many_are_asked_for() -> None:
    pieces = [piece(index, 200 * index, 200 * index + 100) for index in range(4)]
    vectors, crowd = in_a_plane([0, 10, 80, 90]), in_a_plane([5, 45, 85])
    assert assign(pieces, vectors, crowd).speaker.tolist() == [0, 0, 2, 2]
    asked = assign(pieces, vectors, crowd, at_least=3).speaker.tolist()
    assert sorted(set(asked)) == [0, 1, 2]
    assert asked.count(1) == 1
    assert asked[1] == 1 or asked[2] == 1


def test_no_more_speakers_get_a_piece_than_there_are_pieces() -> None:
    found = assign([piece(0, 0, 100)], in_a_plane([0]), in_a_plane([0, 40, 90]), at_least=3)
    assert found.speaker.tolist() == [0]


def test_a_piece_whose_speaker_is_known_stays_with_them_and_has_no_margin() -> None:
    found = assign([piece(0, 0, 100), piece(1, 200, 300)], in_a_plane([5, 5]), VOICES, fixed=np.array([-1, 1]))
    assert found.speaker.tolist() == [0, 1]
    assert np.isnan(found.margin).tolist() == [False, True]


def test_of_two_that_lie_over_each_other_the_one_that_is_not_known_gives_way() -> None:
    both = [piece(0, 0, 100), piece(1, 20, 100)]
    for known in (0, 1):
        fixed = np.full(2, -1)
        fixed[known] = 0
        found = assign(both, in_a_plane([5, 10]), VOICES, fixed=fixed)
        assert found.speaker[known] == 0
        assert found.speaker[1 - known] == 1


def test_a_piece_that_was_not_embedded_may_be_known_and_its_neighbours_follow_it() -> None:
    pieces = [piece(0, 0, 100), piece(1, 200, 220), piece(1, 240, 260)]
    found = assign(pieces, np.concatenate([in_a_plane([0]), UNTOLD, UNTOLD]), VOICES, fixed=np.array([-1, 1, -1]))
    assert found.speaker.tolist() == [0, 1, 1]


def test_nobody_is_given_a_piece_that_is_known_to_be_another_s() -> None:
    fixed = np.array([0, 0, -1])
    pieces = [piece(n, 200 * n, 200 * n + 100) for n in range(3)]
    found = assign(pieces, in_a_plane([0, 60, 4]), VOICES, at_least=2, fixed=fixed)
    assert found.speaker.tolist() == [0, 0, 1]
