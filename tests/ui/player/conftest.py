"""A waveform of a minute in which Anna and Ben talk, shown."""

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.core.audio.peaks import Peaks
from desktop_app.core.audio.peaks_builder import peaks_of
from desktop_app.ui.player.lanes import Lanes
from desktop_app.ui.player.waveform import Waveform

MINUTE_MS = 60_000


@pytest.fixture
def peaks() -> Peaks:
    return peaks_of(np.random.default_rng(4).uniform(-0.5, 0.5, 16 * MINUTE_MS).astype(np.float32))


@pytest.fixture
def lanes() -> Lanes:
    """Turns of 3 s every 5 s; the one at 20 s is both's."""
    turns = [turn(" ".join("a" * 10), 5000 * n, (ANNA, BEN)[n % 2]) for n in range(12)]
    return Lanes.of(transcript(*turns, turn("a a a", 20_000, BEN)))


@pytest.fixture
def make_waveform(qtbot: QtBot) -> Callable[[], Waveform]:
    def make() -> Waveform:
        made = Waveform()
        qtbot.addWidget(made)
        made.resize(1000, 140)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


@pytest.fixture
def waveform(make_waveform: Callable[[], Waveform], peaks: Peaks, lanes: Lanes) -> Waveform:
    made = make_waveform()
    made.show_peaks(peaks)
    made.show_lanes(lanes)
    return made
