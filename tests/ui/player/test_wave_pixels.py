import numpy as np
import pytest
from numpy.typing import NDArray
from scripted import ANNA, BEN, transcript, turn

from desktop_app.core.audio.peaks import Peaks
from desktop_app.core.audio.peaks_builder import peaks_of
from desktop_app.ui.player.lanes import Lanes
from desktop_app.ui.player.pixels import Pixels
from desktop_app.ui.player.wave_pixels import bars_in, paint_wave

RED, GREEN, GREY = "#ff0000", "#00ff00", "#808080"
COLOURS = [RED, GREEN, GREY]
HEIGHT = 40


def sound(*loudness: float) -> Peaks:
    """Seconds of a tone, each as loud as is said."""
    tone = np.sin(np.arange(16_000) * 0.3)
    return peaks_of(np.concatenate([tone * each for each in loudness]).astype(np.float32))


def painted(
    peaks: Peaks, lanes: Lanes | None = None, *, start_ms: float = 0, ms_per_px: float = 10, scale: float = 1
) -> Pixels:
    width = round(300 * scale)
    bars = bars_in(start_ms, ms_per_px / scale, width, scale)
    pixels = np.empty((round(HEIGHT * scale), width), np.uint32)
    paint_wave(pixels, peaks, lanes, COLOURS if lanes else COLOURS[2:], bars)
    return pixels


def heights(pixels: Pixels) -> NDArray[np.int64]:
    return np.count_nonzero(pixels >> 24, axis=0)


def test_loud_seconds_are_higher_than_faint_ones_and_silence_is_a_thin_line() -> None:
    high = heights(painted(sound(0.8, 0.2, 0)))
    assert high[30:90].max() > 30
    assert 5 < high[130:170].max() < 20
    assert 1 <= high[230:290].max() <= 2


def test_where_there_is_no_sound_yet_nothing_is_painted() -> None:
    assert heights(painted(sound(0.8)))[110:].max() == 0


def test_a_faint_recording_is_seen_as_well_as_a_loud_one() -> None:
    assert heights(painted(sound(0.1, 0.1, 0.1))).max() == pytest.approx(
        heights(painted(sound(0.8, 0.8, 0.8))).max(), abs=2
    )


def test_bars_have_their_speakers_colours_and_that_of_nobody_between() -> None:
    lanes = Lanes.of(transcript(turn("one two three", 0, ANNA), turn("one two three", 2000, BEN)))
    middle = painted(sound(0.8, 0.8, 0.8), lanes)[HEIGHT // 2]
    opaque = {
        round(x) // 100: f"#{pixel & 0xFFFFFF:06x}"
        for x, pixel in enumerate(middle)
        if pixel >> 24 == 255 and x % 100 < 80
    }
    assert opaque == {0: RED, 1: GREY, 2: GREEN}


def test_without_a_transcript_all_bars_are_nobodys() -> None:
    pixels = painted(sound(0.5, 0.5, 0.5))
    assert {f"#{int(pixel) & 0xFFFFFF:06x}" for pixel in np.unique(pixels[pixels >> 24 == 255])} == {GREY}


@pytest.mark.parametrize("scale", [1, 1.5, 2])
@pytest.mark.parametrize("moved_px", [1, 2, 7, 30])
def test_bars_move_with_the_page_and_change_in_nothing(scale: float, moved_px: int) -> None:
    peaks = peaks_of(np.random.default_rng(5).uniform(-1, 1, 160_000).astype(np.float32))
    before = painted(peaks, scale=scale, start_ms=1200)
    behind = painted(peaks, scale=scale, start_ms=1200 + moved_px * 10 / scale)
    np.testing.assert_array_equal(before[:, moved_px:], behind[:, : before.shape[1] - moved_px])


def test_at_the_closest_bars_go_from_one_pair_to_the_next_without_steps() -> None:
    high = heights(painted(sound(0.1, 0.8), start_ms=992 - 24, ms_per_px=0.2))
    assert len(np.unique(high[high > 0])) > 8


@pytest.mark.parametrize("ms_per_px", [0.5, 5, 50, 500])
def test_pixels_are_premultiplied(ms_per_px: float) -> None:
    pixels = painted(sound(0.8, 0.3, 0.1), ms_per_px=ms_per_px)
    alpha = pixels >> 24
    for shift in (16, 8, 0):
        assert ((pixels >> shift & 255) <= alpha).all()
