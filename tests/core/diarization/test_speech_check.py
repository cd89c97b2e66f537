import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.diarization import speech_check
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import frame_to_samples, seconds_to_frames
from desktop_app.core.diarization.speech_check import spoken, spoken_blocks

SOUND = np.zeros(16_000 * 20, np.float32)


class Opinion:
    """Hears somebody in these stretches of seconds alone."""

    def __init__(self, *heard: tuple[float, float]) -> None:
        self._heard = [(round(start_s * 16_000), round(end_s * 16_000)) for start_s, end_s in heard]

    def is_anybody(self, _samples: NDArray[np.float32], first: int, last: int) -> bool:
        return any(start < last and first < end for start, end in self._heard)

    def onset(self, _samples: NDArray[np.float32], first: int, last: int) -> int | None:
        starts = [max(start, first) for start, end in self._heard if start < last and first < end]
        return min(starts, default=None)


def piece(start_s: float, end_s: float, track: int = 0) -> Piece:
    active = np.ones(seconds_to_frames(end_s - start_s), np.bool_)
    return Piece(track, seconds_to_frames(start_s), active, active)


def spans(pieces: list[Piece]) -> list[tuple[float, float]]:
    return [(frame_to_samples(each.start) / 16_000, frame_to_samples(each.end) / 16_000) for each in pieces]


def roughly(*expected: tuple[float, float]) -> list[object]:
    return [pytest.approx(each, abs=0.06) for each in expected]


def test_pieces_in_which_nobody_is_heard_go() -> None:
    kept = spoken([piece(1, 3), piece(5, 8), piece(10, 12)], SOUND, Opinion((1, 3), (10, 12)))
    assert spans(kept) == roughly((1, 3), (10, 12))


@pytest.mark.parametrize("early_s", [0.25, 0.45, 1.0])
def test_a_blip_before_the_first_word_does_not_pull_the_turn_forward(early_s: float) -> None:
    kept = spoken([piece(5 - early_s, 9)], SOUND, Opinion((5, 9)))
    assert spans(kept) == roughly((4.95, 9))


def test_a_blip_apart_from_the_first_word_goes_though_it_may_be_somebody() -> None:
    class Lenient(Opinion):
        def is_anybody(self, _samples: NDArray[np.float32], first: int, last: int) -> bool:
            return True

    assert spans(spoken([piece(4.3, 4.5), piece(4.7, 9)], SOUND, Lenient((4.9, 9)))) == roughly((4.85, 9))


def test_a_soft_beginning_stays() -> None:
    assert spans(spoken([piece(4.9, 9)], SOUND, Opinion((5, 9)))) == roughly((4.9, 9))


def test_everybody_who_seems_to_begin_with_the_blip_begins_later() -> None:
    kept = spoken([piece(4.6, 9), piece(4.7, 6, track=1)], SOUND, Opinion((5, 9)))
    assert spans(kept) == roughly((4.95, 9), (4.95, 6))


def test_inside_of_speech_no_beginning_is_doubted() -> None:
    kept = spoken([piece(1, 5), piece(5.1, 9)], SOUND, Opinion((1, 5), (5.6, 9)))
    assert spans(kept) == roughly((1, 5), (5.1, 9))


def test_nobody_anywhere_leaves_nothing() -> None:
    assert spoken([piece(1, 3)], SOUND, Opinion()) == []
    assert spoken([], SOUND, Opinion()) == []


def test_what_is_found_comes_before_all_has_been_asked_about_and_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Counting(Opinion):
        def is_anybody(self, samples: NDArray[np.float32], first: int, last: int) -> bool:
            asked.append(first)
            return super().is_anybody(samples, first, last)

    pieces = [piece(1, 2), piece(4.6, 9), piece(4.7, 6, track=1), piece(9.2, 12), piece(14.5, 18)]
    opinion = Counting((1, 2), (5, 12), (15, 18))
    whole = spans(spoken(pieces, SOUND, opinion))
    asked.clear()
    monkeypatch.setattr(speech_check, "_BLOCK", 2)
    blocks = spoken_blocks(pieces, SOUND, opinion)
    first = next(blocks)
    assert len(asked) == 2
    assert spans([*first, *(each for block in blocks for each in block)]) == whole
    assert whole == roughly((1, 2), (4.95, 9), (4.95, 6), (9.2, 12), (14.95, 18))
