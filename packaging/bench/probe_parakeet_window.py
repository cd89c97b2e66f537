"""Prints how long the window stalls while a model of Parakeet's size works on all cores: probe_parakeet_window FOLDER
MINUTES. The folder has the model and its form, see probe_parakeet."""

import json
import os
import subprocess
import sys
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if not os.environ.get("DISPLAY") else "xcb")

from PySide6.QtCore import QTimer

from desktop_app.app import Application

_TICK_MS = 5
_SETTLED_S = 5.0


def main() -> None:
    """The window shows; a process as the engine's writes down so many minutes of speech; the event loop is watched."""
    folder, minutes = sys.argv[1:]
    application = Application([])
    application.window.show()
    begun: list[subprocess.Popen[bytes]] = []
    gaps_ms: list[float] = []
    last_s = [0.0]

    def begin() -> None:
        command = [sys.executable, "-m", "bench.probe_parakeet", "speed", folder, minutes]
        begun.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
        last_s[0] = perf_counter()
        timer.start(_TICK_MS)

    def tick() -> None:
        now_s = perf_counter()
        gaps_ms.append((now_s - last_s[0]) * 1000 - _TICK_MS)
        last_s[0] = now_s
        if begun[0].poll() is not None:
            worst = sorted(gaps_ms)[-3:]
            print(json.dumps({"longest_stall_ms": worst[-1], "next_ms": worst[:2], "ticks": len(gaps_ms)}), flush=True)
            application.services.shutdown()
            os._exit(0)

    timer = QTimer()
    timer.timeout.connect(tick)
    QTimer.singleShot(int(_SETTLED_S * 1000), begin)
    application.qt.exec()


if __name__ == "__main__":
    main()
