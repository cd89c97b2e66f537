"""Edits read again, one after the other, on the transcript that they were made on."""

from desktop_app.core.project.machine import MachineTranscripts
from desktop_app.core.project.packed_json import unpack
from desktop_app.core.project.rows import Row
from desktop_app.core.project.steps import unpack_step
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Transcript


class Replay:
    """Reads steps in their order. They are applied only as far as somebody asks: most need no transcript to be read."""

    def __init__(self, start: Transcript, machine: MachineTranscripts, *, position: int = 0) -> None:
        """start: the transcript after `position` steps that are not read."""
        self.machine = machine
        self.edits: list[Edit] = []
        self._transcript = start
        self._applied = 0
        self._first = position

    @property
    def position(self) -> int:
        """How many steps come before the next one."""
        return self._first + len(self.edits)

    def read(self, row: Row) -> None:
        """Read the next step. UnknownStep, ValueError: see unpack_step."""
        self.edits.append(unpack_step(row.kind, unpack(row.data), self))

    def before(self) -> Transcript:
        """The transcript after all steps that were read so far."""
        return self.at(self.position)

    def at(self, position: int) -> Transcript:
        """The transcript after so many steps, which must have been read."""
        wanted = position - self._first
        while self._applied < wanted:
            self._transcript = self.edits[self._applied].apply(self._transcript)
            self._applied += 1
        while self._applied > wanted:
            self._applied -= 1
            self._transcript = self.edits[self._applied].revert(self._transcript)
        return self._transcript

    def know(self, position: int, transcript: Transcript) -> None:
        """Take note of the transcript after so many steps, which is known from elsewhere, where it is nearer."""
        if self._applied < position - self._first:
            self._transcript, self._applied = transcript, position - self._first
