"""Suggestions: the right name where a voice is near enough and alone in that, and none otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.known_voices.calibration import MARGIN, THRESHOLD, probability
from desktop_app.core.known_voices.enrolment import enrol
from desktop_app.core.known_voices.suggestions import Suggestion, match, suggest
from desktop_app.core.transcript.values import EngineUse
from known_voices.recordings import MODEL, Said, person, recording, talk, voice

ANNA, BEN = person("Anna", 0), person("Ben", 1)


def test_who_was_enrolled_is_suggested_in_a_later_recording_and_a_stranger_is_not() -> None:
    anna = enrol(*recording({"a": "Anna"}, talk("a", 0, times=6)), "a")
    later = [*talk("x", 5, times=2), *talk("y", 0, times=2, from_s=20)]
    found = suggest(*recording({"x": "Speaker 1", "y": "Speaker 2"}, later), [anna, BEN])
    assert {key: each.person for key, each in found.items()} == {"y": "Anna"}
    assert found["y"].score == pytest.approx(1.0, abs=1e-5)


def test_a_speaker_who_is_hardly_heard_is_unknown() -> None:
    transcript, voices = recording({"x": "Speaker 1"}, [Said("x", 0, 2.5, voice(0))])
    assert suggest(transcript, voices, [ANNA]) == {}


@pytest.mark.parametrize("use", [(), (EngineUse("embedding", "Mine", "cpu", "aa"),)])
def test_voices_of_another_model_are_compared_with_nobody(use: tuple[EngineUse, ...]) -> None:
    transcript, voices = recording({"x": "Speaker 1"}, talk("x", 0, times=3))
    assert suggest(replace(transcript, engines=use), voices, [ANNA]) == {}


@pytest.mark.parametrize(("off", "count"), [(0.01, 1), (-0.01, 0)])
def test_the_score_has_to_reach_the_threshold(off: float, count: int) -> None:
    heard = {"x": voice(9, near=0, cosine=THRESHOLD + off)}
    assert len(match(heard, [ANNA], model=MODEL)) == count


@pytest.mark.parametrize(("off", "count"), [(0.01, 1), (-0.01, 0)])
def test_the_score_has_to_lead_by_the_margin(off: float, count: int) -> None:
    first, second = 0.65, 0.65 - MARGIN - off
    between = first * voice(0) + second * voice(1) + (1 - first**2 - second**2) ** 0.5 * voice(9)
    assert len(match({"x": between}, [ANNA, BEN], model=MODEL)) == count
    assert len(match({"x": between}, [ANNA], model=MODEL)) == 1


@pytest.mark.parametrize("order", [("x", "y"), ("y", "x")])
def test_of_two_speakers_like_one_person_the_better_gets_the_name_and_the_other_none(order: tuple[str, ...]) -> None:
    heard = {"x": voice(8, near=0, cosine=0.7), "y": voice(9, near=0, cosine=0.8)}
    found = match({key: heard[key] for key in order}, [ANNA, BEN], model=MODEL)
    assert {key: each.person for key, each in found.items()} == {"y": "Anna"}


def test_plain_embeddings_serve_and_rows_that_are_no_numbers_do_not_count() -> None:
    rows = np.stack([voice(0), np.full(32, np.nan, np.float32), voice(0)])
    assert match({3: rows}, [ANNA], model=MODEL)[3].score == pytest.approx(1.0, abs=1e-5)
    assert match({3: rows[1:2]}, [ANNA], model=MODEL) == {}


def test_people_of_another_dimension_or_model_are_passed_over() -> None:
    assert match({"x": np.eye(8, dtype=np.float32)[0]}, [ANNA], model=MODEL) == {}
    assert match({"x": voice(0)}, [person("Anna", 0, model="other")], model=MODEL) == {}
    assert match({"x": voice(0)}, [], model=MODEL) == {}


def test_a_suggestion_reads_as_a_question() -> None:
    assert str(Suggestion("Anna", 0.7, 0.923)) == "Anna? 92 %"


def test_likelier_scores_have_higher_percentages_and_the_least_is_more_likely_right_than_wrong() -> None:
    told = [probability(score) for score in np.linspace(-1, 1, 50)]
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] < 1
    assert probability(THRESHOLD) > 0.5
