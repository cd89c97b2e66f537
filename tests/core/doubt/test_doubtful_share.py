"""How much of a transcript is doubtful."""

import pytest
from any_talk import talk, transcripts, turn
from hypothesis import given

from desktop_app.core.doubt.doubtful_passages import doubtful_passages
from desktop_app.core.doubt.doubtful_share import doubtful_share
from desktop_app.core.transcript.values import Transcript


def test_where_nothing_was_said_no_share_is_told() -> None:
    assert doubtful_share(talk()) is None


def test_what_the_engine_is_sure_of_counts_as_not_doubtful() -> None:
    assert doubtful_share(talk(turn("S1", "we met them at the station", confidence=0.995))) == 0


def test_words_of_doubtful_passages_count_against_all_words() -> None:
    heard = talk(turn("S1", "quite wrong here", confidence=0.1))
    (passage,) = doubtful_passages(heard)
    assert doubtful_share(heard) == pytest.approx((passage.end_word - passage.first_word) / 3)


@given(transcripts())
def test_it_is_a_share(heard: Transcript) -> None:
    assert 0 <= (doubtful_share(heard) or 0) <= 1
