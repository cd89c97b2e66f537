"""A whole recording at random access in bounded memory."""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.conditioning import LevelMeter
from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.mixdown import Mixdown, choose, mixed, require_channel
from desktop_app.core.audio.own_sounds import OwnSound, choose_own, heard_of, own_names, write_own
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.audio.spool import SAMPLE_BYTES, Spool
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Span
from desktop_app.translation import tr
from desktop_app.user_folders import cache_folder


class Recording:
    """A recording as 16 kHz mono, read from a scratch file as it is needed; use it in a `with` statement.

    path: the user's own file; source_rate_hz, source_channels: of its (first) sound track before conversion.
    tracks_there: how many sound tracks it has; heard: those of them that are heard, and their channels.
    gain: what its samples were multiplied by, 1.0 unless it was very faint or above full scale.
    damage: what of the file could not be read.
    own_sounds: those that may be one person's each, as long as the whole; empty if they were not asked for.
    own_heard: the tracks and channels that these are. notes: what a reader must know of others that are heard with it.
    """

    def __init__(
        self,
        audio: AudioFile,
        hearings: tuple[Mixdown, ...],
        spool: Spool,
        *,
        gain: float = 1.0,
        own: Sequence[tuple[Mixdown, Spool]] = (),
    ) -> None:
        self.path = audio.path
        self.source_rate_hz = audio.tracks[0].rate_hz
        self.source_channels = audio.tracks[0].channels
        self.tracks_there = audio.tracks_there
        self.heard = tuple(hearing.heard for hearing in hearings)
        self.damage = audio.damage
        self.gain = gain
        chosen = [sound for sound, _ in own]
        self.own_heard = heard_of(chosen)
        self.own_sounds = tuple(
            OwnSound(each.complete()[:, 0], name) for (_, each), name in zip(own, own_names(chosen), strict=True)
        )
        self.notes: tuple[str, ...] = ()
        self._spools = (spool, *(each for _, each in own))
        self._samples: NDArray[np.float32] | None = spool.complete()[:, 0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def samples(self) -> NDArray[np.float32]:
        """All samples, float32 of shape [samples] in [-1, 1], read-only. ValueError once the recording is closed."""
        if self._samples is None:
            raise ValueError(f"{self.path}: the recording is closed")
        return self._samples

    @property
    def duration_ms(self) -> int:
        """Length in milliseconds."""
        return round(len(self.samples) * 1000 / SAMPLE_RATE_HZ)

    def keep_only(self, stretch: Span) -> None:
        """Have the samples of one stretch alone, which end where the recording does; AudioError if there are none."""
        first, end = (round(each * SAMPLE_RATE_HZ / 1000) for each in (stretch.start_ms, stretch.end_ms))
        kept = self.samples[first:end]
        if not len(kept):
            raise AudioError(
                self.path, tr("it is {length} long, and nothing is left of it", length=clock(self.duration_ms))
            )
        self._samples = kept
        self.own_sounds = tuple(replace(sound, samples=sound.samples[first:end]) for sound in self.own_sounds)

    def close(self) -> None:
        """Give the scratch files back; their space is free once no array made from the samples is left."""
        self._samples = None
        self.own_sounds = ()
        for spool in self._spools:
            spool.close()


def open_recording(
    path: Path,
    *,
    track: int | None = None,
    channel: int | None = None,
    apart: bool = False,
    on_progress: Callable[[float], None] | None = None,
    scratch: Path | None = None,
) -> Recording:
    """Decode a file to scratch files without a name, mix what is heard, and put its level right (see `conditioning`).

    track, channel: the only ones to hear, from 1; what carries voices if None (see `downmix`). apart: keep the sounds
    that may be one person's each, too.
    on_progress: told how much of the file is done, 0 to 1. scratch: the folder for the scratch files, about 230 MB
    for each hour and channel; the user's cache folder if not given, as the system's folder for such files may lie in
    memory. AudioError if the file cannot be read or the scratch folder not written.
    """
    folder = cache_folder() if scratch is None else scratch
    with AudioFile(path, track=track) as audio, ExitStack() as spools:
        require_channel(path, audio.tracks, channel)
        with _scratch_errors(audio, folder):
            decoded = [spools.enter_context(Spool(folder, each.channels)) for each in audio.tracks]
        _decode(audio, decoded, folder, on_progress)
        with _scratch_errors(audio, folder):
            hearings = choose(audio.tracks, [spool.complete() for spool in decoded], channel=channel)
            heard = spools.enter_context(Spool(folder, 1))
            gain = _write_heard(heard, hearings)
            own = choose_own(audio.tracks, [spool.complete() for spool in decoded], channel=channel) if apart else ()
            kept = [(sound, spools.enter_context(Spool(folder, 1))) for sound in own]
            for sound, spool in kept:
                write_own(spool, sound, len(heard.complete()))
            recording = Recording(audio, hearings, heard, gain=gain, own=kept)
        spools.pop_all()
        for spool in decoded:
            spool.close()
        return recording


def _decode(audio: AudioFile, decoded: list[Spool], folder: Path, on_progress: Callable[[float], None] | None) -> None:
    for block in audio.blocks():
        with _scratch_errors(audio, folder):
            decoded[block.track].append(block.samples)
        if on_progress is not None:
            on_progress(block.fraction)


def _write_heard(heard: Spool, hearings: tuple[Mixdown, ...]) -> float:
    """Write what is heard at the level that it needs; the gain."""
    meter = LevelMeter()
    for part in mixed(hearings):
        meter.add(part)
    conditioning = meter.conditioning()
    for part in mixed(hearings):
        heard.append(part if conditioning.changes_nothing or not part.any() else conditioning.apply(part))
    return conditioning.gain


@contextmanager
def _scratch_errors(audio: AudioFile, folder: Path) -> Iterator[None]:
    """Say what is wrong with the scratch folder, and about how much room it should have."""
    try:
        yield
    except OSError as error:
        raise AudioError(audio.path, _unkept(audio, folder, error.strerror)) from error


def _unkept(audio: AudioFile, folder: Path, why: str | None) -> str:
    if audio.duration_s is None:
        return tr("its sound cannot be kept in the folder {folder}: {why}", folder=folder, why=why)
    return tr(
        "its sound cannot be kept in the folder {folder}: {why} (about {megabytes} MB are needed there)",
        folder=folder,
        why=why,
        megabytes=_megabytes(audio),
    )


def _megabytes(audio: AudioFile) -> int:
    channels = 1 + sum(track.channels for track in audio.tracks)
    return math.ceil((audio.duration_s or 0) * SAMPLE_RATE_HZ * SAMPLE_BYTES * channels / 1e6)
