"""Where one recording lies in another of the same meeting: by the rhythm of its sound first, then by its waves.

Two recorders begin when they are switched on, and the clock of each has a rate of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

MOST_DRIFT = 150e-6
"""So much faster or slower, at most, one clock may be than the other: twice what cheap ones are."""

_Sound = NDArray[np.float32]

# The rhythm: how the level in each band of a voice changes from one fiftieth of a second to the next few.
_FRAME_SAMPLES = SAMPLE_RATE_HZ // 50
_FRAME_S = _FRAME_SAMPLES / SAMPLE_RATE_HZ
_BAND_EDGES_HZ = (200, 400, 600, 900, 1300, 1900, 2700, 3800)
_FLOOR_PERCENTILE = 30
_CHANGE_FRAMES = 2
_BLOCK_FRAMES = 3000
# A minute is short enough for clocks to stay together in it.
_CHUNK_FRAMES = 3000
_DRIFT_STEP = 25e-6
_NEAR_FRAMES = 25
_LEAST_CERTAINTY = 9.0
"""The sum of all minutes must stand out so far above that at other places: of talks that have nothing in common, the
highest of all places is at about 6."""

# The waves: seconds of speech, looked for around where the rhythm says.
_WINDOW_SAMPLES = 4 * SAMPLE_RATE_HZ
_MOST_WINDOWS = 120
_SEARCHED_SAMPLES = SAMPLE_RATE_HZ // 10
_PEAK = 6.0
_TOGETHER_S = 0.004
_LEAST_SHARE, _LEAST_WINDOWS = 0.2, 3
_TRIED_DRIFTS = 121
_BAND_HZ = (200, 4000)
_NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Alignment:
    """A moment t of the other recording is start_s + rate * t of the first, in seconds. certainty: how far it stands
    out above other places. by_waves: exact to a millisecond or so, else to some hundredths of a second."""

    start_s: float
    rate: float
    certainty: float
    by_waves: bool

    def at(self, other_s: float) -> float:
        """Where in the first recording a moment of the other is, in seconds."""
        return self.start_s + self.rate * other_s


def align(first: _Sound, other: _Sound) -> Alignment | None:
    """Where the other recording lies in the first, float32 [samples] each, 16 kHz; None if they share no sound."""
    rough = _by_rhythm(first, other)
    return None if rough is None else _by_waves(first, other, rough)


def _by_rhythm(first: _Sound, other: _Sound) -> Alignment | None:
    theirs, mine = _rhythm(first), _rhythm(other)
    if not (theirs.any() and mine.any()):
        return None
    curves = _likeness(theirs, mine)
    drifts = _drifts(len(mine) * _FRAME_S)
    best: tuple[float, int, float] = (0.0, 0, 0.0)
    for drift in drifts:
        total = np.zeros(curves.shape[1])
        for number, curve in enumerate(curves):
            total += np.roll(curve, -round(drift * (number + 0.5) * _CHUNK_FRAMES))
        place = int(total.argmax())
        best = max(best, (_certainty(total, place), place, drift))
    certainty, place, drift = best
    if certainty < _LEAST_CERTAINTY:
        return None
    return Alignment((place - len(mine) + 1) * _FRAME_S, 1 + drift, certainty, by_waves=False)


def _drifts(length_s: float) -> NDArray[np.float64]:
    """Those that make a difference of a frame or more between the middle and an end."""
    steps = round(MOST_DRIFT / _DRIFT_STEP) if length_s * _DRIFT_STEP > _FRAME_S / 4 else 0
    drifts: NDArray[np.float64] = np.arange(-steps, steps + 1).astype(np.float64) * _DRIFT_STEP
    return drifts


def _likeness(theirs: NDArray[np.float32], mine: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of each minute of mine, how like theirs it is, by where the whole of mine would begin: float32 [minutes, places].

    Place p is a beginning at frame p - (frames of mine - 1) of theirs.
    """
    from scipy.fft import irfft, next_fast_len, rfft

    places = len(theirs) + len(mine) - 1
    size = next_fast_len(len(theirs) + _CHUNK_FRAMES, real=True)
    spectra = rfft(theirs, size, axis=0)
    curves = []
    for start in range(0, len(mine), _CHUNK_FRAMES):
        chunk = mine[start : start + _CHUNK_FRAMES]
        alike = irfft((spectra * rfft(chunk, size, axis=0).conj()).sum(axis=1), size)
        # The chunk's own beginning at frame l of theirs, l from -(chunk - 1) on, is one of the whole at l - start.
        lags = np.concatenate([alike[size - len(chunk) + 1 :], alike[: len(theirs)]])
        curve = np.zeros(places, np.float32)
        begin = len(mine) - 1 - start - (len(chunk) - 1)
        curve[begin : begin + len(lags)] = lags / (np.linalg.norm(chunk) + _NOTHING)
        curves.append(curve)
    return np.stack(curves)


