import numpy as np
import pytest
from models.packaged_recordings import READER, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.embedding.fbank import FRAME_SAMPLES, HOP_SAMPLES, MEL_BINS, fbank, frame_mask

FFT = 512


def mel(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1127.0 * np.log1p(hz / 700.0)


def mel_weights() -> NDArray[np.float64]:
    """Kaldi's triangles, equally wide in mel from 20 Hz to 8 kHz: [80, 257]."""
    corners = np.linspace(*mel(np.array([20.0, 8000.0])), MEL_BINS + 2)
    bins = mel(np.arange(FFT // 2 + 1) * 16_000 / FFT)
    rising = (bins - corners[:-2, None]) / (corners[1:-1] - corners[:-2])[:, None]
    falling = (corners[2:, None] - bins) / (corners[2:] - corners[1:-1])[:, None]
    return np.maximum(0.0, np.minimum(rising, falling))


def reference(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Kaldi's filter banks, written out."""
    frames = np.lib.stride_tricks.sliding_window_view(samples.astype(np.float64) * 32768, FRAME_SAMPLES)[::HOP_SAMPLES]
    frames = frames - frames.mean(axis=1, keepdims=True)
    before = np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    power = np.abs(np.fft.rfft((frames - 0.97 * before) * np.hamming(FRAME_SAMPLES), FFT)) ** 2
    features = np.log(np.maximum(power @ mel_weights().T, np.finfo(np.float32).eps))
    return features - features.mean(axis=0)


def noise(length: int) -> NDArray[np.float32]:
    return (0.1 * np.random.default_rng(5).standard_normal(length)).astype(np.float32)


@pytest.mark.parametrize("length", [400, 1000, 16_000, 30_001])
def test_noise_gives_the_features_of_the_definition(length: int) -> None:
    assert np.allclose(fbank(noise(length)), reference(noise(length)), atol=1e-2)


def test_speech_gives_the_features_of_the_definition() -> None:
    samples = packaged_samples(READER)[32_000:80_000]
    assert np.allclose(fbank(samples), reference(samples), atol=1e-2)


@pytest.mark.parametrize(("length", "frames"), [(0, 0), (399, 0), (400, 1), (559, 1), (560, 2), (16_000, 98)])
def test_only_whole_frames_count(length: int, frames: int) -> None:
    features = fbank(noise(length))
    assert (features.shape, features.dtype) == ((frames, MEL_BINS), np.float32)


def test_the_loudness_of_a_clip_does_not_matter() -> None:
    assert np.allclose(fbank(noise(16_000)), fbank(noise(16_000) * np.float32(0.25)), atol=1e-2)


def test_silence_has_finite_features() -> None:
    assert np.isfinite(fbank(np.zeros(16_000, np.float32))).all()


def test_a_frame_is_clean_if_its_centre_is() -> None:
    assert frame_mask(((200, 361), (680, 681)), 6).tolist() == [1, 1, 0, 1, 0, 0]
    assert frame_mask((), 3).tolist() == [0, 0, 0]
