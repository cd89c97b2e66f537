"""The part of doubtful passages: the regression behind the weights, and its section of the page."""

import numpy as np
import pytest
from any_talk import talk, turn, words
from bench import doubt
from bench.doubt_fit import Judged, area_under_curve, fitted
from bench.doubt_recordings import Transcribed
from bench.doubt_speed import ranking_s
from bench.probe_doubt import passage_figures
from bench.records import Record
from bench.thin_margins import judged_turns, margin_figures

from desktop_app.core.doubt.values import Reason
from desktop_app.core.evaluation.values import SpokenSpan, SpokenText, Truth
from desktop_app.core.transcript.values import Transcript

RIGHT = "we all went down to the sea"
TRUTH = Truth(
    tuple(SpokenSpan(f"p{at % 2}", 5000 * at, 5000 * at + 2100) for at in range(12)),
    tuple(SpokenText(RIGHT, at) for at in range(12)),
)


def transcript() -> Transcript:
    """Twelve turns; those by a thin margin hold a wrong word."""
    texts = (RIGHT.replace("went", "want") if at % 3 == 0 else RIGHT for at in range(12))
    return talk(
        *(turn(f"S{at % 2 + 1}", text, 5000 * at, margin=0.05 if at % 3 == 0 else 0.5) for at, text in enumerate(texts))
    )


def recording(name: str = "made") -> Transcribed:
    return Transcribed(name, transcript(), TRUTH, words(RIGHT))


def test_what_goes_with_errors_is_weighed_and_what_does_not_is_not() -> None:
    weights = fitted([Judged(recording())]).of
    assert weights[Reason.MARGIN] > 1
    assert weights[Reason.NAME] == pytest.approx(0, abs=1e-6)
    assert min(weights.values()) >= 0


def test_chance_is_the_share_of_places_that_hold_an_error() -> None:
    judged = Judged(recording())
    assert judged.chance(1) == pytest.approx(4 / 84)
    assert judged.chance(7) == pytest.approx(4 / 12)
    assert judged.chance(8) == 0


def test_the_area_under_the_curve_counts_ties_for_half() -> None:
    assert area_under_curve(np.array([1.0, 2.0, 3.0]), np.array([0.0, 1.0, 1.0])) == 1
    assert area_under_curve(np.array([1.0, 1.0]), np.array([0.0, 1.0])) == 0.5


def test_margins_are_judged_by_the_speech_below_a_threshold() -> None:
    swapped = tuple(
        SpokenSpan("p0" if each.speaker == "p1" and at < 2 else each.speaker, each.start_ms, each.end_ms)
        for at, each in enumerate(TRUTH.spans)
    )
    turns = list(judged_turns(Transcribed("made", transcript(), Truth(swapped), ())))
    assert [each.wrong_ms > 0 for each in turns] == [False, True] + [False] * 10
    figures = margin_figures(turns)
    assert figures["below"]["0.08"] == {
        "turns": 4,
        "precision": 0,
        "recall": 0,
        "hatched": pytest.approx(100 / 3, abs=0.1),
    }
    assert figures["unknown"]["turns"] == 0


def test_the_section_tells_shares_and_margins() -> None:
    recordings = [recording("made"), recording("made"), recording("others")]
    turns = [each for one in recordings for each in judged_turns(one)]
    measured = {
        **passage_figures([Judged(each) for each in recordings]),
        "margins": {"all": margin_figures(turns)},
        "ranking_s": ranking_s(recordings[:1], least_words=200),
    }
    record = Record(doubt.NAME, measured, None, "2026-11-25", 2.0, 0.5, "abc1234")
    page = "\n".join(doubt.section({doubt.NAME: record}))
    assert "| made (2, 4 min, 168 words) |" in page
    assert "| under 0.08 | 0 % / 0 %, 12 turns |" in page
    assert "| no margin known | – |" in page