def _certainty(total: NDArray[np.float64], place: int) -> float:
    others = np.concatenate([total[: max(0, place - _NEAR_FRAMES)], total[place + _NEAR_FRAMES :]])
    others = others[others != 0]
    spread = float(others.std()) if len(others) > 1 else 0.0
    return float(total[place]) / spread if spread > 0 else 0.0


def _rhythm(samples: _Sound) -> NDArray[np.float32]:
    """How the levels in some bands change, float32 [frames, bands], each band of the same weight."""
    levels = np.concatenate(list(_band_levels(samples)) or [np.zeros((0, len(_BAND_EDGES_HZ) - 1))])
    if len(levels) <= _CHANGE_FRAMES:
        return np.zeros((0, levels.shape[1]), np.float32)
    floor = np.percentile(levels, _FLOOR_PERCENTILE, axis=0) + _NOTHING
    loudness = np.log(levels + floor)
    changes = np.zeros_like(loudness)
    changes[_CHANGE_FRAMES:] = loudness[_CHANGE_FRAMES:] - loudness[:-_CHANGE_FRAMES]
    changes -= changes.mean(axis=0)
    spread = changes.std(axis=0)
    return np.asarray(np.clip(changes / np.where(spread > 0, spread, np.inf), -4, 4), np.float32)


