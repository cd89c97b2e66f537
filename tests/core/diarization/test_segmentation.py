import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.segmentation import (
    FRAME_STEP_SAMPLES,
    HOP_FRAMES,
    LOCAL_SPEAKERS,
    WINDOW_FRAMES,
    WINDOW_SAMPLES,
    Windows,
    disagreement,
    doubtful_starts,
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
    assert window_starts(samples).tolist() == [index * HOP_FRAMES for index in range(windows)]


def test_the_last_window_of_an_hour_reaches_its_end_and_the_one_before_does_not() -> None:
    samples = 3600 * 16_000
    before, last = window_starts(samples)[-2:] * FRAME_STEP_SAMPLES
    assert before + WINDOW_SAMPLES < samples <= last + WINDOW_SAMPLES


def test_a_frame_stands_for_its_centre() -> None:
    assert (frame_to_samples(0), frame_to_samples(2)) == (495, 1035)
    assert (frame_to_ms(0), frame_to_ms(59)) == (31, 1027)
    assert seconds_to_frames(10.0) == 593


def heard_in(samples: NDArray[np.float32], hop: Hop) -> Windows:
    return segment_recording(samples, ScriptedSegmenter(), hop=hop, threads=2, on_progress=lambda _: None)


def test_speech_is_found_in_every_window_that_covers_it() -> None:
    heard = heard_in(voices(14.0, (0, 6.0, 9.0)), Hop.FAST)
    assert (heard.starts.tolist(), heard.active.shape) == ([0, HOP_FRAMES], (2, WINDOW_FRAMES, LOCAL_SPEAKERS))
    assert heard.frames == HOP_FRAMES + WINDOW_FRAMES
    seconds = heard.active[:, :, 0].sum(axis=1) * FRAME_STEP_SAMPLES / 16_000
    assert np.allclose(seconds, 3.0, atol=0.02)
    assert not heard.active[:, :, 1:].any()


def test_where_windows_agree_the_accurate_hop_asks_no_third() -> None:
    samples = voices(30.0, (0, 1.0, 12.0), (1, 13.0, 29.0))
    accurate, fast = heard_in(samples, Hop.ACCURATE), heard_in(samples, Hop.FAST)
    assert np.array_equal(accurate.starts, fast.starts)
    assert np.array_equal(accurate.active, fast.active)


class Unsteady(ScriptedSegmenter):
    """Misses the third voice in a window that begins in silence."""

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        heard = super().segment(windows)
        heard[~windows[:, :1000].any(axis=1), :, 2] = False
        return heard


def test_where_two_windows_disagree_a_third_is_heard_between_them() -> None:
    samples = voices(30.0, (0, 0.0, 4.0), (2, 6.0, 9.0), (0, 14.0, 16.0), (0, 19.0, 21.0), (0, 24.0, 29.0))
    heard = segment_recording(samples, Unsteady(), hop=Hop.ACCURATE, threads=2, on_progress=lambda _: None)
    assert heard.starts.tolist() == [0, HOP_FRAMES // 2, *(HOP_FRAMES * index for index in range(1, 6))]
    assert heard.active[:4, :, 2].any(axis=1).tolist() == [True, True, False, False]


def test_disagreement_does_not_hang_on_what_the_speakers_of_a_window_are_called() -> None:
    one = np.random.default_rng(5).random((293, LOCAL_SPEAKERS)) < 0.3
    assert disagreement(one, one[:, [2, 0, 1]]) == 0.0
    other = one.copy()
    other[:30, 1] = ~other[:30, 1]
    assert disagreement(one, other[:, [1, 0, 2]]) == pytest.approx(30 / 293)


def test_windows_that_agree_leave_no_doubt() -> None:
    windows = Windows(np.zeros((3, WINDOW_FRAMES, LOCAL_SPEAKERS), np.bool_), np.arange(3) * HOP_FRAMES)
    assert not len(doubtful_starts(windows))
    windows.active[2, :60, 0] = True
    assert doubtful_starts(windows).tolist() == [HOP_FRAMES + HOP_FRAMES // 2]


@pytest.mark.parametrize("hop", Hop)
def test_progress_rises_to_one(hop: Hop) -> None:
    told: list[float] = []
    segment_recording(voices(130.0), ScriptedSegmenter(), hop=hop, threads=2, on_progress=told.append)
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_no_samples_have_no_windows() -> None:
    heard = heard_in(np.zeros(0, np.float32), Hop.ACCURATE)
    assert (len(heard), heard.frames, heard.active.shape) == (0, 0, (0, WINDOW_FRAMES, LOCAL_SPEAKERS))


class Counting(ScriptedSegmenter):
    """Keeps how many windows it is given at once."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[int] = []

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        self.batches.append(len(windows))
        return super().segment(windows)


@pytest.mark.parametrize(
    ("windows", "batches"),
    [(1, [1]), (3, [1, 1, 1]), (9, [2, 2, 2, 3]), (16, [4, 4, 4, 4]), (17, [2, 2, 2, 2, 2, 2, 2, 3])],
)
def test_threads_share_windows_evenly_in_batches_that_do_not_hang_on_how_many_threads_there_are(
    windows: int, batches: list[int]
) -> None:
    samples = np.ones(WINDOW_SAMPLES + (windows - 1) * HOP_SAMPLES, np.float32)
    for threads in (1, 2, 4):
        segmenter = Counting()
        segment_recording(samples, segmenter, hop=Hop.FAST, threads=threads, on_progress=lambda _: None)
        assert sorted(segmenter.batches) == batches
        assert max(segmenter.batches) <= segmenter.batch


class Failing(Counting):
    """Cannot calculate."""

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        super().segment(windows)
        raise ValueError("no")


def test_what_fails_ends_the_hearing_and_little_else_is_heard() -> None:
    segmenter = Failing()
    with pytest.raises(ValueError, match="no"):
        segment_recording(
            np.ones(200 * HOP_SAMPLES, np.float32), segmenter, hop=Hop.FAST, threads=2, on_progress=lambda _: None
        )
    assert len(segmenter.batches) < 10


def test_who_takes_more_at_once_gets_more() -> None:
    segmenter = Counting()
    segmenter.batch = 16
    segment_recording(
        np.ones(40 * HOP_SAMPLES, np.float32), segmenter, hop=Hop.FAST, threads=2, on_progress=lambda _: None
    )
    assert sorted(segmenter.batches) == [9, 10, 10, 10]
