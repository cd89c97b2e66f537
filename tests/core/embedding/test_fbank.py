import kaldi_native_fbank
import numpy as np
import pytest
from models.packaged_recordings import READER, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.embedding.fbank import MEL_BINS, fbank, frame_mask


def reference(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Kaldi's filter banks by Kaldi's own code."""
    options = kaldi_native_fbank.FbankOptions()
    options.frame_opts.samp_freq = 16_000
    options.frame_opts.dither = 0.0
    options.frame_opts.window_type = "hamming"
    options.frame_opts.snip_edges = True
    options.mel_opts.num_bins = MEL_BINS
    extractor = kaldi_native_fbank.OnlineFbank(options)
    extractor.accept_waveform(16_000, samples * np.float32(32768))
    extractor.input_finished()
    features = np.stack([extractor.get_frame(index) for index in range(extractor.num_frames_ready)])
    return np.asarray(features - features.mean(axis=0))


def noise(length: int) -> NDArray[np.float32]:
    return (0.1 * np.random.default_rng(5).standard_normal(length)).astype(np.float32)


@pytest.mark.parametrize("length", [400, 1000, 16_000, 30_001])
def test_noise_gives_the_features_of_kaldi(length: int) -> None:
    assert np.allclose(fbank(noise(length)), reference(noise(length)), atol=3e-3)


def test_speech_gives_the_features_of_kaldi() -> None:
    samples = packaged_samples(READER)[32_000:80_000]
    assert np.allclose(fbank(samples), reference(samples), atol=3e-3)


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
