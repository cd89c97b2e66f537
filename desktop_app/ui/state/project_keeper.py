"""Keeps every recording in a project: what is done to it is on the disk a moment later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.project.machine import MachineTranscript, Maker
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.sound import located
from desktop_app.core.project.values import Peaks
from desktop_app.translation import tr
from desktop_app.ui.state.recording_facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.core.project.errors import ProjectError
    from desktop_app.core.project.values import Facts
    from desktop_app.jobs.project_worker import OpenedProject
    from desktop_app.jobs.projects import Projects
    from desktop_app.ui.state.recording import Recording

_PEAKS_FORM = "audiowaveform 2"


class ProjectKeeper(QObject):
    """Stands between the recordings and their projects. Nothing here waits for a disk."""

    kept = Signal(object)  # Recording: it has a project now
    opened = Signal(object, object)  # Recording, OpenedProject
    refused = Signal(object, object)  # Recording, ProjectError: its project cannot be opened
    unkept = Signal(object, object)  # Recording, ProjectError: what was done to it is not on the disk
    duplicated = Signal(object)  # Path: of a project that is another's copy
    written = Signal(object, object)  # Recording, Path: the project is another
    discarded = Signal(object)  # Path: a project was there that is in the bin now
    undiscarded = Signal(object)  # Failed: what was to go to the bin stays where it was

    def __init__(self, projects: Projects, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projects = projects
        self._facts: dict[Recording, Facts] = {}
        self._newest: dict[Recording, int] = {}
        self._changes = 0
        projects.created.connect(self._created)
        projects.moved.connect(self._moved)
        projects.duplicated.connect(self.duplicated)
        projects.copied.connect(self._copied)
        projects.opened.connect(self._opened)
        projects.refused.connect(self.refused)
        projects.saved.connect(self._saved)
        projects.unsaved.connect(self._unsaved)
        projects.discarded.connect(self.discarded)
        projects.stayed.connect(self.undiscarded)

    def has(self, recording: Recording) -> bool:
        """Whether it has a project, or is to have one."""
        return recording in self._facts

    def keep(self, recording: Recording) -> None:
        """Have a project of a recording: one is made of it as it is, unless it has one."""
        if not self.has(recording):
            self._begin(recording)

    def _begin(self, recording: Recording) -> None:
        self._facts[recording] = facts = facts_of(recording)
        recording.document.edited.connect(lambda: self._edited(recording))
        self._projects.create(recording, recording.name, lambda path: _located(facts, path))
        if recording.document.original.turns:
            self._record_all(recording)
        if recording.peaks is not None:
            self.keep_peaks(recording, recording.peaks)

    def open(self, recording: Recording) -> None:
        """Read a recording's project, and keep it open."""
        if recording.project is not None:
            self._projects.open(recording, recording.project)

    def close(self, recording: Recording) -> None:
        """Nobody looks at the recording any more."""
        if self.has(recording):
            self._projects.close(recording)

    def transcribed(self, recording: Recording, maker: Maker = Maker.JOB) -> None:
        """A machine has written its transcript, or has written it anew."""
        if not self.has(recording):
            return
        document = recording.document
        made = MachineTranscript(document.original, document.options, maker)
        self._change(recording, lambda file: file.record_transcript(made))
        if document.history.done or document.history.undone:
            self._edited(recording)
        self.keep_voices(recording)

    def rename(self, recording: Recording) -> None:
        """Call its file as it is called."""
        if self.has(recording):
            self._projects.rename(recording, recording.project, recording.name)

    def save_as(self, recording: Recording, path: Path) -> None:
        """Go on with its project in another file."""
        if recording.project is not None:
            self._projects.save_as(recording, recording.project, path)

    def duplicate(self, recording: Recording) -> None:
        """Make another project of the same; `duplicated` follows."""
        if recording.project is not None:
            self._projects.duplicate(recording, recording.project, _name_of_copy(recording))

    def keep_copy(self, recording: Recording) -> None:
        """Go on in another file: the present one cannot be written."""
        self._projects.keep_copy(recording, _name_of_copy(recording))

    def note(self, recording: Recording) -> None:
        """Keep what is said of the recording beside its transcript, where that is another."""
        if self.has(recording) and (facts := facts_of(recording)) != self._facts[recording]:
            self._facts[recording] = facts
            self._change(recording, lambda file: file.set_facts(_located(facts, file.path)))

    def keep_voices(self, recording: Recording) -> None:
        """Keep the voices that a job has found, if they are to be kept."""
        if self.has(recording):
            voices = recording.voices if recording.options.keep_voices else None
            self._change(recording, lambda file: file.set_voices(voices))

    def keep_peaks(self, recording: Recording, packed: bytes) -> None:
        """Keep the waveform, so that it need not be made again."""
        recording.peaks = packed
        if self.has(recording) and not recording.read_only:
            self._change(recording, lambda file: file.set_peaks(Peaks(_PEAKS_FORM, packed)))

    def discard(self, recording: Recording, others: tuple[Path, ...] = ()) -> None:
        """Put its project into the bin, with its backups and other files."""
        if self.has(recording) or recording.project is not None:
            self._facts.pop(recording, None)
            self._newest.pop(recording, None)
            self._projects.move_to_trash(recording, recording.project, others)

    def _record_all(self, recording: Recording) -> None:
        maker = Maker.CAPTIONS if recording.document.is_draft else Maker.JOB
        self.transcribed(recording, maker)

    def _edited(self, recording: Recording) -> None:
        document = recording.document
        if not document.has_base:
            return  # a job still writes it: its names are given again when it is done
        history, transcript = document.history, document.transcript
        self._change(recording, lambda file: file.record_history(history, transcript), is_text=True)
        self.note(recording)

    def _change(self, recording: Recording, change: Callable[[ProjectFile], None], *, is_text: bool = False) -> None:
        recording.saved = False
        self._changes += 1
        self._newest[recording] = self._changes
        ask = self._projects.change_text if is_text else self._projects.change
        ask(recording, recording.project, change, self._changes)

    def _created(self, recording: Recording, path: Path) -> None:
        if not self.has(recording):
            return  # it was removed meanwhile
        recording.lie_at(path)
        recording.trouble = None
        recording.changed.emit(recording)
        self.kept.emit(recording)
        self.written.emit(recording, path)

    def _moved(self, recording: Recording, path: Path) -> None:
        if not self.has(recording):
            return
        recording.lie_at(path)
        recording.changed.emit(recording)
        self.written.emit(recording, path)

    def _copied(self, recording: Recording, path: Path) -> None:
        recording.lie_at(path)
        recording.thaw()
        self.written.emit(recording, path)

    def _opened(self, recording: Recording, opened: OpenedProject) -> None:
        if not self.has(recording):
            recording.document.edited.connect(lambda: self._edited(recording))
        self._facts[recording] = opened.facts
        self.opened.emit(recording, opened)

    def _saved(self, recording: Recording, path: Path, number: int) -> None:
        if not self.has(recording):
            return
        recording.saved = number >= self._newest.get(recording, 0)
        if recording.trouble is not None:
            recording.trouble = None
            recording.changed.emit(recording)
        self.written.emit(recording, path)

    def _unsaved(self, recording: Recording, error: ProjectError) -> None:
        if not self.has(recording):
            return
        recording.trouble = error
        recording.changed.emit(recording)
        self.unkept.emit(recording, error)


def _located(facts: Facts, project: Path) -> Facts:
    return replace(facts, sound=located(facts.sound, project)) if facts.sound else facts


def _name_of_copy(recording: Recording) -> str:
    return tr("{name} (copy)", name=recording.name)
