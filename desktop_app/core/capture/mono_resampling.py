"""What an input gives into the one channel and the one rate of a recording."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import soxr


def one_channel(frames: NDArray[np.int16]) -> NDArray[np.int16]:
    """The mean of all channels, int16 of shape [samples]. frames: of shape [samples, channels]."""
    if frames.shape[1] == 1:
        return frames[:, 0]
    mixed: NDArray[np.int16] = np.rint(frames.mean(axis=1)).astype(np.int16)
    return mixed


class Resampling:
    """A stream of sound, whose rate may change with its input, to one rate."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._from_hz = rate_hz
        self._stream: soxr.ResampleStream | None = None

    def convert(self, samples: NDArray[np.int16], rate_hz: int) -> NDArray[np.int16]:
        """What can be given of the sound so far, int16 of shape [samples]; the sound itself at the wanted rate."""
        rest = self._change(rate_hz) if rate_hz != self._from_hz else samples[:0]
        converted = samples if self._stream is None else self._stream.resample_chunk(samples)
        return np.concatenate([rest, converted]) if len(rest) else converted

    def finish(self) -> NDArray[np.int16]:
        """The last of the sound; what comes afterwards begins anew."""
        stream, self._stream, self._from_hz = self._stream, None, self._rate_hz
        if stream is None:
            return np.empty(0, np.int16)
        rest: NDArray[np.int16] = stream.resample_chunk(np.empty(0, np.int16), last=True)
        return rest

    def _change(self, rate_hz: int) -> NDArray[np.int16]:
        import soxr

        rest = self.finish()
        self._from_hz = rate_hz
        if rate_hz != self._rate_hz:
            self._stream = soxr.ResampleStream(rate_hz, self._rate_hz, 1, dtype="int16", quality="HQ")
        return rest
