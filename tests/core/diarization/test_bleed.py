"""Whose own what is heard in a microphone is."""

from collections.abc import Sequence

import numpy as np
import pytest
from audio.synthesis import voice
from numpy.typing import NDArray

from desktop_app.core.diarization.bleed import OwnSpeech, own_speech
from desktop_app.core.diarization.segmentation import frame_to_samples

LENGTH_S = 30.0
TIMES_S = np.arange(round(LENGTH_S * 16_000)) / 16_000
FRAMES = len(TIMES_S) // 270
SPEAKS = [(TIMES_S % 10 < 4), (TIMES_S % 10 > 3) & (TIMES_S % 10 < 7), TIMES_S % 10 > 7.5]
PEOPLE = [np.where(speaks, voice(LENGTH_S, seed=seed), 0) for seed, speaks in enumerate(SPEAKS)]
Sounds = Sequence[NDArray[np.floating]]


def microphones(people: Sounds, bleed: float, *, late_ms: float = 0.0, gains: Sequence[float] = ()) -> Sounds:
    """One for each of the people, with the others in it, and some hiss."""
    late = round(late_ms * 16)
    others = [np.concatenate([np.zeros(late), each[: len(each) - late]]) for each in people]
    random = np.random.default_rng(0)
    return [
        gain * (own + bleed * sum(each for at, each in enumerate(others) if at != place))
        + random.normal(0, 1e-4, len(own))
        for place, (own, gain) in enumerate(zip(people, gains or [1.0] * len(people), strict=True))
    ]


def heard(sound: NDArray[np.floating], threshold: float = 3e-4) -> NDArray[np.bool_]:
    """Where there is anything to hear, near or far."""
    places = [frame_to_samples(frame) for frame in range(len(sound) // 270)]
    return np.array([np.abs(sound[max(0, at - 800) : at + 800]).max() > threshold * 3 for at in places])


def found_in(sounds: Sounds) -> OwnSpeech:
    return own_speech([np.asarray(each, np.float32) for each in sounds], [heard(each) for each in sounds])


def owners(sounds: Sounds) -> tuple[tuple[int, ...], list[tuple[float, float]]]:
    """The microphones that are somebody's, and of each: how much of its person's time is told to be theirs, and how
    much of the time in which they are silent."""
    found = found_in(sounds)
    shares = []
    for column, place in enumerate(found.microphones):
        at = np.array([min(frame_to_samples(frame), len(TIMES_S) - 1) for frame in range(len(found.active))])
        speaks, active = SPEAKS[min(place, 2)][at], found.active[:, column]
        shares.append((float(active[speaks].mean()), float(active[~speaks].mean())))
    return found.microphones, shares


@pytest.mark.parametrize("late_ms", [0.0, 3.0])
@pytest.mark.parametrize("bleed", [0.0, 0.1, 0.2])
@pytest.mark.parametrize("gains", [(1.0, 1.0, 1.0), (0.1, 1.0, 0.4)])
def test_the_others_faint_speech_is_nobody_s_here(bleed: float, late_ms: float, gains: Sequence[float]) -> None:
    places, shares = owners(microphones(PEOPLE, bleed, late_ms=late_ms, gains=gains))
    assert places == (0, 1, 2)
    for own, others in shares:
        assert own > 0.7
        assert others < 0.03


def test_who_talks_at_once_with_another_is_heard_in_both() -> None:
    found = found_in(microphones(PEOPLE, 0.1))
    both = [frame for frame in range(FRAMES) if 3.2 < frame_to_samples(frame) / 16_000 % 10 < 3.8]
    assert found.active[both, 0].mean() > 0.5
    assert found.active[both, 1].mean() > 0.5


def test_a_microphone_in_which_nobody_but_the_others_is_heard_is_nobody_s() -> None:
    silent = 0.1 * PEOPLE[0] + 0.07 * PEOPLE[1] + np.random.default_rng(1).normal(0, 1e-4, len(TIMES_S))
    sounds = [*microphones(PEOPLE[:2], 0.1), silent]
    found = found_in(sounds)
    theirs = dict(zip(found.microphones, found.active.mean(axis=0).tolist(), strict=True))
    assert theirs[0] > 0.3
    assert theirs[1] > 0.2
    assert theirs.get(2, 0.0) < 0.01


@pytest.mark.parametrize("gain", [1.0, 0.3, -1.0])
def test_two_microphones_that_hear_the_same_are_one(gain: float) -> None:
    room = sum(PEOPLE)
    hiss = np.random.default_rng(2).normal(0, 1e-4, (2, len(TIMES_S)))
    found = own_speech(
        [np.asarray(each, np.float32) for each in (room + hiss[0], gain * room + hiss[1])], [heard(room)] * 2
    )
    assert found.microphones == (0,)
    assert found.active.mean() > 0.5


@pytest.mark.parametrize("bleed", [0.03, 0.1])
def test_a_microphone_s_noise_is_nobody_s_speech_in_another_s_pauses(bleed: float) -> None:
    one, other = (np.where(speaks, voice(LENGTH_S, seed=seed), 0) for seed, speaks in enumerate(SPEAKS[:2]))
    noise = np.random.default_rng(4).normal(0, 1, (2, len(TIMES_S))) * [[1e-4], [0.003]]
    sounds = [one + bleed * other + noise[0], other + bleed * one + noise[1]]
    bridged = np.ones(FRAMES, np.bool_)  # as the segmentation does, which hears talk from afar
    found = own_speech([np.asarray(each, np.float32) for each in sounds], [heard(sounds[0]), bridged])
    at = np.array([frame_to_samples(frame) for frame in range(FRAMES)]).clip(max=len(TIMES_S) - 1)
    nobody = ~(SPEAKS[0] | SPEAKS[1])[at]
    assert found.active[nobody, 1].mean() < 0.1
    assert found.active[SPEAKS[1][at], 1].mean() > 0.7


def test_who_was_muted_at_first_has_no_less_of_a_bleed_later() -> None:
    sounds = microphones(PEOPLE, 0.1)
    sounds[1][: 5 * 16_000] = 0
    _, shares = owners(sounds)
    assert [others < 0.1 for _, others in shares] == [True] * 3


def test_who_says_one_sentence_in_a_long_talk_has_said_it() -> None:
    times_s = np.arange(300 * 16_000) / 16_000
    says = (times_s > 200) & (times_s < 203)
    talker, other = voice(300, seed=1) * ~says, voice(300, seed=2) * says
    hiss = np.random.default_rng(3).normal(0, 1e-4, (2, len(times_s)))
    sounds = [talker + 0.1 * other + hiss[0], other + 0.1 * talker + hiss[1]]
    found = found_in(sounds)
    assert found.microphones == (0, 1)
    at = np.array([frame_to_samples(frame) for frame in range(len(found.active))]).clip(max=len(times_s) - 1)
    assert found.active[says[at], 1].mean() > 0.5
    assert found.active[~says[at], 1].mean() < 0.01
    assert found.active[~says[at], 0].mean() > 0.7


def test_nothing_is_nobody_s() -> None:
    nothing = np.zeros(FRAMES, np.bool_)
    found = own_speech([np.zeros(16_000, np.float32)] * 2, [nothing, nothing])
    assert found.microphones == ()
    assert found.active.shape == (FRAMES, 0)
