"""Edits read again, one after the other, on the transcript that they were made on."""

from collections.abc import Callable

from desktop_app.core.project.machine import MachineTranscripts
from desktop_app.core.project.packed_json import unpack
from desktop_app.core.project.rows import Row
from desktop_app.core.project.steps import unpack_step
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Transcript

WORTH_A_SNAPSHOT = 1000
"""As many steps take as long to apply as a snapshot to read."""
Known = Callable[[int], tuple[int, Transcript] | None]
"""A transcript that is known from elsewhere, and after how many steps it is: not far from so many."""


class Replay:
    """Reads steps in their order. They are applied only as far as somebody asks: most need no transcript to be read."""

    def __init__(
        self, start: Transcript, machine: MachineTranscripts, *, position: int = 0, known: Known = lambda _: None
    ) -> None:
        """start: the transcript after `position` steps that are not read. known: asked before many are applied."""
        self.machine = machine
        self.edits: list[Edit] = []
        self._transcript = start
        self._applied = 0
        self._first = position
        self._known = known

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
        if wanted - self._applied > WORTH_A_SNAPSHOT:
            self._jump(position)
        while self._applied < wanted:
            self._transcript = self.edits[self._applied].apply(self._transcript)
            self._applied += 1
        while self._applied > wanted:
            self._applied -= 1
            self._transcript = self.edits[self._applied].revert(self._transcript)
        return self._transcript

    def _jump(self, position: int) -> None:
        """To a transcript that is known, where that is on the way and its steps are read."""
        if (known := self._known(position)) is not None and self._applied < known[0] - self._first <= len(self.edits):
            self._applied, self._transcript = known[0] - self._first, known[1]
