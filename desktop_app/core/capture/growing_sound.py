"""The sound of a recording while it grows, read from the disk: whoever is slow or stalls loses nothing."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import Resampler
from desktop_app.core.audio.samples import pcm_to_float
from desktop_app.core.capture.joining import joined_file
from desktop_app.core.capture.lock import is_in_hand
from desktop_app.core.capture.segments import Segment, segment_path, segments_in
from desktop_app.core.capture.sidecar import RecordingState, read_sidecar
from desktop_app.core.capture.wav_file import HEADER_BYTES, SAMPLE_BYTES, wav_rate_hz, wav_samples

_AT_ONCE_S = 30
_DEAD_AFTER_S = 1.0
"""How long nothing new comes before it is asked whether the recorder still lives."""


class GrowingSound:
    """A recording's sound from its start, as 16 kHz mono. It is for one thread.

    No file is held open from call to call: the recorder joins and renames them meanwhile.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        """folder: as RecordingStarted tells it. clock: in seconds."""
        self._folder = folder
        self._clock = clock
        self._resampler = Resampler()
        self._rate_hz = 0
        self._position = 0
        self._current: Segment | None = None
        self._quiet_since_s: float | None = None
        self._finished = False
        self._recorded_ms = 0

    @property
    def finished(self) -> bool:
        """Whether the recording is over and everything of it was read."""
        return self._finished

    @property
    def recorded_ms(self) -> int:
        """How much is on the disk, read or not; what was read where the folder is gone."""
        with suppress(FileNotFoundError):
            if self._rate_hz or self._find_rate():
                ends = [self._position, *(piece.end for piece in self._pieces())]
                self._recorded_ms = max(self._recorded_ms, round(1000 * max(ends) / self._rate_hz))
        return self._recorded_ms

    def read(self) -> NDArray[np.float32]:
        """What was written since the last call, at most 30 s, float32 of shape [samples]; empty where nothing was."""
        if self._finished:
            return np.empty(0, np.float32)
        over = self._quiet_since_s is not None and self._is_over(self._quiet_since_s)
        samples = self._new_samples()
        if samples is None:
            return np.empty(0, np.float32)
        if len(samples):
            self._quiet_since_s = None
            return self._resampler.resample(pcm_to_float(samples), self._rate_hz)
        if over:  # before it was looked for more
            self._finished = True
            return self._resampler.finish()
        if self._quiet_since_s is None:
            self._quiet_since_s = self._clock()
        return np.empty(0, np.float32)

    def _is_over(self, quiet_since_s: float) -> bool:
        sidecar = read_sidecar(self._folder)
        if sidecar is not None and sidecar.state is RecordingState.FINISHED:
            return True
        return self._clock() - quiet_since_s >= _DEAD_AFTER_S and not is_in_hand(self._folder)

    def _new_samples(self) -> NDArray[np.int16] | None:
        """What is new; None where it cannot be said now, since files are being joined or renamed this moment."""
        try:
            if self._rate_hz or self._find_rate():
                return self._read_on()
        except FileNotFoundError:
            self._current = None
            if self._folder.exists():
                return None
        return np.empty(0, np.int16)

    def _read_on(self) -> NDArray[np.int16]:
        if self._current is None:
            self._current = self._piece_here()
        if self._current is None:
            return np.empty(0, np.int16)
        samples = self._read_from(self._current)
        if not len(samples):
            self._current = self._following() or self._current
            samples = self._read_from(self._current)
        self._position += len(samples)
        return samples

    def _read_from(self, piece: Segment) -> NDArray[np.int16]:
        with piece.path.open("rb", buffering=0) as file:
            file.seek(HEADER_BYTES + (self._position - piece.first) * SAMPLE_BYTES)
            data = file.read(_AT_ONCE_S * self._rate_hz * SAMPLE_BYTES)
        return np.frombuffer(data, "<i2", len(data) // SAMPLE_BYTES).astype(np.int16)

    def _following(self) -> Segment | None:
        """The segment that begins where the one that was read ends: its name says so."""
        path = segment_path(self._folder, self._position)
        return Segment(path, self._position, 0) if path.exists() else None

    def _piece_here(self) -> Segment | None:
        """What holds the next sample, or will: the last that begins before it."""
        here = [piece for piece in self._pieces() if piece.first <= self._position <= piece.end]
        return here[-1] if here else None

    def _pieces(self) -> tuple[Segment, ...]:
        """All that is there, the joined file first. FileNotFoundError where one went away while it was looked at."""
        joined = joined_file(self._folder)
        pieces = segments_in(self._folder)
        return pieces if joined is None else (Segment(joined, 0, wav_samples(joined)), *pieces)

    def _find_rate(self) -> bool:
        rates = (wav_rate_hz(piece.path) for piece in self._pieces())
        self._rate_hz = next((rate_hz for rate_hz in rates if rate_hz), 0)
        return self._rate_hz > 0
