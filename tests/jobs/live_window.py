"""What the window has of recording, in a process of its own that can be killed.

Run as a program it records, and tells of it by lines: the folder, every caption that is final, every speaker that it
has given a name, and that it is stopped when it was told to stop by a line.
"""

import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt, Slot

from desktop_app.core.capture.values import Recorded, RecordingStarted, Source
from desktop_app.core.live.events import CaptionEvent, Final, SpeakerFound
from desktop_app.jobs.live_service import LiveService


class _Window(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._service = LiveService(self)
        self._service.started.connect(self._started)
        self._service.captioned.connect(self._captioned)
        self._service.recorded.connect(self._recorded)
        self._service.record(Source())

    def _started(self, event: RecordingStarted) -> None:
        _say("folder", str(event.folder))

    def _captioned(self, event: CaptionEvent) -> None:
        if isinstance(event, SpeakerFound):
            self._service.name_speaker(event.speaker.id, "Nagg")
            _say("named", event.speaker.id)
        if isinstance(event, Final) and event.words:
            _say("final", event.text)

    def _recorded(self, event: Recorded) -> None:
        _say("recorded", str(event.sound))

    @Slot()
    def stop(self) -> None:
        self._service.stop()


def _say(kind: str, text: str) -> None:
    print(f"{kind} {text}", flush=True)


def _run() -> None:
    application = QCoreApplication(sys.argv)
    window = _Window()

    def listen() -> None:
        sys.stdin.readline()
        QMetaObject.invokeMethod(window, "stop", Qt.ConnectionType.QueuedConnection)

    Thread(target=listen, daemon=True).start()
    application.exec()


PROGRAM = Path(__file__)

if __name__ == "__main__":
    _run()
