"""A transcript as a machine made it, and what a person has made of it."""

from dataclasses import dataclass

from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.machine import MachineTranscript, Maker
from desktop_app.core.transcript.edits import Edit, History
from desktop_app.core.transcript.values import Transcript


@dataclass(frozen=True, slots=True)
class EditedTranscript:
    """base: what the first of the edits was made on; history: the edits, done and undone; transcript: after those that
    are done."""

    base: MachineTranscript
    history: History
    transcript: Transcript

    @property
    def original(self) -> MachineTranscript:
        """What a machine made last: the job's transcript where it took the place of the captions' draft."""
        for edit in reversed(self.history.done):
            if isinstance(edit, FullPass):
                return MachineTranscript(edit.result, edit.options)
        return self.base

    @property
    def is_draft(self) -> bool:
        """Whether it is what live captions wrote, and no job."""
        return self.original.maker is Maker.CAPTIONS

    @property
    def options(self) -> JobOptions:
        """What the speakers were found with."""
        for edit in reversed(self.history.done):
            if isinstance(edit, Regroup):
                return edit.new_options
            if isinstance(edit, FullPass):
                return edit.options
        return self.base.options


def in_order(history: History) -> tuple[Edit, ...]:
    """All edits as they were made: those done, then those undone, the first to be done again first."""
    return (*history.done, *reversed(history.undone))
