"""Opens the real window with the sample, measures, prints one line of JSON and closes: a child of the bench."""

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if not os.environ.get("DISPLAY") else "xcb")

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.app import Application

TICK_MS = 5


class Probe(QObject):
    """Notes when the window shows, and how late its timer ticks while a job runs."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._application = application
        self._last_s: float | None = None
        self._report: dict[str, object] = {}
        self._longest_s = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        application.services.transcription.job_started.connect(self._start)
        application.services.transcription.finished.connect(self._finish)

    @Slot()
    def shown(self) -> None:
        """The window has been painted."""
        self._report = {"shown_at_s": time.time(), "modules": sorted(sys.modules)}
        QTimer.singleShot(0, self._application.begin)

    @Slot(int)
    def _start(self, _job: int) -> None:
        self._last_s = time.perf_counter()
        self._timer.start(TICK_MS)

    @Slot()
    def _tick(self) -> None:
        now_s = time.perf_counter()
        if self._last_s is not None:
            self._longest_s = max(self._longest_s, now_s - self._last_s - TICK_MS / 1000)
        self._last_s = now_s

    @Slot(int, object)
    def _finish(self, _job: int, _transcript: object) -> None:
        self._timer.stop()
        print(json.dumps({**self._report, "longest_stall_ms": self._longest_s * 1000}), flush=True)
        self._application.services.shutdown()
        os._exit(0)  # the question about transcripts that were not exported is for people


def main() -> None:
    """Show, measure, print."""
    application = Application([], sample=True)
    probe = Probe(application)
    application.window.show()
    QTimer.singleShot(0, probe.shown)
    application.qt.exec()


if __name__ == "__main__":
    main()
