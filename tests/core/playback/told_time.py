"""Sound that tells where it is: noise, of which no stretch is like another, and recordings of every kind made of it."""

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
_COMPARED_S = 0.3
_AROUND_S = 0.25
_LEAST_LIKENESS = 0.5


def telling_noise(duration_s: float, *, seed: int = 1) -> NDArray[np.float32]:
    """Noise as deep as a voice, whose level comes and goes, at 16 kHz, float32 [samples]."""
    count = round(duration_s * RATE_HZ)
    noise = np.random.default_rng(seed).standard_normal(count)
    smooth = np.convolve(noise, np.hanning(16), "same")
    return (0.2 * smooth / smooth.std()).clip(-0.9, 0.9).astype(np.float32)


def off_by_ms(heard: NDArray[np.float32], truth: NDArray[np.float32], at_s: float) -> float:
    """How much later than the truth has it the sound is that should be the truth's from that time on.

    heard: 16 kHz mono, 0.3 s at least. It must be in the truth, within a quarter of a second from there.
    """
    piece = heard[: round(_COMPARED_S * RATE_HZ)]
    first = round((1 + at_s - _AROUND_S) * RATE_HZ)
    around = np.pad(truth, RATE_HZ)[first : first + len(piece) + round(2 * _AROUND_S * RATE_HZ)]
    likeness = np.correlate(around, piece, "valid")
    energies = np.convolve(around**2, np.ones(len(piece)), "valid") * np.square(piece).sum()
    likeness = likeness / np.sqrt(energies + 1e-12)
    best = int(likeness.argmax())
    assert likeness[best] > _LEAST_LIKENESS, f"at {at_s} s sounds something else: {likeness[best]:.2f}"
    return 1000 * (at_s + best / RATE_HZ - _AROUND_S - at_s)
