"""Phrases that are preferred: where the model wavers, piece by piece."""

import numpy as np
import pytest

from desktop_app.core.asr.parakeet_onnx.phrase_boost import BONUS, NOTHING, PhraseBoost


def logits(**scores: float) -> np.ndarray:
    found = np.full(10, -50.0, np.float32)
    for name, score in scores.items():
        found[int(name[1:])] = score
    return found


def test_the_first_piece_of_a_phrase_wins_where_it_is_nearly_as_good() -> None:
    boost = PhraseBoost([(3, 4)])
    assert boost.choose(logits(p7=0.0, p3=-BONUS + 0.1), 7, boost.start) == 3
    assert boost.choose(logits(p7=0.0, p3=-BONUS - 0.1), 7, boost.start) == 7


def test_a_later_piece_is_preferred_only_when_those_before_were_said() -> None:
    boost = PhraseBoost([(3, 4)])
    assert boost.choose(logits(p7=0.0, p4=-1.0), 7, boost.start) == 7
    assert boost.choose(logits(p7=0.0, p4=-1.0), 7, boost.after(boost.start, 3)) == 4
    assert boost.choose(logits(p7=0.0, p4=-1.0), 7, boost.after(boost.after(boost.start, 3), 5)) == 7


def test_of_phrases_that_begin_alike_each_can_be_gone_on_with() -> None:
    boost = PhraseBoost([(3, 4), (3, 5, 6)])
    after = boost.after(boost.start, 3)
    assert boost.choose(logits(p7=0.0, p4=-3.0, p5=-1.0), 7, after) == 5
    assert boost.choose(logits(p7=0.0, p6=-1.0), 7, boost.after(after, 5)) == 6


def test_a_phrase_may_begin_in_the_middle_of_another() -> None:
    boost = PhraseBoost([(3, 4), (8, 9)])
    after = boost.after(boost.start, 3)
    assert boost.choose(logits(p7=0.0, p8=-1.0), 7, after) == 8
    assert boost.choose(logits(p7=0.0, p9=-1.0), 7, boost.after(after, 8)) == 9


@pytest.mark.parametrize("boost", [NOTHING, PhraseBoost([()])])
def test_without_phrases_the_best_piece_is_taken(boost: PhraseBoost) -> None:
    assert boost.choose(logits(p7=0.0, p3=-0.1), 7, boost.start) == 7
