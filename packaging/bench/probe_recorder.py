"""Prints what recorders lose: probe_recorder kills TIMES, or probe_recorder hour SECONDS STALL_SECONDS."""

import json
import random
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np

from bench.places import ROOT
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.capture.growing_sound import GrowingSound
from desktop_app.core.capture.recorder import Recorder
from desktop_app.core.capture.recovery import recover, unfinished
from desktop_app.core.capture.sound_queue import Block
from desktop_app.core.capture.stream import OnEnd, OnSound
from desktop_app.core.capture.values import Source, SourceKind

sys.path.append(str(ROOT / "tests" / "core" / "capture"))
from killed_recorder import RATE_HZ, counted_sound, kill_recorder

_PACE = 40.0
_KILL_PACE = 8.0
_KILL_LENGTH = 10 * RATE_HZ
_AT_THE_END = 0.25
"""So many of the recorders are killed while they finish."""
_BLOCK = 4800


def main() -> None:
    """What was asked for."""
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1] == "kills":
            print(json.dumps(_kills(int(sys.argv[2]), Path(folder))))
        else:
            print(json.dumps(_hour(int(sys.argv[2]), int(sys.argv[3]), Path(folder))))


def _kills(times: int, folder: Path) -> dict[str, Any]:
    lost = [_lost_samples(seed, folder / str(seed)) for seed in range(times)]
    whole = [each for each in lost if each is not None]
    return {"kills": times, "whole": len(whole), "worst_lost_s": max([0, *whole]) / RATE_HZ}


def _lost_samples(seed: int, within: Path) -> int | None:
    """How much of what a killed recorder had been given is not in its file; None where that holds anything else."""
    import soundfile

    chance, folder = random.Random(seed), within / "Recording"  # noqa: S311
    at_the_end = chance.random() < _AT_THE_END
    given = kill_recorder(
        folder,
        after_samples=_KILL_LENGTH if at_the_end else chance.randrange(RATE_HZ // 10, _KILL_LENGTH),
        delay_s=chance.uniform(0, 0.05),
        length_samples=_KILL_LENGTH,
        pace=_KILL_PACE,
        segment_s=1.5,
    )
    for found in unfinished(within):
        recover(found)
    sound, _ = soundfile.read(folder / "Recording.wav", dtype="int16")
    return given - len(sound) if np.array_equal(sound, counted_sound(0, len(sound))) else None


def _hour(seconds: int, stall_s: int, folder: Path) -> dict[str, Any]:
    import soundfile

    streams: list[_FastStream] = []

    def open_stream(_source: Source, on_sound: OnSound, _on_end: OnEnd) -> _FastStream:
        streams.append(_FastStream(on_sound, seconds))
        return streams[0]

    recorder = Recorder(folder / "Recording", Source(), lambda _event: None, open_stream=open_stream)
    recorder.start()
    reader = _Reader(folder / "Recording", seconds, stall_s)
    reader.start()
    streams[0].join()
    recorded = recorder.stop()
    reader.join()
    wrong = 0
    with soundfile.SoundFile(recorded.sound) as file:
        for first in range(0, seconds * RATE_HZ, RATE_HZ * 60):
            part = file.read(RATE_HZ * 60, dtype="int16")
            wrong += RATE_HZ * 60 - int((part == counted_sound(first, len(part))).sum())
    return {
        "pace": _PACE,
        "stall_s": stall_s,
        "lost_samples": wrong,
        "unread_samples": seconds * SAMPLE_RATE_HZ - reader.samples,
    }


class _FastStream(threading.Thread):
    """Gives an hour of counted sound in a minute and a half."""

    name = "Counter"
    kind = SourceKind.MICROPHONE
    rate_hz = RATE_HZ

    def __init__(self, on_sound: OnSound, seconds: int) -> None:
        super().__init__()
        self._on_sound, self._seconds = on_sound, seconds
        self.start()

    def close(self) -> None:
        """Nothing to let go of."""

    def run(self) -> None:
        """As fast as the pace says."""
        began_s = time.monotonic()
        for first in range(0, self._seconds * RATE_HZ, _BLOCK):
            self._on_sound(Block(counted_sound(first, _BLOCK)[:, np.newaxis], RATE_HZ), 0)
            time.sleep(max(0.0, began_s + (first + _BLOCK) / RATE_HZ / _PACE - time.monotonic()))


class _Reader(threading.Thread):
    """Reads as captions do, but for a while in the middle."""

    def __init__(self, folder: Path, seconds: int, stall_s: int) -> None:
        super().__init__()
        self.samples = 0
        self._sound = GrowingSound(folder)
        self._stall_at, self._stall_s = seconds * SAMPLE_RATE_HZ // 2, stall_s / _PACE

    def run(self) -> None:
        """To the end of the recording."""
        stalled = False
        while not self._sound.finished:
            self.samples += len(self._sound.read())
            if not stalled and self.samples >= self._stall_at:
                stalled = True
                time.sleep(self._stall_s)
            time.sleep(0.05)


if __name__ == "__main__":
    main()
