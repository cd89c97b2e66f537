from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fake_input import FakeClock, noise
from numpy.typing import NDArray
from recorder_desk import Desk
from recordings_on_disk import STARTED_AT, broken_off

from desktop_app.core.audio.resample import Resampler
from desktop_app.core.audio.samples import pcm_to_float
from desktop_app.core.capture import joining
from desktop_app.core.capture.growing_sound import GrowingSound
from desktop_app.core.capture.joining import join_segments
from desktop_app.core.capture.lock import locked
from desktop_app.core.capture.segments import SegmentedFile
from desktop_app.core.capture.sidecar import RecordingState, Sidecar, write_sidecar

Heard = NDArray[np.float32]


def as_heard(sound: NDArray[np.int16], rate_hz: int) -> Heard:
    resampler = Resampler()
    return np.concatenate([resampler.resample(pcm_to_float(sound), rate_hz), resampler.finish()])


def to_the_end(growing: GrowingSound, clock: FakeClock) -> Heard:
    """Everything that is still to be read, of a recording that is over."""
    parts = [np.empty(0, np.float32)]
    while not growing.finished:
        parts.append(growing.read())
        clock.advance(0.05)
    return np.concatenate(parts)


def test_what_is_written_is_read_at_once(tmp_path: Path) -> None:
    sound, clock = noise(5000), FakeClock()
    write_sidecar(tmp_path, Sidecar(STARTED_AT, "Desk", 16_000))
    with locked(tmp_path):
        growing = GrowingSound(tmp_path, clock=clock)
        assert len(growing.read()) == 0
        file = SegmentedFile(tmp_path, 16_000, segment_samples=1200)
        parts = []
        for start in range(0, 5000, 700):
            file.write(sound[start : start + 700])
            parts += [growing.read(), growing.read(), growing.read()]
            clock.advance(0.7)
            assert growing.recorded_ms == round(1000 * min(5000, start + 700) / 16_000)
        assert np.array_equal(np.concatenate(parts), pcm_to_float(sound))
        assert not growing.finished
        file.close()


def test_a_recording_that_pauses_for_long_is_not_finished(tmp_path: Path) -> None:
    clock = FakeClock()
    write_sidecar(tmp_path, Sidecar(STARTED_AT, "Desk", 16_000))
    with locked(tmp_path):
        file = SegmentedFile(tmp_path, 16_000, segment_samples=1200)
        growing = GrowingSound(tmp_path, clock=clock)
        for _ in range(5):
            assert len(growing.read()) == 0
            clock.advance(100)
        file.write(noise(10))
        assert len(growing.read()) == 10
        assert not growing.finished
        file.close()


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000])
def test_it_is_16_khz_and_complete_whatever_the_rate(tmp_path: Path, rate_hz: int) -> None:
    sound, clock = noise(2 * rate_hz + 123), FakeClock()
    folder = broken_off(tmp_path / "Talk", sound, segment_samples=10_000, rate_hz=rate_hz)
    heard = to_the_end(GrowingSound(folder, clock=clock), clock)
    assert len(heard) == round(len(sound) * 16_000 / rate_hz)
    assert np.allclose(heard, as_heard(sound, rate_hz), atol=1e-4)


def test_a_recording_whose_recorder_was_killed_comes_to_its_end(tmp_path: Path) -> None:
    clock = FakeClock()
    folder = broken_off(tmp_path / "Talk", noise(900), segment_samples=500, rate_hz=16_000)
    growing = GrowingSound(folder, clock=clock)
    assert len(growing.read()) == 500
    assert len(growing.read()) == 400
    assert len(growing.read()) == 0
    clock.advance(0.5)
    assert len(growing.read()) == 0
    assert not growing.finished
    clock.advance(0.6)
    growing.read()
    assert growing.finished
    assert growing.recorded_ms == round(900 / 16)
    assert len(growing.read()) == 0


def test_no_more_than_half_a_minute_is_read_at_once(tmp_path: Path) -> None:
    clock = FakeClock()
    folder = broken_off(tmp_path / "Talk", noise(100 * 16_000), segment_samples=10**7, rate_hz=16_000)
    growing = GrowingSound(folder, clock=clock)
    assert [len(growing.read()) // 16_000 for _ in range(4)] == [30, 30, 30, 10]


@pytest.mark.parametrize("read_before", [0, 1, 3])
def test_segments_may_be_joined_and_renamed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_before: int
) -> None:
    """Read at every step of the joining, beginning in different segments."""
    monkeypatch.setattr(joining, "_AT_ONCE_BYTES", 600)
    sound = noise(3500)
    steps = 0

    def joined_while_read(read_at: int) -> Heard:
        nonlocal steps
        clock = FakeClock()
        folder = broken_off(tmp_path / f"Talk {read_before} {read_at}", sound, segment_samples=1000, rate_hz=16_000)
        growing = GrowingSound(folder, clock=clock)
        parts = [growing.read() for _ in range(read_before)]
        steps = 0

        def reading(act: Callable[..., object]) -> Callable[..., object]:
            def acting(*arguments: object) -> object:
                nonlocal steps
                if steps >= read_at:
                    parts.append(growing.read())
                steps += 1
                return act(*arguments)

            return acting

        with monkeypatch.context() as patch:
            patch.setattr(joining, "_write", reading(joining._write))
            patch.setattr(Path, "unlink", reading(Path.unlink))
            patch.setattr(Path, "replace", reading(Path.replace))
            join_segments(folder, 16_000)
        return np.concatenate([*parts, to_the_end(growing, clock)])

    read_at = 0
    while read_at <= steps:
        assert np.array_equal(joined_while_read(read_at), pcm_to_float(sound))
        read_at += 1
    assert steps > 10


def test_a_recorder_is_followed_to_the_last_sample(desk: Desk) -> None:
    recorder = desk.record(segment_s=0.3)
    growing = GrowingSound(desk.folder)
    sound = noise(20_000)
    parts = []
    for start in range(0, len(sound), 500):
        desk.give(sound[start : start + 500])
        parts.append(growing.read())
    recorder.stop()
    while not growing.finished:
        parts.append(growing.read())
    assert np.allclose(np.concatenate(parts), as_heard(sound, 8_000), atol=1e-4)
    assert growing.recorded_ms == 2500


def test_a_finished_recording_is_over_as_soon_as_it_is_read(tmp_path: Path) -> None:
    folder = broken_off(tmp_path / "Talk", noise(900), segment_samples=500, rate_hz=16_000)
    write_sidecar(folder, Sidecar(STARTED_AT, "Desk", 16_000, RecordingState.FINISHED))
    growing = GrowingSound(folder, clock=FakeClock())
    assert [len(growing.read()) for _ in range(4)] == [500, 400, 0, 0]
    assert growing.finished


def test_a_folder_that_is_taken_away_is_over(tmp_path: Path) -> None:
    clock = FakeClock()
    growing = GrowingSound(tmp_path / "nothing", clock=clock)
    assert len(to_the_end(growing, clock)) == 0
    assert growing.recorded_ms == 0
