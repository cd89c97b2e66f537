"""Any number of channels to one."""

import numpy as np
from numpy.typing import NDArray

# The channels cancel each other where their sum has less than this part of the loudest channel's energy. The sum of
# unlike channels, or of one that speaks and others that are silent, has as much or more.
_CANCELLED = 0.1
_FADE_S = 0.01


class Downmix:
    """Mixes the blocks of one recording down to mono.

    The mix is the mean of the channels. Where they cancel each other (one recorded with its wires swapped), it is the
    loudest channel instead; between the two it fades, so that no click is heard.
    """

    def __init__(self) -> None:
        self._channel: int | None = None
        self._weights = np.empty(0, np.float32)

    def mix(self, block: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
        """One channel, float32 of shape [samples], from a block of shape [channels, samples]."""
        before = self._weights
        self._channel = self._channel_instead(block)
        self._weights = _weights(self._channel, len(block))
        mono: NDArray[np.float32] = self._weights @ block
        if before.shape == self._weights.shape and (before != self._weights).any():
            _fade(before @ block, mono, round(_FADE_S * rate_hz))
        return mono

    def _channel_instead(self, block: NDArray[np.float32]) -> int | None:
        energies = np.einsum("cs,cs->c", block, block)
        loudest = int(energies.argmax())
        total = block.sum(axis=0)
        if total @ total >= _CANCELLED * energies[loudest]:
            return None
        keep = self._channel
        return keep if keep is not None and keep < len(block) and 2 * energies[keep] > energies[loudest] else loudest


def _weights(channel: int | None, channels: int) -> NDArray[np.float32]:
    if channel is None:
        return np.full(channels, 1 / channels, np.float32)
    weights = np.zeros(channels, np.float32)
    weights[channel] = 1
    return weights


def _fade(before: NDArray[np.float32], mono: NDArray[np.float32], length_samples: int) -> None:
    """Let the start of `mono`, in place, come out of what it would have been before."""
    ramp = np.linspace(0, 1, length_samples, dtype=np.float32)[: len(mono)]
    start = slice(len(ramp))
    mono[start] = ramp * mono[start] + (1 - ramp) * before[start]
