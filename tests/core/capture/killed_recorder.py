"""A recorder in a process of its own that is killed, and what of its sound is on the disk then.

Run as a program it records sound that says itself which sample it is, and tells how much of that it has been given.
"""

import os
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.recorder import Recorder
from desktop_app.core.capture.sound_queue import Block
from desktop_app.core.capture.stream import OnEnd, OnSound
from desktop_app.core.capture.values import Source, SourceKind

RATE_HZ = 48_000
BLOCK_SAMPLES = 960
_COUNT = struct.Struct("<q")
_PERIOD = 65_521  # a prime: no block begins as another does


def counted_sound(first: int, samples: int) -> NDArray[np.int16]:
    """Sound from its first-th sample on, int16 of shape [samples]."""
    return (np.arange(first, first + samples) % _PERIOD - _PERIOD // 2).astype(np.int16)


def kill_recorder(
    folder: Path, *, after_samples: int, delay_s: float = 0.0, length_samples: int, pace: float, segment_s: float
) -> int:
    """Record into a folder and kill the recorder at a moment; how many samples it had been given, at the least.

    after_samples: how many it has been given by then; delay_s: how long after that. length_samples: after so many it
    stops by itself, and joins. pace: how many times faster than real time sound comes.
    """
    arguments = [str(folder), str(length_samples), str(pace), str(segment_s)]
    with subprocess.Popen([sys.executable, __file__, *arguments], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        given = 0
        while given < after_samples and (told := child.stdout.read(_COUNT.size)):
            (given,) = _COUNT.unpack(told)
        threading.Event().wait(delay_s)
        child.kill()
        rest = child.stdout.read()
    return max([given, *(count for (count,) in _COUNT.iter_unpack(rest[: len(rest) // _COUNT.size * _COUNT.size]))])


class _CountingStream:
    name = "Counter"
    kind = SourceKind.MICROPHONE
    rate_hz = RATE_HZ

    def __init__(self, on_sound: OnSound, length_samples: int, pace: float) -> None:
        self._on_sound = on_sound
        self._length_samples = length_samples
        self._pace = pace
        self.all_given = threading.Event()
        threading.Thread(target=self._give, daemon=True).start()

    def close(self) -> None:
        pass

    def _give(self) -> None:
        began_s = time.monotonic()
        for first in range(0, self._length_samples, BLOCK_SAMPLES):
            self._on_sound(Block(counted_sound(first, BLOCK_SAMPLES)[:, np.newaxis], RATE_HZ), 0)
            os.write(sys.stdout.fileno(), _COUNT.pack(first + BLOCK_SAMPLES))
            ahead_s = (first + BLOCK_SAMPLES) / RATE_HZ / self._pace - (time.monotonic() - began_s)
            threading.Event().wait(max(0.0, ahead_s))
        self.all_given.set()


def _record(folder: Path, length_samples: int, pace: float, segment_s: float) -> None:
    streams: list[_CountingStream] = []

    def open_stream(_source: Source, on_sound: OnSound, _on_end: OnEnd) -> _CountingStream:
        streams.append(_CountingStream(on_sound, length_samples, pace))
        return streams[0]

    recorder = Recorder(folder, Source(), lambda _event: None, open_stream=open_stream, segment_s=segment_s)
    recorder.start()
    streams[0].all_given.wait()
    recorder.stop()


if __name__ == "__main__":
    _record(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]))
