"""Sounds in which nobody speaks, made by recipe: the same samples every time.

Every recipe gives float32 [n], 16 kHz, with a peak of 1.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
LEVELS = (0.5, 0.1, 0.02)
"""Peaks at which they are tried: loud, usual, faint."""
Sound = NDArray[np.float64]


def non_speech(kind: str, duration_s: float) -> NDArray[np.float32]:
    """The sound of that kind (see RECIPES), with a peak of 1."""
    rng = np.random.default_rng(list(RECIPES).index(kind) + 1)
    sound = RECIPES[kind](rng, round(duration_s * RATE_HZ))
    return np.asarray(sound / np.abs(sound).max(), np.float32)


# What sounds are made of.


def _time(n: int) -> Sound:
    return np.arange(n) / RATE_HZ


def _coloured(rng: np.random.Generator, n: int, exponent: float) -> Sound:
    """Noise whose power falls with frequency to that power: 0 white, 1 pink, 2 brown."""
    spectrum = np.fft.rfft(rng.standard_normal(n))
    frequency = np.maximum(np.fft.rfftfreq(n, 1 / RATE_HZ), 20.0)
    noise = np.fft.irfft(spectrum * frequency ** (-exponent / 2), n)
    return np.asarray(noise / np.abs(noise).max())


def _band(rng: np.random.Generator, n: int, low_hz: float, high_hz: float) -> Sound:
    spectrum = np.fft.rfft(rng.standard_normal(n))
    frequency = np.fft.rfftfreq(n, 1 / RATE_HZ)
    noise = np.fft.irfft(spectrum * ((frequency > low_hz) & (frequency < high_hz)), n)
    return np.asarray(noise / np.abs(noise).max())


def _tone(hz: Sound | float, n: int) -> Sound:
    """A sine whose frequency may change from sample to sample."""
    return np.sin(2 * np.pi * np.cumsum(np.broadcast_to(hz, n)) / RATE_HZ)


def _harmonics(hz: Sound | float, n: int, strengths: Sound) -> Sound:
    tones = [strength * _tone(hz * (number + 1), n) for number, strength in enumerate(strengths)]
    return np.asarray(np.sum(tones, axis=0))


def _vowel(hz: Sound, formants_hz: tuple[float, ...]) -> Sound:
    """A buzz of that pitch, as through a throat with those formants."""
    mean_hz = float(hz.mean())
    numbers = np.arange(1, int(4000 / mean_hz))
    strengths = np.sum([np.exp(-(((numbers * mean_hz - f) / 150) ** 2)) for f in formants_hz], axis=0) + 0.02
    return _harmonics(hz, len(hz), strengths / numbers**0.5)


def _decay(n: int, time_s: float) -> Sound:
    return np.asarray(np.exp(-_time(n) / time_s))


def _events(
    rng: np.random.Generator, n: int, gap_s: tuple[float, float], event: Callable[[np.random.Generator], Sound]
) -> Sound:
    """The event again and again, each a little different, with gaps from begin to begin."""
    sound = np.zeros(n)
    at = round(rng.uniform(*gap_s) * RATE_HZ)
    while at < n:
        one = event(rng)[: n - at]
        sound[at : at + len(one)] += one * rng.uniform(0.5, 1.0)
        at += round(rng.uniform(*gap_s) * RATE_HZ)
    return sound


# The recipes.


def _throbbing(rng: np.random.Generator, n: int) -> Sound:
    return _coloured(rng, n, 2) * (0.55 + 0.45 * _tone(3.0, n))


def _engine(rng: np.random.Generator, n: int) -> Sound:
    speed_hz = 45 + 15 * _tone(0.07, n) + 2 * np.interp(_time(n), _time(n)[::1600], rng.standard_normal(-(-n // 1600)))
    return _harmonics(speed_hz, n, 1 / np.arange(1, 16)) + 0.5 * _band(rng, n, 100, 2000)


def _tones(rng: np.random.Generator, n: int) -> Sound:
    every = RATE_HZ
    return _tone(np.repeat(rng.uniform(200, 3000, -(-n // every)), every)[:n], n)


def _sweep(rng: np.random.Generator, n: int) -> Sound:
    return _tone(100 * 40 ** (_time(n) % 5 / 5), n)


def _siren(rng: np.random.Generator, n: int) -> Sound:
    return _harmonics(900 + 400 * _tone(0.4, n), n, np.array([1, 0.5, 0.3]))


def _bells(rng: np.random.Generator, n: int) -> Sound:
    def stroke(rng: np.random.Generator) -> Sound:
        hz, length = rng.uniform(300, 900), 3 * RATE_HZ
        partials = (0.5, 1, 1.2, 1.5, 2, 2.7)
        return np.asarray(np.sum([_tone(hz * part, length) * _decay(length, 0.9 / part) for part in partials], axis=0))

    return _events(rng, n, (0.8, 2), stroke)


def _music(rng: np.random.Generator, n: int) -> Sound:
    def chord(rng: np.random.Generator) -> Sound:
        root_hz, length = 220 * 2 ** (rng.integers(12) / 12), round(0.9 * RATE_HZ)
        voices = [_harmonics(root_hz * ratio, length, 1 / np.arange(1, 7) ** 1.5) for ratio in (1, 1.26, 1.5)]
        return np.asarray(np.sum(voices, axis=0) * _decay(length, 0.5))

    return _events(rng, n, (0.4, 0.4), chord)


def _melody(rng: np.random.Generator, n: int) -> Sound:
    """Notes with vibrato and formants, one vowel each: a voice without consonants, or a synthesizer's choir."""
    vowels = ((700.0, 1200.0, 2600.0), (300.0, 2300.0, 3000.0), (350.0, 800.0, 2500.0))

    def note(rng: np.random.Generator) -> Sound:
        length = round(rng.uniform(0.4, 1.2) * RATE_HZ)
        hz = 200 * 2 ** (rng.integers(12) / 12) * (1 + 0.02 * _tone(5.5, length))
        return _vowel(hz, vowels[rng.integers(3)]) * np.sin(np.pi * np.arange(length) / length) ** 0.5

    return _events(rng, n, (0.7, 1.3), note)


