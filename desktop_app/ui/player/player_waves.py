"""Sees to it that the recording in view has a waveform: the one that was kept, or one that is made now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.state.playable import is_listened_to, playable

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.audio.peaks import Peaks
    from desktop_app.jobs.peaks_maker import PeaksMaker
    from desktop_app.ui.player.waveform import Waveform
    from desktop_app.ui.state.project_keeper import ProjectKeeper
    from desktop_app.ui.state.recording import Recording


class PlayerWaves(QObject):
    """Asks once for each sound that comes into view."""

    def __init__(self, maker: PeaksMaker, keeper: ProjectKeeper, waveform: Waveform, parent: QObject) -> None:
        super().__init__(parent)
        self._maker = maker
        self._keeper = keeper
        self._waveform = waveform
        self._shown: tuple[Recording, tuple[Path, ...]] | None = None
        maker.grown.connect(self._show)
        maker.unpacked.connect(self._show)
        maker.made.connect(self._keep)

    def show(self, recording: Recording | None) -> None:
        """This recording is in view; nothing is done where it was before, with the same sound."""
        played = playable(recording)
        is_shown = recording is not None and is_listened_to(recording)
        wanted = (recording, played.files if played else ()) if recording is not None and is_shown else None
        if wanted == self._shown:
            return
        self._shown = wanted
        self._waveform.show_peaks(None)
        if recording is None or wanted is None:
            self._maker.give_up()
        else:
            self._maker.ask(recording, played, recording.peaks)

    def _show(self, recording: Recording, peaks: Peaks) -> None:
        if self._shown is not None and recording is self._shown[0]:
            self._waveform.show_peaks(peaks)

    def _keep(self, recording: Recording, peaks: Peaks) -> None:
        self._show(recording, peaks)
        self._keeper.keep_peaks(recording, peaks.to_bytes())
