import numpy as np
import pytest

from desktop_app.core.diarization.segmentation import (
    FRAME_STEP_SAMPLES,
    HOP_FRAMES,
    WINDOW_FRAMES,
    WINDOW_SAMPLES,
    frame_count,
    frame_to_ms,
    frame_to_samples,
    seconds_to_frames,
    segment_recording,
    window_starts,
)
from diarization.scripted_segmenter import ScriptedSegmenter, voices

HOP_SAMPLES = HOP_FRAMES * FRAME_STEP_SAMPLES


@pytest.mark.parametrize(
    ("samples", "windows"),
    [
        (0, 0),
        (1, 1),
        (WINDOW_SAMPLES - 1, 1),
        (WINDOW_SAMPLES, 1),
        (WINDOW_SAMPLES + 1, 2),
        (WINDOW_SAMPLES + HOP_SAMPLES, 2),
        (WINDOW_SAMPLES + HOP_SAMPLES + 1, 3),
    ],
)
def test_there_are_as_many_windows_as_it_takes_to_cover_the_recording(samples: int, windows: int) -> None:
    assert window_starts(samples) == [index * HOP_SAMPLES for index in range(windows)]


def test_the_last_window_of_an_hour_reaches_its_end_and_the_one_before_does_not() -> None:
    samples = 3600 * 16_000
    before, last = window_starts(samples)[-2:]
    assert before + WINDOW_SAMPLES < samples <= last + WINDOW_SAMPLES


def test_the_common_grid_ends_with_the_last_window() -> None:
    assert [frame_count(windows) for windows in (0, 1, 2)] == [0, WINDOW_FRAMES, WINDOW_FRAMES + HOP_FRAMES]


def test_a_frame_stands_for_its_centre() -> None:
    assert (frame_to_samples(0), frame_to_samples(2)) == (495, 1035)
    assert (frame_to_ms(0), frame_to_ms(59)) == (31, 1027)
    assert seconds_to_frames(10.0) == 593


def test_speech_is_found_in_every_window_that_covers_it() -> None:
    samples = voices(14.0, (0, 6.0, 9.0))
    heard = segment_recording(samples, ScriptedSegmenter(), threads=2, on_progress=lambda _: None)
    assert heard.shape == (3, WINDOW_FRAMES, 3)
    seconds = heard[:, :, 0].sum(axis=1) * FRAME_STEP_SAMPLES / 16_000
    assert np.allclose(seconds, 3.0, atol=0.02)
    assert not heard[:, :, 1:].any()


def test_progress_rises_to_one_window_by_window() -> None:
    told: list[float] = []
    segment_recording(voices(30.0), ScriptedSegmenter(), threads=2, on_progress=told.append)
    assert told == [(index + 1) / 10 for index in range(10)]


def test_no_samples_have_no_windows() -> None:
    empty = np.zeros(0, np.float32)
    assert segment_recording(empty, ScriptedSegmenter(), threads=2, on_progress=lambda _: None).shape == (0, 589, 3)