def _birds(rng: np.random.Generator, n: int) -> Sound:
    def chirp(rng: np.random.Generator) -> Sound:
        length = round(rng.uniform(0.05, 0.2) * RATE_HZ)
        return _tone(np.linspace(*rng.uniform(2000, 6000, 2), length), length) * np.hanning(length)

    return _events(rng, n, (0.1, 0.6), chirp)


def _barks(rng: np.random.Generator, n: int) -> Sound:
    def bark(rng: np.random.Generator) -> Sound:
        length = round(rng.uniform(0.12, 0.25) * RATE_HZ)
        hz = np.linspace(1.2, 0.7, length) * rng.uniform(350, 600)
        voice = _vowel(hz, (900.0, 1600.0)) + 0.8 * _band(rng, length, 400, 3000)
        return np.asarray(voice * np.hanning(length))

    return _events(rng, n, (0.3, 1.2), bark)


def _laughter(rng: np.random.Generator, n: int) -> Sound:
    def fit(rng: np.random.Generator) -> Sound:
        hz, parts = rng.uniform(180, 350), []
        for number in range(int(rng.integers(4, 10))):
            length = round(0.11 * RATE_HZ)
            voice = _vowel(np.full(length, hz * 0.96**number), (750.0, 1300.0, 2600.0)) * np.hanning(length)
            parts += [_band(rng, round(0.08 * RATE_HZ), 500, 5000) * 0.15, voice * 0.9**number]
        return np.concatenate(parts)

    return _events(rng, n, (1.5, 4), fit)


def _applause(rng: np.random.Generator, n: int) -> Sound:
    def clap(rng: np.random.Generator) -> Sound:
        length = round(0.03 * RATE_HZ)
        return _band(rng, length, 600, 5000) * _decay(length, 0.008)

    return _events(rng, n, (0.001, 0.02), clap)


def _rain(rng: np.random.Generator, n: int) -> Sound:
    drops = rng.standard_normal(n) * (rng.random(n) < 0.004)
    return 0.1 * _band(rng, n, 1000, 7900) + np.convolve(drops, _decay(64, 0.001), "same")


def _wind(rng: np.random.Generator, n: int) -> Sound:
    gusts = np.interp(_time(n), np.arange(0, n / RATE_HZ + 2, 1.5), rng.random(int(n / RATE_HZ / 1.5) + 2))
    return _coloured(rng, n, 1.7) * (0.1 + gusts**2)


