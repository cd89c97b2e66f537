"""Features against those of NeMo, and where NeMo's own are rounding noise."""

import numpy as np
import pytest
from models.nemo_to_build import import_nemo_to_build
from models.packaged_recordings import DIALOGUE, READER, packaged_samples

from desktop_app.core.audio.log_mel import LogMel
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ


@pytest.mark.slow
@pytest.mark.parametrize("is_normalised", [False, True])
@pytest.mark.parametrize("bands", [40, 80, 128])
def test_they_are_those_of_nemo(bands: int, is_normalised: bool) -> None:
    import_nemo_to_build()
    import torch
    from nemo.collections.asr.modules import AudioToMelSpectrogramPreprocessor

    theirs = AudioToMelSpectrogramPreprocessor(
        normalize="per_feature" if is_normalised else "NA",
        window_size=0.025,
        features=bands,
        n_fft=512,
        dither=0.0,
        pad_to=0,
    ).eval()
    ours = LogMel(bands, is_normalised=is_normalised)
    reader, dialogue = packaged_samples(READER), packaged_samples(DIALOGUE)
    for clip in (reader, reader[:SAMPLE_RATE_HZ], reader[80_000:96_777], dialogue):
        found, valid = ours.features(clip)
        with torch.inference_mode():
            expected, length = theirs(input_signal=torch.tensor(clip[None]), length=torch.tensor([len(clip)]))
        assert (found.shape, valid) == (expected[0].shape, int(length[0]))
        apart = np.abs(found - expected[0].numpy())
        assert apart.max() < 1e-3  # where there is next to no power
        assert apart.mean() < 5e-6


def test_of_digital_silence_nothing_is_left_when_it_is_evened_out() -> None:
    found, valid = LogMel(80, is_normalised=True).features(np.zeros(5 * SAMPLE_RATE_HZ, np.float32))
    assert valid == 500
    assert np.abs(found).max() == 0


@pytest.mark.parametrize("length", [0, 1, 159, 160, 161])
def test_the_shortest_sound_is_borne(length: int) -> None:
    found, valid = LogMel(80, is_normalised=True).features(np.ones(length, np.float32))
    assert valid == length // 160
    assert found.shape == (80, valid + 1)
    assert np.isfinite(found).all()
