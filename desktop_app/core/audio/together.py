"""Several recordings of one meeting, a recorder for each person, as the sounds of one recording."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.alignment import Alignment, align
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.own_sounds import OwnSound
from desktop_app.core.audio.recording import Recording, open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.audio.spool import Spool, parts
from desktop_app.translation import tr
from desktop_app.user_folders import cache_folder

_PART_SAMPLES = 10 * SAMPLE_RATE_HZ
_MUCH_S = 10.0
"""More than it takes to switch a recorder on or off."""


@contextmanager
def open_together(
    paths: Sequence[Path],
    *,
    track: int | None = None,
    channel: int | None = None,
    on_progress: Callable[[float], None] | None = None,
    scratch: Path | None = None,
) -> Iterator[Recording]:
    """The first of several recordings of a meeting, with all of them as its own sounds, which have the files' names.

    What another has before the first begins, or after it ends, is left out. The rest as in open_recording. AudioError
    names the file in which nothing of the others is heard.
    """
    told = on_progress or (lambda _: None)
    folder = cache_folder() if scratch is None else scratch
    with ExitStack() as opened:
        recordings: list[Recording] = []

        def read(done: float) -> None:
            told((len(recordings) + done) / len(paths))

        for path in paths:
            recording = open_recording(path, track=track, channel=channel, on_progress=read, scratch=scratch)
            recordings.append(opened.enter_context(recording))
        first, *others = recordings
        aligned = [first.samples]
        for other in others:
            place = _place(other, first, aligned)
            first.notes = (*first.notes, *_notes(other, first, place))
            spool = opened.enter_context(Spool(folder, 1))
            aligned.append(_written(spool, other.samples, place, len(first.samples)))
        names = [recording.path.stem for recording in (first, *others)]
        first.own_sounds = tuple(OwnSound(sound, name) for sound, name in zip(aligned, names, strict=True))
        del aligned
        yield first


def _place(other: Recording, first: Recording, aligned: Sequence[NDArray[np.float32]]) -> Alignment:
    """Where it lies in the first, or in another whose place is known: not everybody sits near everybody."""
    for sound in aligned:
        if (found := align(sound, other.samples)) is not None:
            return found
    raise AudioError(
        other.path,
        tr("it is not of the same meeting as {first}: nothing is heard in both", first=first.path.name),
    )


def _notes(other: Recording, first: Recording, place: Alignment) -> Iterator[str]:
    """What a reader must know of another recording, one sentence each."""
    for sentence in other.damage.sentences():
        yield f"{other.path.name}: {sentence}"
    after_s = place.at(other.duration_ms / 1000) - first.duration_ms / 1000
    if max(-place.start_s, after_s) > _MUCH_S:
        yield tr(
            "{other}: what it has from before {first} begins, or after it ends, is left out.",
            other=other.path.name,
            first=first.path.name,
        )


def _written(spool: Spool, samples: NDArray[np.float32], place: Alignment, length: int) -> NDArray[np.float32]:
    """The samples at their places in the first recording, float32 [length]."""
    at = round(place.start_s * SAMPLE_RATE_HZ)
    spool.append(np.zeros(min(length, max(0, at)), np.float32))
    missing, left_out = length - min(length, max(0, at)), max(0, -at)
    for part in _at_rate(samples, place.rate):
        kept = part[left_out:][:missing]
        left_out, missing = max(0, left_out - len(part)), missing - len(kept)
        spool.append(kept)
    spool.append(np.zeros(missing, np.float32))
    return spool.complete()[:, 0]


def _at_rate(samples: NDArray[np.float32], rate: float) -> Iterator[NDArray[np.float32]]:
    """The samples in parts, by the first recording's clock."""
    import soxr

    if rate == 1:
        yield from parts(samples, _PART_SAMPLES)
        return
    stream = soxr.ResampleStream(SAMPLE_RATE_HZ, SAMPLE_RATE_HZ * rate, 1, "float32", "HQ")
    for part in parts(samples, _PART_SAMPLES):
        yield stream.resample_chunk(np.ascontiguousarray(part))
    yield stream.resample_chunk(np.zeros(0, np.float32), last=True)
