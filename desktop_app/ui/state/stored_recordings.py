"""The recordings that lie in the library's projects, taken into the session a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.worklist.queue_order import kept_order
from desktop_app.ui.state.recording_facts import store
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.time_slices import TimeSlices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.core.library.values import Entry
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class StoredRecordings(QObject):
    """Keeps the session's list as the library's is. Thousands of them do not hold the window up."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._known: dict[Path, Recording] = {}
        self._unseen: dict[Path, Recording] = {}
        self._slices = TimeSlices(self)
        self._slices.step.connect(self._take)
        self._slices.finished.connect(self._finish)
        session.keeper.kept.connect(self._note)

    def take(self, entries: Sequence[Entry]) -> None:
        """List what there is, the newest first, instead of what was listed before. Work that was not finished goes
        on."""
        self._slices.clear()
        self._known = {each.project: each for each in self._session.recordings if each.project is not None}
        self._unseen = dict(self._known)
        self._slices.begin(entries)

    def _note(self, recording: Recording) -> None:
        """It has a project now, which is not to be listed twice."""
        if recording.project is not None:
            self._known[recording.project] = recording

    def _take(self, entry: Entry) -> None:
        self._unseen.pop(entry.path, None)
        recording = self._known.get(entry.path)
        if recording is None:
            self._known[entry.path] = self._session.add_stored(entry)
        elif recording.state is State.STORED and recording.entry != entry:
            store(recording, entry)
            self._session.changed.emit(recording)

    def _finish(self) -> None:
        for recording in self._unseen.values():
            if recording.state is State.STORED:  # its project was taken away
                self._session.drop(recording)
        interrupted = [each for each in reversed(self._session.recordings) if each.is_interrupted]
        for recording in as_they_waited(interrupted):
            self._session.opening.load(recording)
        self._session.listed.emit()


def as_they_waited(interrupted: Sequence[Recording]) -> list[Recording]:
    """Unfinished recordings in the order in which they waited; those of which none is known come last."""
    kept = kept_order() if interrupted else ()
    places: dict[Path | None, int] = {project: place for place, project in enumerate(kept)}
    return sorted(interrupted, key=lambda each: places.get(each.project, len(places)))
