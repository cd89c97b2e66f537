"""The trials of known voices: nobody is in both halves, nobody is heard in what they were enrolled from."""

from collections.abc import Iterator

import numpy as np
import pytest
from bench.known_voices_hearing import Heard
from bench.known_voices_trials import halves, trials
from bench.probe_known_voices import _fitted, _tuned
from bench.sound_conditions import CONDITIONS

from desktop_app.core.known_voices.clean_speech import Speech


def people(count: int, recordings: int, seconds: float) -> Iterator[tuple[str, dict[str, dict[str, Speech]]]]:
    """Voices with a direction each; what is heard in a recording lies in one of its own, too."""
    for number in range(count):
        by_name = {}
        for recording in range(recordings):
            vector = np.zeros(64, np.float32)
            vector[number], vector[20 + recording] = 0.8, 0.6
            by_name[f"r{recording}"] = dict.fromkeys(
                CONDITIONS, Speech(np.tile(vector, (2, 1)), np.full(2, seconds / 2))
            )
        yield f"p{number}", by_name


HEARD: Heard = {**dict(people(6, 4, 8.0)), "brief": dict(people(7, 1, 4.0))["p6"]}


def test_halves_share_nobody_and_both_can_enrol() -> None:
    one, other = halves(HEARD)
    assert not one.keys() & other.keys()
    assert {**one, **other}.keys() == HEARD.keys()
    assert sum(name.startswith("p") for name in one) == 3


def test_whoever_is_enrolled_is_heard_in_other_recordings() -> None:
    made = list(trials(HEARD, seed=1))
    assert {trial.person for trial in made if trial.known} == {f"p{number}" for number in range(6)}
    for trial in made:
        if trial.known:
            assert trial.scores[trial.person] < 0.95  # what they were enrolled from would have 1
            assert not trial.as_stranger().known
    assert [trial.person for trial in made if not trial.known] == ["brief"] * 60


def test_tuning_finds_everybody_where_voices_lie_apart() -> None:
    made = list(trials(HEARD, seed=1))
    threshold, margin = _tuned(made)
    assert min(trial.scores[trial.person] for trial in made if trial.known) >= threshold
    slope, middle = _fitted(made)
    assert slope > 0
    assert 0.2 < middle < 0.8
    assert margin >= 0


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_keeps_length_and_loudness(condition: str) -> None:
    sound = (0.1 * np.random.default_rng(3).standard_normal(16_000)).astype(np.float32)
    heard = CONDITIONS[condition](sound)
    assert heard.dtype == np.float32
    assert heard.shape == sound.shape
    assert 0.1 < float(np.linalg.norm(heard) / np.linalg.norm(sound)) < 2
