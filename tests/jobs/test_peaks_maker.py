"""Waveforms come from the sound, or from what was kept, and always in the window's thread."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from desktop_app.core.audio.peaks import Peaks
from desktop_app.core.playback.values import Played
from desktop_app.jobs import peaks_maker
from desktop_app.jobs.peaks_maker import PeaksMaker

TIMEOUT_MS = 20_000


@pytest.fixture
def maker(qtbot: QtBot) -> Iterator[PeaksMaker]:
    made = PeaksMaker()
    yield made
    made.shutdown()


def played(folder: Path, seconds: int, name: str = "talk.wav") -> Played:
    path = folder / name
    soundfile.write(path, np.full(seconds * 16_000, 0.5), 16_000)
    return Played((path,))


def test_the_whole_is_told_at_last_with_all_its_levels(qtbot: QtBot, maker: PeaksMaker, tmp_path: Path) -> None:
    threads = []
    maker.grown.connect(lambda *_: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(maker.made, timeout=TIMEOUT_MS) as made:
        maker.ask("one", played(tmp_path, 5))
    key, peaks = made.args
    assert (key, peaks.duration_ms // 1000) == ("one", 5)
    assert "levels" in vars(peaks)
    assert set(threads) == {QThread.currentThread()}


def test_it_is_told_as_it_grows(
    qtbot: QtBot, maker: PeaksMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peaks_maker, "GROWS_S", 0.0)
    lengths: list[int] = []
    maker.grown.connect(lambda _, peaks: lengths.append(peaks.duration_ms))
    with qtbot.waitSignal(maker.made, timeout=TIMEOUT_MS):
        maker.ask("one", played(tmp_path, 5))
    assert lengths == sorted(lengths)
    assert len(set(lengths)) > 3


def test_what_was_kept_is_unpacked_without_its_sound(qtbot: QtBot, maker: PeaksMaker, tmp_path: Path) -> None:
    kept = Peaks(np.int8([[-3, -2], [4, 5]]))
    with qtbot.waitSignal(maker.unpacked, timeout=TIMEOUT_MS) as unpacked:
        maker.ask("one", Played((tmp_path / "gone.wav",)), kept.to_bytes())
    assert np.array_equal(unpacked.args[1].pairs, kept.pairs)


def test_what_was_kept_and_cannot_be_read_is_made_anew(qtbot: QtBot, maker: PeaksMaker, tmp_path: Path) -> None:
    with qtbot.waitSignal(maker.made, timeout=TIMEOUT_MS) as made:
        maker.ask("one", played(tmp_path, 1), b"not a waveform")
    assert made.args[1].duration_ms // 1000 == 1


def test_only_the_newest_wish_is_answered(qtbot: QtBot, maker: PeaksMaker, tmp_path: Path) -> None:
    keys: list[object] = []
    for signal in (maker.grown, maker.made):
        signal.connect(lambda key, _: keys.append(key))
    maker.ask("one", played(tmp_path, 60))
    with qtbot.waitSignal(maker.made, timeout=TIMEOUT_MS):
        maker.ask("two", played(tmp_path, 1, "other.wav"))
    assert set(keys) == {"two"}


def test_of_what_is_given_up_nothing_is_told(qtbot: QtBot, maker: PeaksMaker, tmp_path: Path) -> None:
    with qtbot.assertNotEmitted(maker.made), qtbot.assertNotEmitted(maker.grown):
        maker.ask("one", played(tmp_path, 5))
        maker.give_up()
        maker.shutdown()
        QCoreApplication.processEvents()


def test_a_sound_that_cannot_be_read_has_no_waveform_and_the_next_one_has(
    qtbot: QtBot, maker: PeaksMaker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"not really sound")
    with qtbot.assertNotEmitted(maker.grown):
        maker.ask("broken", Played((broken,)))
        qtbot.waitUntil(lambda: "there is no waveform: " in caplog.text, timeout=TIMEOUT_MS)
    with qtbot.waitSignal(maker.made, timeout=TIMEOUT_MS) as made:
        maker.ask("one", played(tmp_path, 1))
    assert made.args[0] == "one"