def _typing(rng: np.random.Generator, n: int) -> Sound:
    def key(rng: np.random.Generator) -> Sound:
        length = round(0.04 * RATE_HZ)
        down = _band(rng, length, 1000, 7000) * _decay(length, 0.004)
        return np.concatenate([down, 0.4 * down])

    return _events(rng, n, (0.08, 0.35), key)


def _footsteps(rng: np.random.Generator, n: int) -> Sound:
    def step(rng: np.random.Generator) -> Sound:
        length = round(0.15 * RATE_HZ)
        return _band(rng, length, 60, 900) * _decay(length, 0.03)

    return _events(rng, n, (0.5, 0.6), step)


def _doors(rng: np.random.Generator, n: int) -> Sound:
    def slam(rng: np.random.Generator) -> Sound:
        length = round(0.8 * RATE_HZ)
        return _coloured(rng, length, 1.5) * _decay(length, 0.12)

    return _events(rng, n, (2, 6), slam)


def _clicks(rng: np.random.Generator, n: int) -> Sound:
    return _events(rng, n, (0.2, 1.5), lambda rng: _decay(80, 0.0008))


def _hum(rng: np.random.Generator, n: int) -> Sound:
    return _harmonics(50.0, n, 1 / np.array([1, 3, 2, 5, 2.5, 8, 4]))


def _time_code(rng: np.random.Generator, n: int) -> Sound:
    """Linear time code, 25 frames of 80 bits a second: a change at every bit, and one more in the middle of a 1."""
    bits = rng.integers(0, 2, round(n / RATE_HZ * 2000) + 2)
    changes = np.ravel(np.stack([np.ones_like(bits), bits], axis=1))
    level = np.cumsum(changes) % 2 * 2.0 - 1
    return np.asarray(level[(_time(n) * 4000).astype(int)])


def _dialling(rng: np.random.Generator, n: int) -> Sound:
    def key(rng: np.random.Generator) -> Sound:
        length = round(0.15 * RATE_HZ)
        return _tone(float(rng.choice([697, 770, 852, 941])), length) + _tone(
            float(rng.choice([1209, 1336, 1477])), length
        )

    return _events(rng, n, (0.25, 0.3), key)


def _modem(rng: np.random.Generator, n: int) -> Sound:
    bits = rng.integers(0, 2, -(-n // 53))
    return _tone(np.repeat(np.where(bits, 1270.0, 1070.0), 53)[:n], n) + 0.3 * _band(rng, n, 1800, 2600)


def _crowd(rng: np.random.Generator, n: int) -> Sound:
    """A murmur: bands of noise that rise and fall like syllables, none of them a voice."""
    bands = [(150, 500), (400, 900), (800, 1600), (1500, 3000)]
    voices = []
    for low_hz, high_hz in bands * 3:
        syllables = np.interp(
            _time(n),
            np.arange(0, n / RATE_HZ + 1, 0.12),
            rng.random(int(n / RATE_HZ / 0.12) + 10)[: len(np.arange(0, n / RATE_HZ + 1, 0.12))],
        )
        voices.append(_band(rng, n, low_hz, high_hz) * syllables**2 / (low_hz / 150))
    return np.asarray(np.sum(voices, axis=0))


def _machine(rng: np.random.Generator, n: int) -> Sound:
    """A pump or a washing machine: broad noise, beaten twice a second, over a whine."""
    beats = np.exp(-6 * (_time(n) * 2 % 1))
    return _band(rng, n, 80, 1500) * (0.3 + beats) + 0.2 * _harmonics(120 + 2 * _tone(2.0, n), n, np.ones(8))


RECIPES: Mapping[str, Callable[[np.random.Generator, int], Sound]] = {
    "white noise": lambda rng, n: _coloured(rng, n, 0),
    "pink noise": lambda rng, n: _coloured(rng, n, 1),
    "brown noise": lambda rng, n: _coloured(rng, n, 2),
    "throbbing noise": _throbbing,
    "engine": _engine,
    "machine": _machine,
    "tones": _tones,
    "sweep": _sweep,
    "siren": _siren,
    "bells": _bells,
    "music": _music,
    "melody": _melody,
    "birds": _birds,
    "barks": _barks,
    "laughter": _laughter,
    "applause": _applause,
    "rain": _rain,
    "wind": _wind,
    "typing": _typing,
    "footsteps": _footsteps,
    "doors": _doors,
    "clicks": _clicks,
    "hum": _hum,
    "time code": _time_code,
    "dialling": _dialling,
    "modem": _modem,
    "crowd": _crowd,
}
