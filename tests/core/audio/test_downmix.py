import numpy as np
import pytest
from numpy.typing import NDArray
from synthesis import tone, voice

from desktop_app.core.audio.downmix import weigh
from desktop_app.core.audio.voice_survey import survey

RATE_HZ = 16_000
LENGTH_S = 18.0
VOICE = voice(LENGTH_S, seed=1)
NOTHING = np.zeros_like(VOICE)
NOISE = np.random.default_rng(0).normal(0, 0.1, len(VOICE)).astype(np.float32)
TIMES_S = np.arange(len(VOICE)) / RATE_HZ
FIVE = ("FL", "FR", "FC", "LFE", "BL", "BR")
EARLY = np.where(TIMES_S < 9, VOICE, 0)
LATE = np.where(TIMES_S < 9, 0, voice(LENGTH_S, seed=2))


def weights(*sounds: NDArray[np.floating], layout: tuple[str, ...] = ()) -> list[float]:
    side_by_side = np.stack(sounds, axis=1).astype(np.float32)
    return np.round(weigh(survey([side_by_side], len(sounds)), layout), 3).tolist()


def time_code(frames_a_second: float = 25) -> NDArray[np.float64]:
    """Linear time code: a square wave that changes at every bit, and within those that are 1."""
    bit_s = 1 / (80 * frames_a_second)
    ones = np.flatnonzero(np.random.default_rng(1).integers(0, 2, int(LENGTH_S / bit_s)))
    edges = np.sort(np.concatenate([np.arange(0, LENGTH_S, bit_s), (ones + 0.5) * bit_s]))
    return np.where(np.searchsorted(edges, TIMES_S, side="right") % 2, 0.3, -0.3)


def hum(mains_hz: float) -> NDArray[np.float64]:
    return 0.3 * np.sum([np.sin(2 * np.pi * mains_hz * k * TIMES_S + k) / k for k in range(1, 30)], axis=0)


NO_VOICE = {
    "silence": NOTHING,
    "an offset": NOTHING + 0.2,
    "hiss": NOISE,
    "rumble": np.cumsum(NOISE - NOISE.mean()) / 50,
    "time code": time_code(),
    "film's time code": time_code(24),
    "time code that pauses": np.where((TIMES_S > 5) & (TIMES_S < 7), 0, time_code()),
    "a square wave": 0.3 * np.sign(np.sin(2 * np.pi * 1200 * TIMES_S)),
    "a tone": tone(RATE_HZ, LENGTH_S, frequency_hz=1000),
    "beeps": tone(RATE_HZ, LENGTH_S, frequency_hz=1000) * (TIMES_S % 1 < 0.1),
    "hum of 50 Hz": hum(50),
    "hum of 60 Hz": hum(60),
    "clicks": np.where(np.arange(len(VOICE)) % 8000 == 0, 0.8, 0),
}


@pytest.mark.parametrize("other", NO_VOICE.values(), ids=NO_VOICE)
@pytest.mark.parametrize("gain", [0.1, 2.0])
def test_a_channel_that_carries_no_voice_is_not_heard(other: NDArray[np.floating], gain: float) -> None:
    assert weights(VOICE, gain * other) == [1, 0]
    assert weights(gain * other, VOICE) == [0, 1]


@pytest.mark.parametrize(
    ("sounds", "expected"),
    [((VOICE,), [1]), ((VOICE, VOICE), [0.5, 0.5]), ((VOICE, NOTHING, VOICE, NOISE), [0.5, 0, 0.5, 0])],
)
def test_channels_of_one_sound_are_averaged(sounds: tuple[NDArray[np.float32], ...], expected: list[float]) -> None:
    assert weights(*sounds) == expected


def test_two_people_left_and_right_are_both_heard() -> None:
    assert weights(EARLY, LATE) == pytest.approx([0.5, 0.5], abs=0.1)


def test_a_faint_person_on_the_right_is_made_louder_but_not_by_more_than_it_may() -> None:
    assert weights(EARLY, LATE / 3) == pytest.approx([0.5, 1.5], abs=0.2)
    assert weights(EARLY, LATE / 30) == [0.5, 2]


def test_somebody_who_speaks_only_in_the_last_minute_is_heard() -> None:
    long = np.tile(VOICE, 40)
    last = np.zeros_like(long)
    last[-len(VOICE) :] = LATE
    assert all(weights(long, last))


