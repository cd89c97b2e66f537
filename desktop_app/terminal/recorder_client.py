"""A recorder in a process of its own, as a command talks with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from desktop_app.core.capture.commands import CaptureFailed, RecorderAnswer, RecorderCommand
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.recorder_process import serve_recorder
from desktop_app.jobs.child_process import farewell, see_out, started

Answer = TypeVar("Answer")


class RecorderProcess:
    """It is asked things, and says things unasked."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self._process = process
        self._connection = connection
        self._ended = ""

    def ask(self, command: RecorderCommand) -> None:
        """Say something to it; what comes of that is heard later, be it that it is gone."""
        try:
            self._connection.send(command)
        except OSError:
            self._note_end()

    def answer_to(self, command: RecorderCommand, kind: type[Answer]) -> Answer:
        """Ask, and wait for an answer of a kind. CaptureError where it cannot be done, or the recorder is gone."""
        self.ask(command)
        while not self._ended:
            for answer in self.said(wait_s=1.0):
                if isinstance(answer, kind):
                    return answer
                if isinstance(answer, CaptureFailed):
                    raise CaptureError(answer.reason.rstrip("."), answer.hint)
        raise CaptureError(f"the recorder stopped unexpectedly: {self._ended}")

    def said(self, *, wait_s: float = 0.0) -> Iterator[RecorderAnswer]:
        """What it has said since; wait_s: how long to wait for the first. Nothing more comes once it has ended."""
        try:
            while not self._ended and self._connection.poll(wait_s):
                yield self._connection.recv()
                wait_s = 0.0
        except (EOFError, OSError):
            self._note_end()

    @property
    def ended(self) -> str:
        """How it ended, where it was not told to; '' while it lives."""
        return self._ended

    def close(self) -> None:
        """Let it end: a recording that still runs is finished first."""
        self._connection.close()
        see_out(self._process)

    def _note_end(self) -> None:
        self._ended = self._ended or farewell(self._process)


@contextmanager
def recorder_process() -> Iterator[RecorderProcess]:
    """A recorder until the end. CaptureError where no process can be started."""
    try:
        recorder = RecorderProcess(*started(serve_recorder, "diarist-recorder"))
    except OSError as error:
        raise CaptureError(f"the recorder cannot be started ({error.strerror})") from error
    try:
        yield recorder
    finally:
        recorder.close()
