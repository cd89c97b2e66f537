"""Speed without another pitch: what sounds is where the count says, and whole from its first word."""

import numpy as np
import pytest
from synthesis import onsets_s, tone

from desktop_app.core.playback.stretch import LEAD_S, Stretch

HZ = 48_000
SPEEDS = (0.5, 0.75, 1.25, 1.5, 2.0)


def stretched(sound: np.ndarray, speed: float, *, lead: np.ndarray | None = None) -> np.ndarray:
    stretch = Stretch(speed, HZ)
    before = np.zeros(round(LEAD_S * HZ), np.float32) if lead is None else lead
    stereo = np.repeat(np.concatenate([before, sound])[:, np.newaxis], 2, axis=1)
    parts = [stretch.push(stereo[first : first + 4800]) for first in range(0, len(stereo), 4800)]
    return np.concatenate([*parts, stretch.finish()])[:, 0]


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_count_of_samples_tells_the_place(speed: float) -> None:
    at_s = np.arange(0.2, 19.8, 0.5)
    sound = tone(HZ, 20.0)
    sound *= (np.arange(len(sound)) / HZ - 0.2) % 0.5 < 0.1  # long enough to be heard at twice the speed
    given = stretched(sound, speed)
    assert len(given) == pytest.approx(20 * HZ / speed, abs=1)
    places = speed * np.array(onsets_s(given, HZ))
    off = [places[np.abs(places - each).argmin()] - each for each in at_s]
    assert np.abs(off).max() < 0.02
    assert np.abs(np.mean(off)) < 0.006


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_pitch_stays(speed: float) -> None:
    given = stretched(tone(HZ, 4.0, frequency_hz=440), speed)
    spectrum = np.abs(np.fft.rfft(given * np.hanning(len(given))))
    assert spectrum.argmax() * HZ / len(given) == pytest.approx(440, abs=2)


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_first_and_the_last_of_the_sound_are_there(speed: float) -> None:
    given = stretched(tone(HZ, 1.0), speed, lead=tone(HZ, LEAD_S))
    level = np.sqrt(np.square(given).reshape(-1)[: 480 * (len(given) // 480)].reshape(-1, 480).mean(axis=1))
    assert level[0] > 0.25
    assert level[-2] > 0.25
