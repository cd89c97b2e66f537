"""The bytes of a WAV file to a waveform, without a sound library."""

import io
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.errors import WavError
from desktop_app.core.audio.riff import wav_layout
from desktop_app.core.audio.samples import pcm_to_float, within_full_scale

_FORMAT = struct.Struct("<HHIIHH")
_PCM, _FLOAT, _EXTENSIBLE = 0x0001, 0x0003, 0xFFFE
# Where an extensible format keeps its sub-format: a GUID whose first two bytes are the tag, the others fixed.
_SUBFORMAT = slice(24, 40)
_GUID_TAIL = bytes.fromhex("000000001000800000aa00389b71")
_DTYPES = {
    (_PCM, 8): "u1",
    (_PCM, 16): "<i2",
    (_PCM, 24): "<i3",
    (_PCM, 32): "<i4",
    (_FLOAT, 32): "<f4",
    (_FLOAT, 64): "<f8",
}


def wav_bytes_to_waveform(data: bytes) -> tuple[NDArray[np.float32], int]:
    """A WAV file's sound as a waveform, float32 of shape [1, samples] in [-1, 1), and its own sample rate in Hz.

    PCM of 8 (unsigned), 16, 24 and 32 bits and IEEE floats of 32 and 64 bits, plain or extensible; channels are
    averaged; a wrong data size is made good, a last incomplete frame dropped. WavError for anything else.
    """
    layout = wav_layout(io.BytesIO(data))
    if layout is None:
        raise WavError(f"not a WAV file with sound: it begins with {data[:12]!r}")
    dtype, channels, rate_hz = _format(layout.fmt)
    frame_bytes = channels * int(dtype[-1])
    whole_bytes = layout.size - layout.size % frame_bytes
    pcm = _unpacked(data[layout.start : layout.start + whole_bytes], dtype)
    waveform = within_full_scale(pcm_to_float(pcm.reshape(-1, channels))).mean(axis=1, dtype=np.float32)
    return waveform[np.newaxis], rate_hz


def _format(fmt: bytes) -> tuple[str, int, int]:
    """The sample's number format (numpy's names, and '<i3' for 24 bits), the channels, the rate in Hz."""
    if len(fmt) < _FORMAT.size:
        raise WavError(f"a WAV format of {len(fmt)} bytes instead of {_FORMAT.size}")
    tag, channels, rate_hz, _, frame_bytes, bits = _FORMAT.unpack_from(fmt)
    if tag == _EXTENSIBLE:
        tag = _subformat(fmt[_SUBFORMAT])
    dtype = _DTYPES.get((tag, bits))
    if dtype is None:
        raise WavError(f"WAV samples of format {tag:#06x} and {bits} bits are not read")
    if channels == 0 or rate_hz == 0 or frame_bytes * 8 != channels * bits:
        raise WavError(f"a WAV format of {channels} channels, {rate_hz} Hz, {bits} bits, {frame_bytes} bytes a frame")
    return dtype, channels, rate_hz


def _subformat(guid: bytes) -> int:
    if guid[2:] != _GUID_TAIL:
        raise WavError(f"an extensible WAV format of the unknown kind {guid.hex()}")
    return int.from_bytes(guid[:2], "little")


def _unpacked(pcm: bytes, dtype: str) -> NDArray[Any]:
    if dtype != "<i3":
        return np.frombuffer(pcm, dtype)
    widened = np.zeros((len(pcm) // 3, 4), np.uint8)
    widened[:, 1:] = np.frombuffer(pcm, np.uint8).reshape(-1, 3)
    return widened.view("<i4")[:, 0]