def _band_levels(samples: _Sound) -> Iterator[NDArray[np.float64]]:
    window = np.hanning(_FRAME_SAMPLES + 1)[:-1].astype(np.float32)
    edges = [hz * _FRAME_SAMPLES // SAMPLE_RATE_HZ for hz in _BAND_EDGES_HZ]
    for start in range(0, len(samples) - _FRAME_SAMPLES + 1, _BLOCK_FRAMES * _FRAME_SAMPLES):
        block = np.asarray(samples[start : start + _BLOCK_FRAMES * _FRAME_SAMPLES])
        frames = block[: len(block) // _FRAME_SAMPLES * _FRAME_SAMPLES].reshape(-1, _FRAME_SAMPLES)
        powers = np.square(np.abs(np.fft.rfft(frames * window, axis=1)))
        yield np.stack([powers[:, low:high].sum(axis=1) for low, high in pairwise(edges)], axis=1)


def _by_waves(first: _Sound, other: _Sound, rough: Alignment) -> Alignment:
    """The same, to the millisecond, where the waves of enough moments agree."""
    found = [each for at in _moments(first, other, rough) if (each := _found(first, other, rough, at)) is not None]
    looked_at = max(1, len(_moments(first, other, rough)))
    if len(found) < _LEAST_WINDOWS or len(found) < _LEAST_SHARE * looked_at:
        return rough
    times, places = np.array(found).T
    start_s, rate, agreeing = _line(times, places)
    if agreeing < max(_LEAST_WINDOWS, _LEAST_SHARE * looked_at):
        return rough
    return Alignment(start_s, rate, rough.certainty, by_waves=True)


def _moments(first: _Sound, other: _Sound, rough: Alignment) -> list[int]:
    """Samples of the other at which windows begin that both recordings have: the loudest of each stretch."""
    margin = _SEARCHED_SAMPLES + SAMPLE_RATE_HZ
    low = max(0, round((margin / SAMPLE_RATE_HZ - rough.start_s) / rough.rate * SAMPLE_RATE_HZ))
    end_s = len(first) / SAMPLE_RATE_HZ - rough.start_s
    high = min(len(other), round(end_s / rough.rate * SAMPLE_RATE_HZ) - margin) - _WINDOW_SAMPLES
    if high <= low:
        return []
    starts = np.arange(low, high, _WINDOW_SAMPLES // 2)
    stretches = np.array_split(starts, min(len(starts), _MOST_WINDOWS))
    return [max((int(at) for at in stretch), key=lambda at: _loudness(other, at)) for stretch in stretches]


def _loudness(samples: _Sound, at: int) -> float:
    return float(np.square(samples[at : at + _WINDOW_SAMPLES : 7]).mean())


def _found(first: _Sound, other: _Sound, rough: Alignment, at: int) -> tuple[float, float] | None:
    """The middle of a window of the other in seconds, and where it is in the first; None where no place stands out."""
    middle_s = (at + _WINDOW_SAMPLES / 2) / SAMPLE_RATE_HZ
    expected = round(rough.at(middle_s) * SAMPLE_RATE_HZ) - _WINDOW_SAMPLES // 2
    theirs = first[expected - _SEARCHED_SAMPLES : expected + _WINDOW_SAMPLES + _SEARCHED_SAMPLES]
    mine = other[at : at + _WINDOW_SAMPLES]
    if len(theirs) < _WINDOW_SAMPLES + 2 * _SEARCHED_SAMPLES:
        return None
    alike = np.abs(_whitened_correlation(theirs, mine)[: 2 * _SEARCHED_SAMPLES + 1])
    place = int(alike.argmax())
    if alike[place] < _PEAK * alike.std():
        return None
    return middle_s, (expected - _SEARCHED_SAMPLES + place + _WINDOW_SAMPLES / 2) / SAMPLE_RATE_HZ


def _whitened_correlation(theirs: _Sound, mine: _Sound) -> NDArray[np.float64]:
    """How alike they are by lag, each frequency of the voice's band counting as much as any other; phases alone."""
    size = 1 << (len(theirs) + len(mine)).bit_length()
    cross = np.fft.rfft(theirs, size) * np.fft.rfft(mine, size).conj()
    frequencies = np.arange(len(cross)) * SAMPLE_RATE_HZ / size
    cross[(frequencies < _BAND_HZ[0]) | (frequencies > _BAND_HZ[1])] = 0
    return np.fft.irfft(cross / (np.abs(cross) + _NOTHING), size)


def _line(times: NDArray[np.float64], places: NDArray[np.float64]) -> tuple[float, float, int]:
    """The start and the rate on which most of the moments agree, and how many do."""
    drifts = np.linspace(-MOST_DRIFT, MOST_DRIFT, _TRIED_DRIFTS) if len(times) > 1 else np.zeros(1)
    _, _, drift, start_s = max(_votes(times, places, float(drift)) for drift in drifts)
    rate = 1 + drift
    for _ in range(3):
        good = np.abs(places - start_s - rate * times) <= _TOGETHER_S
        if good.sum() >= _LEAST_WINDOWS and np.ptp(times[good]) > 0:
            slope, start_s = np.polyfit(times[good], places[good], 1)
            rate = float(np.clip(slope, 1 - MOST_DRIFT, 1 + MOST_DRIFT))
            start_s = float(np.median(places[good] - rate * times[good]))
    return start_s, rate, int((np.abs(places - start_s - rate * times) <= _TOGETHER_S).sum())


def _votes(times: NDArray[np.float64], places: NDArray[np.float64], drift: float) -> tuple[int, float, float, float]:
    """The most moments that agree on a start, under this drift; how small it is, the drift itself, and the start."""
    starts = places - (1 + drift) * times
    agreeing = (np.abs(starts[:, np.newaxis] - starts) <= _TOGETHER_S / 4).sum(axis=1)
    at = int(agreeing.argmax())
    return int(agreeing[at]), -abs(drift), drift, float(starts[at])
