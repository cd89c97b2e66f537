"""The computer, kept awake while there is work, and put to sleep: by programs that its system has anyway."""

import os
import shutil
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Signal

_CLOSING_MS = 1000


@dataclass(frozen=True, slots=True)
class SystemPrograms:
    """awake: a program with its arguments: while it runs, the computer stays awake; it ends where its input ends, or it
    is told to. sleep: one that lets the computer sleep. () where there is none."""

    awake: tuple[str, ...] = ()
    sleep: tuple[str, ...] = ()


def system_programs(platform: str) -> SystemPrograms:
    """Those that are here. platform: as sys.platform."""
    if platform == "darwin":
        known = SystemPrograms(("caffeinate", "-i", "-w", str(os.getpid())), ("pmset", "sleepnow"))
    elif platform == "win32":
        known = SystemPrograms(sleep=("rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0"))
    else:
        known = SystemPrograms(
            ("systemd-inhibit", "--what=idle", "--mode=block", "--who=Diarist", "--why=Transcribing", "cat"),
            ("systemctl", "suspend"),
        )
    return SystemPrograms(_if_here(known.awake), _if_here(known.sleep))


def _if_here(program: tuple[str, ...]) -> tuple[str, ...]:
    return program if program and shutil.which(program[0]) else ()


class Computer(QObject):
    """Where a program is missing, or refuses, the computer does as it would without us."""

    refused = Signal()
    """It was asked to sleep, and does not."""

    def __init__(self, programs: SystemPrograms | None = None) -> None:
        """programs: by which it is asked; nothing happens if None."""
        super().__init__()
        self._programs = programs or SystemPrograms()
        self._awake: QProcess | None = None
        self._falling_asleep: QProcess | None = None

    @property
    def can_sleep(self) -> bool:
        """Whether it can be asked to."""
        return bool(self._programs.sleep)

    def keep_awake(self, awake: bool) -> None:
        """Let it not fall asleep by itself; or let it again."""
        if awake and self._awake is None and self._programs.awake:
            self._awake = _process(self)
            self._awake.start(self._programs.awake[0], list(self._programs.awake[1:]))
        elif not awake and self._awake is not None:
            process, self._awake = self._awake, None
            process.finished.connect(process.deleteLater)
            process.closeWriteChannel()
            process.terminate()

    def sleep(self) -> None:
        """Let it sleep now; `refused` follows where it does not."""
        if self._falling_asleep is None:
            self._falling_asleep = process = _process(self)
            process.finished.connect(self._end)
            process.errorOccurred.connect(self._fail)
            process.start(self._programs.sleep[0], list(self._programs.sleep[1:]))

    def _fail(self) -> None:
        self._end(1)

    def _end(self, code: int) -> None:
        process, self._falling_asleep = self._falling_asleep, None
        if process is not None:
            process.deleteLater()
            if code:
                self.refused.emit()

    def shutdown(self) -> None:
        """Let it do as it likes."""
        process = self._awake
        self.keep_awake(False)
        if process is not None and not process.waitForFinished(_CLOSING_MS):
            process.kill()
            process.waitForFinished(_CLOSING_MS)


def _process(parent: QObject) -> QProcess:
    process = QProcess(parent)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    return process
