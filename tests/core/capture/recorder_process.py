"""A recorder's process as the window has it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from fake_input import PATIENCE_S

from desktop_app.core.capture.recorder_process import serve_recorder

T = TypeVar("T")


class RecorderProcess:
    """The process and our end of the pipe."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.told: list[object] = []

    def tell(self, command: object) -> None:
        self.connection.send(command)

    def next(self, kind: type[T]) -> T:
        """The next answer of this kind."""
        give_up_s = time.monotonic() + PATIENCE_S
        while True:
            assert time.monotonic() < give_up_s, f"no {kind.__name__} after {self.told[-3:]}"
            assert self.connection.poll(PATIENCE_S), f"no {kind.__name__} after {self.told[-3:]}"
            answer = self.connection.recv()
            self.told.append(answer)
            if isinstance(answer, kind):
                return answer

    def ended(self) -> int | None:
        """The status with which it ended by itself."""
        self.process.join(PATIENCE_S)
        return self.process.exitcode


@contextmanager
def recorder_process() -> Iterator[RecorderProcess]:
    """Started as always; it must end when nobody talks to it any more."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve_recorder, args=(theirs,), daemon=True)
    with theirs:
        process.start()
    try:
        yield RecorderProcess(process, ours)
    finally:
        ours.close()
        process.join(PATIENCE_S)
        alive = process.is_alive()
        if alive:
            process.kill()
            process.join()
        process.close()
        assert not alive
