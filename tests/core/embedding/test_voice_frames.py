import numpy as np
import pytest

from desktop_app.core.embedding.pooled_frames import PooledFrames
from desktop_app.core.embedding.voice_frames import FRAME_S, border_samples, skimmed

CHANNELS, FRAMES, DIMENSION = 6, 40, 5
DRAWN = np.random.default_rng(4)
FEATURES = DRAWN.standard_normal((CHANNELS, FRAMES)).astype(np.float32)
CLEAN = (DRAWN.random(FRAMES) < 0.7).astype(np.float32)
MATRIX = DRAWN.standard_normal((DIMENSION, 2 * CHANNELS)).astype(np.float32)
OFFSET = DRAWN.standard_normal(DIMENSION).astype(np.float32)
HEARD = PooledFrames(FEATURES, CLEAN, (MATRIX, OFFSET))


@pytest.mark.parametrize(("start", "end"), [(0, FRAMES), (3, 17), (20, 40)])
def test_a_stretch_is_embedded_from_the_mean_and_deviation_of_its_clean_frames(start: int, end: int) -> None:
    chosen = FEATURES[:, start:end][:, CLEAN[start:end] > 0]
    expected = MATRIX @ np.concatenate([chosen.mean(axis=1), chosen.std(axis=1, ddof=1)]) + OFFSET
    assert HEARD.embed(np.array([start]), np.array([end]))[0] == pytest.approx(expected, abs=1e-4)


def test_many_stretches_are_embedded_at_once() -> None:
    starts, ends = np.array([0, 5, 9]), np.array([20, 30, 39])
    together = HEARD.embed(starts, ends)
    alone = np.concatenate([HEARD.embed(starts[[i]], ends[[i]]) for i in range(3)])
    assert (together.shape, together.dtype) == ((3, DIMENSION), np.float32)
    assert np.allclose(together, alone, atol=1e-5)


def test_clean_speech_is_counted_in_seconds() -> None:
    seconds = HEARD.clean_s(np.array([0, 10]), np.array([FRAMES, 10]))
    assert seconds == pytest.approx([CLEAN.sum() * FRAME_S, 0.0])


def test_a_border_lies_between_the_centres_of_its_frames() -> None:
    assert border_samples(1) == (200 + 1480) // 2
    assert border_samples(11) - border_samples(10) == round(FRAME_S * 16_000)


def test_so_much_clean_speech_before_and_after_a_place_is_found() -> None:
    frames = PooledFrames(FEATURES[:, :8], np.array([1, 1, 0, 1, 1, 0, 1, 1], np.float32), (MATRIX, OFFSET))
    places = np.array([1, 4, 7])
    assert frames.before(places, 2 * FRAME_S).tolist() == [0, 1, 4]
    assert frames.after(places, 2 * FRAME_S).tolist() == [4, 7, 8]
    assert frames.before(np.array([8]), 100.0).tolist() == [0]
    assert frames.after(np.array([0]), 100.0).tolist() == [8]


@pytest.mark.parametrize("frames", range(0, 130, 7))
def test_skimming_hears_both_ends_and_at_least_nearly_half(frames: int) -> None:
    heard = np.zeros(frames, np.bool_)
    for start, end in skimmed(frames):
        assert not heard[start:end].any()
        heard[start:end] = True
    assert heard[:1].all()
    assert heard[-1:].all()
    assert heard.sum() >= 0.45 * frames
    gaps = np.diff(np.flatnonzero(heard)) - 1
    assert gaps.max(initial=0) <= 18


def test_a_short_clip_is_never_skimmed() -> None:
    assert skimmed(29) == [(0, 29)]
    assert len(skimmed(30)) == 2
