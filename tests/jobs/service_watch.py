"""What a service says, in order and in which thread; and which engine processes there are."""

from multiprocessing import active_children
from multiprocessing.process import BaseProcess

from PySide6.QtCore import QThread

from desktop_app.jobs.service import TranscriptionService

TIMEOUT_MS = 60_000
_SIGNALS = ("engines_reported", "job_started", "progressed", "turns_ready", "finished", "failed", "cancelled")


class SignalLog:
    """Keeps every signal of a service as (name, arguments)."""

    def __init__(self, service: TranscriptionService) -> None:
        self.said: list[tuple[str, tuple[object, ...]]] = []
        self.threads: set[QThread] = set()
        for name in _SIGNALS:
            # A plain function is called in the thread that emits: that is what is to be found out.
            getattr(service, name).connect(lambda *arguments, name=name: self._keep(name, arguments))

    def _keep(self, name: str, arguments: tuple[object, ...]) -> None:
        self.threads.add(QThread.currentThread())
        self.said.append((name, arguments))

    def of(self, name: str) -> list[tuple[object, ...]]:
        """The arguments of every signal of that name."""
        return [arguments for each, arguments in self.said if each == name]


def engine_processes() -> list[BaseProcess]:
    """The engine processes of this one that are alive."""
    return [child for child in active_children() if child.name == "diarist-engine"]


def engine_pids() -> list[int | None]:
    """Their process ids."""
    return [child.pid for child in engine_processes()]
