"""A process that is told things at any time and says things at any time, unlike the engine process, which answers."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desktop_app.jobs.child_process import farewell, see_out, started


class DuplexProcess(QObject):
    """One process and the pipe to it, begun at the first word. It lives in the window's thread."""

    said = Signal(object)
    """What the process says, in order."""
    died = Signal(str)
    """How the process ended, where it was not told to; the next word begins another."""

    def __init__(self, serve: Callable[[Connection], None], *, name: str, parent: QObject | None = None) -> None:
        """serve: what the process does with its end of the pipe until that is closed; a function of a module."""
        super().__init__(parent)
        self._serve = serve
        self._name = name
        self._line: _Line | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a process to talk to."""
        return self._line is not None

    def tell(self, word: object) -> None:
        """Say something to the process. Where it is gone, `died` follows; OSError if it cannot even be started."""
        if self._line is None:
            self._line = _Line(self._serve, self._name)
            self._line.heard.connect(self._on_word, Qt.ConnectionType.QueuedConnection)
            self._line.silent.connect(self._on_silence, Qt.ConnectionType.QueuedConnection)
            self._line.start()
        with suppress(OSError):  # the line finds out as well, and says how it ended
            self._line.connection.send(word)

    def close(self) -> None:
        """Close the pipe, upon which the process ends by itself, and wait for it; what it still says is not heard."""
        if self._line is not None:
            line, self._line = self._line, None
            line.leave()
            line.end()

    def abandon(self) -> None:
        """End the process now, whatever it is doing; what it still says is not heard."""
        if self._line is not None:
            self._line.process.kill()
            self.close()

    @Slot(object)
    def _on_word(self, word: object) -> None:
        if self.sender() is self._line:
            self.said.emit(word)

    @Slot()
    def _on_silence(self) -> None:
        if self._line is not None and self.sender() is self._line:
            line, self._line = self._line, None
            how = farewell(line.process)
            line.end()
            self.died.emit(how)


class _Line(QThread):
    """A process, the pipe to it, and the thread that waits for what it says."""

    heard = Signal(object)
    silent = Signal()

    def __init__(self, serve: Callable[[Connection], None], name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}-line")
        self.process, self.connection = started(serve, name)
        self._leaving, self._leave = Pipe(duplex=False)

    def run(self) -> None:
        """Listen until the process has no more to say, or is left."""
        with suppress(EOFError, OSError):
            while True:
                # On some systems a dead child's end of the pipe is not noticed: watch the process as well.
                ready = wait([self.connection, self.process.sentinel, self._leaving])
                if self._leaving in ready:
                    return
                if self.connection not in ready:
                    break
                self.heard.emit(self.connection.recv())
        self.silent.emit()

    def leave(self) -> None:
        """Listen no more."""
        self._leave.send(None)

    def end(self) -> None:
        """Close the pipe and see the process out; it is killed where it does not end by itself."""
        self.wait()
        for pipe in (self.connection, self._leaving, self._leave):
            pipe.close()
        see_out(self.process)
