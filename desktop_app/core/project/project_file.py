"""A project that is open: what is changed in it is on the disk when the call returns."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from desktop_app.core.project.database import allow_writing, connect, read_row, transaction, write_rows
from desktop_app.core.project.edited import EditedTranscript
from desktop_app.core.project.errors import ProjectChanged, ProjectDamaged, ProjectNotWritable, gone
from desktop_app.core.project.failures import told
from desktop_app.core.project.image import CHANGED, ProjectImage
from desktop_app.core.project.lock import ProjectLock
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.making import new_stamp
from desktop_app.core.project.rows import Row, Table
from desktop_app.core.project.values import Facts, Peaks
from desktop_app.core.transcript.edits import History
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

SNAPSHOT_EVERY = 500
"""After so many changes to the text it is written down whole."""


class ProjectFile:
    """One open project, made by `create_project` or `open_project`. It belongs to the thread that opened it.

    Everything is in memory, and every change is one transaction. Where one raises a ProjectError, the change is in
    memory all the same: the next one tries to write both, and `save_as` writes all of it elsewhere.
    losses: what is gone of a damaged file, as a person reads it. Nothing is ever written to such a file.
    """

    def __init__(
        self, path: Path, image: ProjectImage, *, lock: ProjectLock | None = None, losses: tuple[str, ...] = ()
    ) -> None:
        """lock: the right to write, taken for this path; None for reading only."""
        self.path = path
        self.losses = losses
        self.image = image
        self._lock = lock
        self._connection: sqlite3.Connection | None = None
        self._identity = (0, 0)
        self._version = 0
        self._ours: set[Row | None] = set()

    def __enter__(self) -> "ProjectFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def id(self) -> str:
        """What the project is told by, wherever it lies."""
        return self.image.id

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._lock is None or bool(self.losses)

    @property
    def facts(self) -> Facts:
        """All that the project says beside its transcript."""
        return self.image.facts

    @property
    def text(self) -> EditedTranscript | None:
        """The transcript, as a machine made it and as it is now, with the edits; None where there is none yet."""
        return self.image.text

    @property
    def voices(self) -> bytes | None:
        """The packed voices, None where none are kept."""
        return self.image.voices

    @property
    def peaks(self) -> Peaks | None:
        """The waveform's peaks, None where there are none."""
        return self.image.peaks

    def set_facts(self, facts: Facts) -> None:
        """Take these facts. ProjectError, as all methods that change something."""
        self._change(lambda: self.image.set_facts(facts))

    def set_voices(self, voices: bytes | None) -> None:
        """Keep packed voices, or keep none."""
        self._change(lambda: self.image.set_voices(voices))

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Keep the waveform's peaks, or keep none."""
        self._change(lambda: self.image.set_peaks(peaks))

    def record_transcript(self, made: MachineTranscript) -> None:
        """Begin with what a machine made, without edits; see ProjectImage.record_transcript."""
        self._change(lambda: self.image.record_transcript(made))

    def record_history(self, history: History, transcript: Transcript) -> None:
        """Take the edits, done and undone, and the transcript that they lead to, after whatever happened to them: one
        more, one undone, one in the place of the last. Only the difference is written."""
        self._change(lambda: self._record(history, transcript))

    def write_snapshot(self) -> None:
        """Write the text down whole, beside the steps that lead to it."""
        self._change(self.image.take_snapshot)

    def close(self) -> None:
        """Write what is not written yet, and let go of the file whatever happens. ProjectError where it cannot be
        written: what is in memory can still be saved elsewhere."""
        try:
            if not self.read_only and self.image.changes_since_snapshot:
                self.image.take_snapshot()
            if not self.read_only and self.image.unsaved:
                self._save()
        finally:
            self.release()

    def release(self) -> None:
        """Let go of the file, as it is."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._lock is not None:
            self._lock.leave()
            self._lock = None

    def attach(self, connection: sqlite3.Connection) -> None:
        """Write through this connection from now on: the file is as the image says."""
        self._connection = connection
        self._identity = _identity(self.path)
        self._version = _data_version(connection)
        self._ours = {self.stamp}

    @property
    def stamp(self) -> Row | None:
        """Another one after every change, whoever makes it."""
        return self.image.rows[Table.FACTS].get(CHANGED)

    def expect(self, stamp: Row | None) -> None:
        """Go on from the state that had this stamp: where the file has another, nothing is written (ProjectChanged)."""
        self._ours = {stamp}

    def move_to(self, path: Path, image: ProjectImage, lock: ProjectLock) -> None:
        """Go on with another file, which holds this image."""
        with told(path):
            connection = connect(path)
            allow_writing(connection)
        if lock is self._lock:
            self._lock = None
        self.release()
        self.path, self.image, self._lock, self.losses = path, image, lock, ()
        self.attach(connection)

    @property
    def lock(self) -> ProjectLock | None:
        """The right to write to the file, None where it is read only."""
        return self._lock

    def _record(self, history: History, transcript: Transcript) -> None:
        self.image.record_history(history, transcript)
        if self.image.changes_since_snapshot >= SNAPSHOT_EVERY:
            self.image.take_snapshot()

    def _change(self, change: Callable[[], None]) -> None:
        if self.losses:
            raise ProjectDamaged(self.path, self.losses)
        if self._lock is None:
            hint = tr("Save your work under another name")
            raise ProjectNotWritable(self.path, tr("is open for reading only"), hint)
        change()
        self._save()

    def _save(self) -> None:
        """Write all rows that are not on the disk yet, if nobody else has written since."""
        self.image.stamp(datetime.now(UTC), new_stamp())
        # One that failed may have reached the disk all the same.
        self._ours.add(self.stamp)
        with told(self.path):
            connection = self._current()
            with transaction(connection):
                self._require_unchanged(connection)
                write_rows(connection, self.image.unsaved_rows())
        self.image.unsaved.clear()
        self._ours = {self.stamp}

    def _current(self) -> sqlite3.Connection:
        """The connection, to what now has the name. ProjectGone where nothing has."""
        try:
            identity = _identity(self.path)
        except FileNotFoundError:
            raise gone(self.path) from None
        if self._connection is None or identity != self._identity:
            self._reconnect()
        assert self._connection is not None  # noqa: S101
        return self._connection

    def _reconnect(self) -> None:
        """To another file under the name, as programs that synchronise folders put one there, also an equal one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        with _changed_if_other(self.path):
            connection = connect(self.path)
            self._connection = connection
            allow_writing(connection)
        self._identity, self._version = _identity(self.path), _data_version(connection)

    def _require_unchanged(self, connection: sqlite3.Connection) -> None:
        with _changed_if_other(self.path):
            stamp = read_row(connection, Table.FACTS, CHANGED)
        if stamp not in self._ours or _data_version(connection) != self._version:
            raise ProjectChanged(self.path)


@contextmanager
def _changed_if_other(path: Path) -> Iterator[None]:
    """ProjectChanged where what has the name is no project any more, or a damaged one."""
    try:
        yield
    except sqlite3.Error as error:
        if error.sqlite_errorname.split("_")[1] in {"NOTADB", "CORRUPT", "ERROR"}:
            raise ProjectChanged(path) from error
        raise


def _identity(path: Path) -> tuple[int, int]:
    status = os.stat(path)  # noqa: PTH116
    return status.st_dev, status.st_ino


def _data_version(connection: sqlite3.Connection) -> int:
    """Another number whenever somebody else has written."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)