@pytest.mark.parametrize(
    "common", [NOTHING, hum(50) / 10, hum(60), 0.3 * NOISE, NOISE, tone(RATE_HZ, LENGTH_S, frequency_hz=1000)]
)
def test_of_swapped_wires_one_is_heard_whatever_both_have_in_common(common: NDArray[np.floating]) -> None:
    heard = weights(VOICE + common / 4, common / 4 - VOICE)
    assert sorted(heard) == [0, 1]


def test_wires_swapped_in_the_middle_are_found() -> None:
    assert weights(VOICE, np.where(TIMES_S < 12, VOICE, -0.9 * VOICE)) == [1, 0]


def kept_of(bleed: list[list[float]], *people: NDArray[np.floating]) -> list[float]:
    """How loud each of the people is in the mix, against the loudest. bleed: how much of each is in each sound."""
    hiss = np.random.default_rng(5).normal(0, 1e-4, (len(bleed), len(VOICE)))
    sounds = np.array(bleed).T @ np.stack(people) + hiss
    levels = np.abs(np.array(bleed) @ weights(*sounds))
    return (levels / levels.max()).tolist()


@pytest.mark.parametrize("db", [-7, -12, -20])
def test_nobody_is_lost_whose_voice_is_in_another_s_microphone_in_opposite_phase(db: int) -> None:
    bleed = 10 ** (db / 20)
    assert kept_of([[1, -bleed], [-bleed, 1]], EARLY, LATE) == pytest.approx([1, 1], abs=0.2)
    assert min(kept_of([[1, -bleed], [0, 1]], EARLY, LATE)) > 0.5
    assert min(kept_of([[1, 0], [-bleed, 1]], EARLY, LATE)) > 0.5


@pytest.mark.parametrize("db", [-7, -12, -20])
def test_one_of_three_microphones_may_be_upside_down(db: int) -> None:
    bleed = 10 ** (db / 20)
    thirds = [np.where(third == TIMES_S // 6, voice(LENGTH_S, seed=third), 0) for third in range(3)]
    upside_down = [[1, bleed, -bleed], [bleed, 1, -bleed], [bleed, bleed, -1]]
    assert min(kept_of(upside_down, *thirds)) > 0.5


def test_a_click_in_each_channel_makes_swapped_wires_no_two_people() -> None:
    click = np.where(np.arange(len(VOICE)) % 3000 < 800, 0.3, 0) * NOISE * 10
    left, right = np.where(TIMES_S < 4, click, 0), np.where(TIMES_S > 14, click, 0)
    heard = weights(VOICE + left, right - VOICE)
    assert abs(heard[0] - heard[1]) > 0.9


def test_of_swapped_wires_without_a_voice_one_is_heard_too() -> None:
    steady = tone(RATE_HZ, 3.0)
    assert weights(steady, -0.9 * steady) == [1, 0]


def test_where_nobody_speaks_everything_that_sounds_is_averaged() -> None:
    assert weights(NOISE, tone(RATE_HZ, LENGTH_S), NOTHING) == [0.5, 0.5, 0]
    assert weights(NOTHING, NOTHING) == [0.5, 0.5]


EFFECTS = tone(RATE_HZ, LENGTH_S, frequency_hz=40)


def test_the_front_centre_is_taken_where_it_carries_the_voice() -> None:
    assert weights(NOISE, NOISE / 2, VOICE, EFFECTS, NOISE, NOISE, layout=FIVE) == [0, 0, 1, 0, 0, 0]
    assert weights(VOICE / 5, VOICE / 5, VOICE, EFFECTS, VOICE / 9, VOICE / 9, layout=FIVE) == [0, 0, 1, 0, 0, 0]


def test_other_channels_are_weighed_as_broadcasters_do_without_the_effects() -> None:
    found = weights(VOICE, LATE, EARLY, EFFECTS, VOICE, NOTHING, layout=FIVE)
    assert found == pytest.approx([0.243, 0.243, 0.343, 0, 0.172, 0], abs=0.001)


def test_seven_channels_have_their_layout_too() -> None:
    seven = (*FIVE, "SL", "SR")
    found = weights(NOTHING, VOICE, NOTHING, EFFECTS, NOTHING, NOTHING, LATE, NOTHING, layout=seven)
    assert found == pytest.approx([0, 0.586, 0, 0, 0, 0, 0.414, 0], abs=0.001)


def test_six_microphones_are_no_film() -> None:
    assert weights(EARLY, NOTHING, NOTHING, LATE, NOTHING, NOTHING, layout=FIVE)[3] > 0.3


def test_a_recording_without_a_sample_is_no_obstacle() -> None:
    assert weights(VOICE[:0], VOICE[:0]) == [0.5, 0.5]
