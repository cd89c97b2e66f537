"""The sound in an uploaded file, whatever its format."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.audio.errors import AudioError, WavError
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ, Resampler
from desktop_app.core.audio.samples import within_full_scale
from desktop_app.core.audio.wav import wav_bytes_to_waveform
from desktop_app.server.errors import Refused
from desktop_app.server.limits import MIN_S


def sound_of(data: bytes, *, max_s: float) -> NDArray[np.float32]:
    """A file's sound, float32 [n], 16 kHz mono; Refused if it cannot be read, is too short or too long.

    A WAV file stays in memory. The decoder of the others reads files only: they lie in a folder of a random name while
    they are decoded.
    """
    try:
        waveform, rate_hz = wav_bytes_to_waveform(data)
    except WavError:
        samples = _decoded(data, max_s)
    else:
        if waveform.shape[1] / rate_hz > max_s:
            raise _too_long(max_s)
        samples = _resampled(waveform[0], rate_hz)
    if len(samples) < MIN_S * SAMPLE_RATE_HZ:
        duration_s = round(len(samples) / SAMPLE_RATE_HZ, 3)
        raise Refused(422, "audio_too_short", figures={"min_duration": MIN_S, "actual_duration": duration_s})
    return samples


def _resampled(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    resampler = Resampler()
    try:
        return np.concatenate([resampler.resample(samples, rate_hz), resampler.finish()])
    except (RuntimeError, ValueError) as error:  # of soxr, for rates that no sound has
        raise _unreadable(f"a sample rate of {rate_hz} Hz") from error


def _decoded(data: bytes, max_s: float) -> NDArray[np.float32]:
    with TemporaryDirectory(prefix="diarist-") as folder:
        path = Path(folder, "upload")
        path.write_bytes(data)
        try:
            with AudioFile(path, track=1) as audio:
                return np.concatenate([np.zeros(0, np.float32), *_bounded(audio, max_s)])
        except AudioError as error:
            raise _unreadable(error.cause) from error


def _bounded(audio: AudioFile, max_s: float) -> Iterator[NDArray[np.float32]]:
    taken = 0
    for block in audio.blocks():
        taken += len(block.samples)
        if taken > max_s * SAMPLE_RATE_HZ:
            raise _too_long(max_s)
        yield within_full_scale(block.samples.mean(axis=1))


def _unreadable(cause: str) -> Refused:
    return Refused(422, "audio_unreadable", f"The sound cannot be read: {cause}")


def _too_long(max_s: float) -> Refused:
    return Refused(413, "audio_too_long", f"At most {max_s:g} s of sound are taken.", figures={"max_duration": max_s})
