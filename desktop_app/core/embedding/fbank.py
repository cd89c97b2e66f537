"""The features WeSpeaker was trained on: Kaldi log-mel filter banks as pyannote.audio computes them."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

FRAME_SAMPLES = 400
"""25 ms at 16 kHz."""
HOP_SAMPLES = 160
"""10 ms at 16 kHz."""
MEL_BINS = 80
_INT16_SCALE = 32768.0


def fbank(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Features float32 [frames, 80] of 16 kHz mono samples [n] in -1..1, with the mean over the clip taken out.

    Frame i covers samples i * 160 to i * 160 + 400; frames that would run over the end are left out, so a clip of
    under 25 ms has none. Hamming window, no dither, as in pyannote.audio's WeSpeakerResNet34.compute_fbank.
    """
    import kaldi_native_fbank

    options = kaldi_native_fbank.FbankOptions()
    options.frame_opts.samp_freq = SAMPLE_RATE_HZ
    options.frame_opts.dither = 0.0
    options.frame_opts.window_type = "hamming"
    options.frame_opts.snip_edges = True
    options.mel_opts.num_bins = MEL_BINS
    extractor = kaldi_native_fbank.OnlineFbank(options)
    extractor.accept_waveform(SAMPLE_RATE_HZ, samples * np.float32(_INT16_SCALE))
    extractor.input_finished()
    count = extractor.num_frames_ready
    if not count:
        return np.zeros((0, MEL_BINS), np.float32)
    features = np.stack([extractor.get_frame(i) for i in range(count)])
    return np.asarray(features - features.mean(axis=0), np.float32)


def frame_mask(clean: tuple[tuple[int, int], ...], frames: int) -> NDArray[np.float32]:
    """1.0 for every frame [frames] whose centre lies in one of the stretches (start, end) in samples, else 0.0."""
    centres = np.arange(frames) * HOP_SAMPLES + FRAME_SAMPLES // 2
    mask = np.zeros(frames, np.float32)
    for start, end in clean:
        mask[(centres >= start) & (centres < end)] = 1.0
    return mask
