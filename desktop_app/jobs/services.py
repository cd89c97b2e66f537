"""The services behind the window: each lives in its thread, and is started and ended with the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.jobs.computer import Computer

if TYPE_CHECKING:
    from desktop_app.jobs.library import Library
    from desktop_app.jobs.live_service import LiveService
    from desktop_app.jobs.peaks_maker import PeaksMaker
    from desktop_app.jobs.playback import Playback
    from desktop_app.jobs.projects import Projects
    from desktop_app.jobs.service import TranscriptionService


@dataclass(frozen=True)
class Services:
    """What the window asks for work."""

    transcription: TranscriptionService
    live: LiveService
    projects: Projects
    library: Library
    playback: Playback
    peaks: PeaksMaker
    computer: Computer = field(default_factory=Computer)

    def start(self) -> None:
        """Start the engines, and look for recordings that nobody has seen to."""
        self.library.start()
        self.transcription.start()
        self.live.start()

    def shutdown(self) -> None:
        """End every process and thread. What was to be kept is on the disk afterwards."""
        self.computer.shutdown()
        self.playback.shutdown()
        self.peaks.shutdown()
        self.live.shutdown()
        self.transcription.shutdown()
        self.projects.shutdown()
        self.library.shutdown()
