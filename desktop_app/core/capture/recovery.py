"""Recordings that were not finished, because something was killed or the computer went out: found and made whole."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.finishing import finish_recording, recorded_samples
from desktop_app.core.capture.joining import joined_file
from desktop_app.core.capture.lock import is_in_hand, locked
from desktop_app.core.capture.segments import segment_path, segments_in
from desktop_app.core.capture.sidecar import RecordingState, Sidecar, has_sidecar, read_sidecar, write_sidecar
from desktop_app.core.capture.values import EndReason, Recorded, Unfinished
from desktop_app.core.capture.wav_file import WavFile, wav_rate_hz
from desktop_app.core.transcript.clock import clock
from desktop_app.translation import tr

_TIME_IN_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)")
_RATE_HZ = 48_000
"""What most inputs have, where nothing is left that says it."""


def unfinished(recordings_folder: Path) -> tuple[Unfinished, ...]:
    """The recordings in a folder that were not finished, or are to be offered, and that nobody has in hand; the latest
    first."""
    found = [each for folder in _folders(recordings_folder) if (each := _unfinished(folder)) is not None]
    return tuple(sorted(found, key=lambda each: each.started_at, reverse=True))


def recover(recording: Unfinished, *, to_offer: bool = False) -> Recorded:
    """Repair a recording, join it into one file, and mark it as finished. Nothing of it is lost by that.

    to_offer: it is still among the unfinished ones when it is in nobody's hand, until `settle`. CaptureError where it
    is in somebody's hand, or cannot be read or written; it can be tried again then.
    """
    folder = recording.folder
    if not folder.is_dir():
        raise CaptureError(tr("'{name}' is not there any more", name=folder.name))
    try:
        with locked(folder):
            sidecar = replace(read_sidecar(folder) or _guessed(folder), to_offer=to_offer)
            if not segments_in(folder) and joined_file(folder) is None:
                WavFile(segment_path(folder, 0), sidecar.rate_hz).close()
            if sidecar.state is RecordingState.FINISHED:
                ended = sidecar.ended if sidecar.ended != EndReason.STOPPED else ""
                return finish_recording(folder, sidecar, reason=EndReason.STOPPED, text=ended)
            length = clock(round(1000 * recorded_samples(folder) / sidecar.rate_hz))
            text = tr(
                "Recovered {length}: the recording of {began:%Y-%m-%d %H:%M} had broken off.",
                length=length,
                began=sidecar.started_at,
            )
            return finish_recording(folder, sidecar, reason=EndReason.FAILED, text=text)
    except OSError as error:
        raise CaptureError(
            tr("'{name}' cannot be recovered ({error})", name=folder.name, error=error.strerror or error),
            tr("What was recorded is still there."),
        ) from error


def settle(folder: Path) -> None:
    """Offer a recording no more. CaptureError where another has it in hand, or a newer Diarist wrote it; OSError where
    that cannot be written."""
    if not folder.is_dir():  # it was moved elsewhere, or is gone
        return
    with locked(folder):
        sidecar = read_sidecar(folder)
        if sidecar is not None and sidecar.to_offer:
            write_sidecar(folder, replace(sidecar, to_offer=False))


def _folders(recordings_folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in recordings_folder.iterdir() if path.is_dir())


def _unfinished(folder: Path) -> Unfinished | None:
    try:
        known = read_sidecar(folder)
        if known is None and not segments_in(folder) and not has_sidecar(folder):
            return None
        sidecar = known or _guessed(folder)
        whole = sidecar.state is RecordingState.FINISHED
        if (whole and not sidecar.to_offer) or is_in_hand(folder):
            return None
        duration_ms = round(1000 * recorded_samples(folder) / sidecar.rate_hz)
    except (OSError, CaptureError):  # of a newer Diarist, or not ours to read
        return None
    return Unfinished(folder, sidecar.started_at, duration_ms, whole)


def _guessed(folder: Path) -> Sidecar:
    """What the files and the folder's name say of a recording whose sidecar is damaged."""
    joined = joined_file(folder)
    sounds = [*(segment.path for segment in segments_in(folder)), *([joined] if joined else [])]
    rates = (wav_rate_hz(sound) for sound in sounds)
    return Sidecar(_began_at(folder, sounds), "", next((rate for rate in rates if rate), _RATE_HZ))


def _began_at(folder: Path, sounds: list[Path]) -> datetime:
    if (named := _TIME_IN_NAME.search(folder.name)) is not None:
        with suppress(ValueError):
            return datetime.strptime(named[1], "%Y-%m-%d %H.%M.%S").astimezone()
    times = [path.stat().st_mtime for path in [*sounds, folder]]
    return datetime.fromtimestamp(min(times)).astimezone()
