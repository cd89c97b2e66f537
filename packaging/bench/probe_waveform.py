"""Paints a long recording's waveform at every zoom and prints how long that takes: probe_waveform HOURS SCALE."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = sys.argv[2]

import numpy as np
from PySide6.QtWidgets import QApplication

from desktop_app.core.audio.peaks import Peaks
from desktop_app.core.audio.peaks_builder import PeaksBuilder
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.evaluation.memory import forget_peak, peak_mb
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from desktop_app.ui.look.theme import LIGHT, palette
from desktop_app.ui.player.lanes import Lanes
from desktop_app.ui.player.waveform import Waveform

Made = TypeVar("Made")
TURNS, SPEAKERS = 8000, 20
WIDTH_PX, HEIGHT_PX = 1920, 204
SHOWN_MS = {"everything": 1e12, "an hour": 3_600_000, "ten minutes": 600_000, "a minute": 60_000, "two seconds": 2000}
REPAINTS = 60


def main() -> None:
    """Measure, print."""
    hours = float(sys.argv[1])
    app = QApplication([])
    app.setPalette(palette(LIGHT))
    data, made = _made_peaks(hours)
    transcript = _transcript(round(hours * 3_600_000))
    waveform = _warm(app)
    forget_peak()
    before_mb = peak_mb()
    peaks, opened_ms = _timed(lambda: Peaks.from_bytes(data))
    lanes, lanes_ms = _timed(lambda: Lanes.of(transcript))
    waveform.show_peaks(peaks)
    waveform.show_lanes(lanes)
    zooms = list(_zooms(app, waveform))
    after_mb = peak_mb()
    grown_mb = None if before_mb is None or after_mb is None else after_mb - before_mb
    loaded = {"opened_ms": opened_ms, "lanes_ms": lanes_ms, "columns_ms": _columns_ms(peaks), "grown_mb": grown_mb}
    shape = {"hours": hours, "turns": TURNS, "speakers": SPEAKERS, "width_px": WIDTH_PX, "scale": float(sys.argv[2])}
    print(json.dumps({**shape, **made, **loaded, "zooms": zooms}))


def _timed(make: Callable[[], Made]) -> tuple[Made, float]:
    started_s = time.perf_counter()
    made = make()
    return made, (time.perf_counter() - started_s) * 1000


def _made_peaks(hours: float) -> tuple[bytes, dict[str, float]]:
    second = np.random.default_rng(1).normal(0, 0.1, SAMPLE_RATE_HZ).astype(np.float32)
    builder = PeaksBuilder()
    _, made_ms = _timed(lambda: [builder.add(second * (n % 7 / 7)) for n in range(round(hours * 3600))])
    data = builder.peaks().to_bytes()
    return data, {"made_s": made_ms / 1000, "file_mb": len(data) / 1e6, "memory_mb": builder.peaks().size_bytes / 1e6}


def _transcript(length_ms: int) -> Transcript:
    rng = np.random.default_rng(2)
    speakers = tuple(Speaker(f"S{n}", f"Speaker {n}", n) for n in range(SPEAKERS))
    starts = np.sort(rng.integers(0, length_ms - 5000, TURNS)).tolist()
    turns = tuple(_turn(int(start), int(rng.integers(SPEAKERS)), float(rng.uniform(0, 0.5))) for start in starts)
    return Transcript(AudioSource("long.wav", length_ms), speakers, turns)


def _turn(start_ms: int, speaker: int, margin: float) -> Turn:
    end_ms = start_ms + 4500
    return Turn(f"S{speaker}", start_ms, end_ms, (Word("a", start_ms, end_ms),), (Span(start_ms, end_ms),), margin)


def _warm(app: QApplication) -> Waveform:
    """An empty one, in its size: what fonts, styles and the window itself take in memory is not the waveform's."""
    for width_px in (300, WIDTH_PX):
        waveform = Waveform()
        waveform.show_peaks(Peaks(np.zeros((2, 100), np.int8)) if width_px < WIDTH_PX else None)
        waveform.resize(width_px, HEIGHT_PX)
        waveform.show()
        app.processEvents()
    return waveform


def _zooms(app: QApplication, waveform: Waveform) -> Iterator[dict[str, Any]]:
    for name, shown_ms in SHOWN_MS.items():
        waveform.show_all()
        waveform.show_position(waveform.length_ms // 2)
        waveform.zoom(waveform.length_ms / shown_ms)
        pages = [_page_ms(waveform) for _ in range(REPAINTS)]
        waveform.follow()
        app.processEvents()
        heads = [_head_ms(app, waveform) for _ in range(REPAINTS)]
        yield {"shown": name, "page": _spread(pages), "head": _spread(heads)}


def _page_ms(waveform: Waveform) -> float:
    """Everything anew, as when the page moves by some columns; what cannot move is zoomed a little, to and fro."""
    view = waveform.navigation.view
    nearly_all = view.shown_ms > view.length_ms * 0.9
    waveform.look_at(view.zoomed(1.02 if view.shows_all else 0.5, 500) if nearly_all else view.scrolled(7))
    return _timed(waveform.repaint)[1]


def _head_ms(app: QApplication, waveform: Waveform) -> float:
    step_ms = max(1, round(waveform.navigation.view.ms_per_px * 2))
    waveform.show_position(waveform.navigation.head_ms + step_ms)
    return _timed(app.processEvents)[1]


def _columns_ms(peaks: Peaks) -> float:
    """The slowest zoom, each asked often enough to be known."""

    def asked(shown_ms: float) -> float:
        return min(_timed(lambda: peaks.columns(0, shown_ms, WIDTH_PX))[1] for _ in range(20))

    return max(asked(peaks.duration_ms / 2**closer) for closer in range(12))


def _spread(times_ms: list[float]) -> dict[str, float]:
    p50, p95 = np.percentile(times_ms, (50, 95))
    return {"p50_ms": float(p50), "p95_ms": float(p95), "max_ms": max(times_ms)}


if __name__ == "__main__":
    main()
