"""Which recording lies where, without going through all of them."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.state.recording_state import GIVEN_UP

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class OpenFiles(QObject):
    """Follows the session. The disk is asked about links only when a file is looked up, once for every path."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._unread: set[Recording] = set()
        self._paths: dict[Recording, tuple[str, ...]] = {}
        self._sounds: dict[Recording, tuple[Path, str]] = {}
        self._there: defaultdict[str, set[Recording]] = defaultdict(set)
        session.added.connect(self._unread.add)
        session.changed.connect(self._unread.add)
        session.removed.connect(self._forget)

    def find(self, path: Path) -> Recording | None:
        """The first recording in the session's list whose sound or project this file is, links followed. One
        of several files is another recording than each of them."""
        self._read()
        there = self._there.get(os.path.realpath(path), set())
        usable = [each for each in there if each.state not in GIVEN_UP and not each.notes.together]
        return min(usable, key=self._session.recordings.index, default=None)

    def _read(self) -> None:
        for recording in self._unread:
            if (paths := self._real_paths(recording)) != self._paths.get(recording):
                self._leave(recording)
                self._paths[recording] = paths
                for each in paths:
                    self._there[each].add(recording)
        self._unread.clear()

    def _real_paths(self, recording: Recording) -> tuple[str, ...]:
        """Where its sound and its project lie, links followed."""
        path, real = self._sounds.get(recording, (None, ""))
        if path != recording.path:
            real = os.path.realpath(recording.path)
            self._sounds[recording] = recording.path, real
        return real, str(recording.project)

    def _forget(self, recording: Recording) -> None:
        self._unread.discard(recording)
        self._sounds.pop(recording, None)
        self._leave(recording)

    def _leave(self, recording: Recording) -> None:
        for each in self._paths.pop(recording, ()):
            self._there[each].discard(recording)
            if not self._there[each]:
                del self._there[each]
