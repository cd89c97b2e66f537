"""Waveforms, made in a thread of their own while their recordings are looked at."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.audio.peaks import Peaks
    from desktop_app.core.playback.values import Played

GROWS_S = 0.5
"""So often a waveform that is being made is shown."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """played: None where there is no sound to make them from. packed: as a project keeps them; None without one."""

    key: object
    played: Played | None
    packed: bytes | None
    given_up: Event


class PeaksMaker(QObject):
    """Makes the waveform of one recording at a time, or unpacks one that was made; the newest that is asked for.

    It lives in the window's thread; every signal is emitted there. A sound that cannot be read has no waveform:
    nothing follows, as who plays it tells why. The thread starts with the first wish.
    """

    grown = Signal(object, object)
    """Key, Peaks: as much as there is by now."""
    made = Signal(object, object)
    """Key, Peaks: the whole, made from the sound."""
    unpacked = Signal(object, object)
    """Key, Peaks."""
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: _Wish | None = None
        self._thread = QThread()
        self._thread.setObjectName("diarist-peaks")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._asked.connect(self._worker.do, queued)
        self._worker.told.connect(self._on_news, queued)

    def ask(self, key: object, played: Played | None, packed: bytes | None = None) -> None:
        """Give a recording its waveform; what was asked for before is given up. played: its sound, None where that is
        lost; packed: the waveform that was kept."""
        self.give_up()
        self._newest = _Wish(key, played, packed, Event())
        if not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)
        self._asked.emit(self._newest)

    def give_up(self) -> None:
        """Nobody looks at it any more; nothing follows."""
        if self._newest is not None:
            self._newest.given_up.set()
            self._newest = None

    def shutdown(self) -> None:
        """Give up, and end the thread."""
        self.give_up()
        self._thread.quit()
        self._thread.wait()

    @Slot(object, str, object)
    def _on_news(self, wish: _Wish, news: str, peaks: Peaks) -> None:
        if wish is self._newest:
            getattr(self, news).emit(wish.key, peaks)


class _Worker(QObject):
    told = Signal(object, str, object)  # the wish, the name of PeaksMaker's signal, Peaks

    @Slot(object)
    def do(self, wish: _Wish) -> None:
        try:
            self._do(wish)
        except Exception:  # noqa: BLE001  the thread's border: without a waveform everything else goes on
            _log.exception("a waveform could not be made")

    def _do(self, wish: _Wish) -> None:
        peaks = None if wish.packed is None else _unpacked(wish.packed)
        if peaks is not None:
            self._tell(wish, "unpacked", peaks)
            return
        newest: Peaks | None = None
        for newest in () if wish.played is None else _growing(wish.played, wish.given_up):
            self._tell(wish, "grown", newest)
        if newest is not None and not wish.given_up.is_set():
            self._tell(wish, "made", newest)

    def _tell(self, wish: _Wish, news: str, peaks: Peaks) -> None:
        _ = peaks.levels  # made here, not where they are painted
        self.told.emit(wish, news, peaks)


def _unpacked(data: bytes) -> Peaks | None:
    """What another life of the program has kept; None where it is not readable, and is made anew."""
    from desktop_app.core.audio.errors import PeaksError
    from desktop_app.core.audio.peaks import Peaks

    try:
        return Peaks.from_bytes(data)
    except PeaksError as error:
        _log.warning("a kept waveform is made anew: %s", error)
        return None


def _growing(played: Played, given_up: Event) -> Iterator[Peaks]:
    """The waveform as it grows, in bounded memory; the last is the whole, unless the wish is given up."""
    from desktop_app.core.audio.decode import AudioFile
    from desktop_app.core.audio.errors import AudioError
    from desktop_app.core.audio.track_peaks import TrackPeaks

    heard = played.heard
    track = heard[0].number if len(heard) == 1 else None
    try:
        with AudioFile(played.files[0], track=track) as audio:
            growing, told_s = TrackPeaks(audio.tracks, heard), monotonic()
            for block in audio.blocks():
                if given_up.is_set():
                    return
                growing.add(block)
                if monotonic() - told_s >= GROWS_S:
                    yield growing.peaks()
                    told_s = monotonic()
            yield growing.peaks()
    except AudioError as error:
        _log.info("there is no waveform: %s", error)
