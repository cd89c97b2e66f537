"""What a recorder has on the disk of the one recording that it makes."""

from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.disk_space import RoomWatch
from desktop_app.core.capture.errors import CaptureError, FolderTaken
from desktop_app.core.capture.finishing import finish_recording
from desktop_app.core.capture.lock import RecordingLock
from desktop_app.core.capture.segments import SegmentedFile, segments_in
from desktop_app.core.capture.sidecar import Sidecar, drop_sidecar, has_sidecar, write_sidecar
from desktop_app.core.capture.values import EndReason, Recorded
from desktop_app.translation import tr

SEGMENT_S = 600.0


class RecordingFiles:
    """One recording's folder, in hand until it is finished. It is for one thread at a time."""

    def __init__(self, folder: Path, sidecar: Sidecar, lock: RecordingLock, file: SegmentedFile) -> None:
        self._folder = folder
        self._sidecar = sidecar
        self._lock = lock
        self._file = file

    @classmethod
    def begin(
        cls, folder: Path, device: str, rate_hz: int, *, segment_s: float, room: RoomWatch, to_offer: bool = False
    ) -> "RecordingFiles":
        """Make the folder, take it in hand, say what it is, and open the first file.

        to_offer: see Sidecar. FolderTaken where it holds a recording already; CaptureError where it cannot be written,
        or has no room: nothing is left behind then.
        """
        sidecar = Sidecar(datetime.now().astimezone(), device, rate_hz, to_offer=to_offer)
        try:
            is_new = not folder.exists()
            folder.mkdir(parents=True, exist_ok=True)
            with ExitStack() as undo:
                if is_new:
                    undo.callback(_remove_if_empty, folder)
                lock = RecordingLock(folder)
                lock.take()
                undo.callback(lock.leave)
                _check(folder, room)
                undo.callback(drop_sidecar, folder)
                write_sidecar(folder, sidecar)
                file = SegmentedFile(folder, rate_hz, segment_samples=round(segment_s * rate_hz))
                undo.pop_all()
        except OSError as error:
            place = folder if folder.exists() else folder.parent
            raise CaptureError(
                tr("{place} cannot be written ({error})", place=place, error=error.strerror or error),
                tr("See to its permissions, or to the disk."),
            ) from error
        return cls(folder, sidecar, lock, file)

    @property
    def started_at(self) -> datetime:
        """When it began."""
        return self._sidecar.started_at

    @property
    def rate_hz(self) -> int:
        """The rate at which it is recorded."""
        return self._sidecar.rate_hz

    @property
    def at_ms(self) -> int:
        """How much is recorded."""
        return round(1000 * self._file.samples / self.rate_hz)

    def write(self, samples: NDArray[np.int16]) -> None:
        """Append samples, of shape [samples]. OSError where they cannot all be; those that can are kept."""
        self._file.write(samples)

    def sync(self) -> None:
        """Return when everything is on the disk itself. OSError if it cannot be."""
        self._file.sync()

    def finish(self, *, reason: EndReason, text: str, lost_samples: int) -> Recorded:
        """Close everything, join it, and let go of the folder. See finish_recording."""
        try:
            try:
                self._file.close()
            except OSError as error:
                if reason is EndReason.STOPPED:
                    reason = EndReason.FAILED
                    text = tr("The last of it could not be written ({error}).", error=error.strerror or error)
            return finish_recording(
                self._folder, replace(self._sidecar, lost_samples=lost_samples), reason=reason, text=text
            )
        finally:
            self._lock.leave()


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _check(folder: Path, room: RoomWatch) -> None:
    if has_sidecar(folder) or segments_in(folder):
        raise FolderTaken(tr("{folder} holds a recording already", folder=folder), tr("Choose another folder."))
    there_is = room.look()
    if there_is is not None and there_is.left_s == 0:
        raise CaptureError(
            tr("the disk has no room for a recording ({free:.0f} MB are free)", free=there_is.free_bytes / 1e6),
            tr("Free some, or choose a folder on another disk."),
        )
