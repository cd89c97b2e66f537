import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.core.audio.errors import PeaksError
from desktop_app.core.audio.peaks import PAIR_MS, Peaks
from desktop_app.core.audio.peaks_builder import PeaksBuilder, peaks_of


def noise(samples: int, seed: int = 7) -> NDArray[np.float32]:
    return np.random.default_rng(seed).uniform(-1, 1, samples).astype(np.float32)


def straightforward(samples: NDArray[np.float32]) -> list[tuple[int, int]]:
    blocks = [samples[start : start + 256] for start in range(0, len(samples), 256)]
    return [(eight_bits(min(block)), eight_bits(max(block))) for block in blocks]


def eight_bits(sample: float) -> int:
    return max(-128, min(127, round(float(sample) * 128)))


def pairs_of(peaks: Peaks) -> list[tuple[int, int]]:
    return list(zip(*peaks.pairs.tolist(), strict=True))


@given(lengths=st.lists(st.integers(0, 700), max_size=12))
def test_however_the_sound_comes_its_peaks_are_those_of_the_whole(lengths: list[int]) -> None:
    sound = noise(sum(lengths))
    builder = PeaksBuilder()
    for piece in np.split(sound, np.cumsum(lengths)[:-1]) if lengths else ():
        builder.add(piece)
    assert pairs_of(builder.peaks()) == straightforward(sound)


def test_more_sound_than_there_was_room_for_at_first_is_kept() -> None:
    sound = noise(256 * 10_000 + 11)
    assert pairs_of(peaks_of(sound)) == straightforward(sound)


def test_peaks_that_were_given_stay_while_more_sound_comes() -> None:
    builder = PeaksBuilder()
    builder.add(noise(300))
    early = builder.peaks()
    before = pairs_of(early)
    builder.add(np.ones(5000, np.float32))
    assert pairs_of(early) == before
    assert early.duration_ms == 32


def test_what_is_beyond_full_scale_is_full_scale() -> None:
    assert pairs_of(peaks_of(np.array([-3, 3], np.float32))) == [(-128, 127)]


def test_without_sound_there_is_nothing_in_any_column() -> None:
    empty = PeaksBuilder().peaks()
    assert empty.duration_ms == 0
    assert empty.loudness == 0
    assert [column.tolist() for column in empty.columns(0, 1000, 3)] == [[0, 0, 0], [0, 0, 0]]


@pytest.mark.parametrize("pairs", [1, 2, 5, 64, 1001])
def test_every_level_holds_the_extremes_of_two_of_the_one_below(pairs: int) -> None:
    levels = peaks_of(noise(256 * pairs)).levels
    assert levels[-1].shape == (2, 1)
    for fine, coarse in zip(levels, levels[1:], strict=False):
        twos = [fine[:, start : start + 2] for start in range(0, fine.shape[1], 2)]
        assert coarse[0].tolist() == [two[0].min() for two in twos]
        assert coarse[1].tolist() == [two[1].max() for two in twos]


@given(
    start=st.floats(0, 9000), length=st.floats(1, 20_000), width=st.integers(1, 300), seconds=st.sampled_from([1, 10])
)
def test_columns_are_the_extremes_of_the_pairs_that_begin_in_them(
    start: float, length: float, width: int, seconds: int
) -> None:
    peaks = peaks_of(noise(16_000 * seconds))
    mins, maxs = peaks.columns(start, start + length, width)
    column_ms = length / width
    level = peaks.levels[max(k for k in range(len(peaks.levels)) if k == 0 or 2 * PAIR_MS * 2**k <= column_ms)]
    pair_ms = PAIR_MS * 2 ** [each is level for each in peaks.levels].index(True)
    for column in range(width):
        first = int((start + column_ms * column) // pair_ms)
        end = max(first + 1, int((start + column_ms * (column + 1)) // pair_ms))
        heard = level[:, first:end]
        expected = (heard[0].min(), heard[1].max()) if heard.size else (0, 0)
        assert (mins[column], maxs[column]) == expected


def test_a_click_is_seen_at_every_zoom() -> None:
    sound = np.zeros(16_000 * 600, np.float32)
    sound[16_000 * 300] = -1
    peaks = peaks_of(sound)
    for width in (3, 100, 1000, 40_000):
        assert peaks.columns(0, 600_000, width)[0].min() == -128


def test_a_click_is_not_how_loud_the_recording_is() -> None:
    sound = 0.25 * np.sin(np.arange(16_000 * 100, dtype=np.float32))
    sound[16_000] = 1
    assert peaks_of(sound).loudness == pytest.approx(0.25, abs=0.01)


def test_the_bytes_are_those_of_audiowaveform() -> None:
    data = peaks_of(noise(256 * 3 + 1)).to_bytes()
    version, flags, rate, samples_per_pixel, length, channels = struct.unpack("<iIiiIi", data[:24])
    assert (version, flags & 1, rate, samples_per_pixel, length, channels) == (2, 1, 16_000, 256, 4, 1)
    body = struct.unpack("<8b", data[24:])
    assert list(zip(body[::2], body[1::2], strict=True)) == straightforward(noise(256 * 3 + 1))


def test_bytes_give_the_same_peaks_again() -> None:
    made = peaks_of(noise(5000))
    assert pairs_of(Peaks.from_bytes(made.to_bytes())) == pairs_of(made)


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda data: data[:10], "a header of 24 bytes, here are 10"),
        (lambda data: data[:-1], "has 40 bytes, here are 39"),
        (lambda data: data + b"\0", "has 40 bytes, here are 41"),
        (lambda data: b"\1" + data[1:], r"says \(1, 1, 16000, 256, 1\)"),
        (lambda data: data[:4] + b"\0" + data[5:], r"says \(2, 0, 16000, 256, 1\)"),
        (lambda data: b"RIFF" + data[4:], "where"),
    ],
)
def test_other_bytes_are_refused(spoilt: object, said: str) -> None:
    assert callable(spoilt)
    with pytest.raises(PeaksError, match=said):
        Peaks.from_bytes(spoilt(peaks_of(noise(5000)).to_bytes()))


def test_ten_hours_take_a_few_megabytes() -> None:
    peaks = Peaks(np.zeros((2, 36_000 * 16_000 // 256), np.int8))
    assert peaks.size_bytes < 10_000_000
    assert peaks.duration_ms == 36_000_000
