"""What is to sound next, between the thread that decodes it and the sound system's, which must not wait."""

from collections import deque
from threading import Lock

import numpy as np

from desktop_app.core.playback.fades import FADE_S, faded_out
from desktop_app.core.playback.feed import Chunk
from desktop_app.core.playback.play_head import PlayHead
from desktop_app.core.playback.stereo import Stereo


class Ring:
    """Filled by one thread, emptied by another. It sounds from `open` to `cut`, or to the last chunk.

    volume: what samples are multiplied by; a change is spread over a block, so that it does not click.
    """

    def __init__(self, rate_hz: int, head: PlayHead) -> None:
        self._rate_hz = rate_hz
        self._head = head
        self._lock = Lock()
        self._chunks: deque[Chunk] = deque()
        self._used = 0
        self._tail = np.empty((0, 2), np.float32)
        self._is_open = False
        self._was_last = False
        self._next_s: float | None = None
        self._gain = 1.0
        self.volume = 1.0
        self.underruns = 0

    @property
    def buffered_s(self) -> float:
        """How long what is there will sound."""
        with self._lock:
            return (sum(len(chunk.samples) for chunk in self._chunks) - self._used) / self._rate_hz

    @property
    def has_given_last(self) -> bool:
        """Whether the last chunk was given away to its end."""
        return self._was_last

    def put(self, chunk: Chunk) -> None:
        """Add what sounds next."""
        with self._lock:
            self._chunks.append(chunk)

    def open(self) -> None:
        """Let what is there sound."""
        self._is_open = True

    def cut(self) -> float | None:
        """End what sounds within 5 ms, and forget the rest. The place in the recording where it ends, None where
        nothing was given since the cut before."""
        with self._lock:
            ends_s = self._next_s
            if self._is_open and ends_s is not None:
                self._tail, ends_s = self._next(round(FADE_S * self._rate_hz))
            self._tail = faded_out(self._tail, self._rate_hz)
            self._chunks.clear()
            self._used = 0
            self._is_open = self._was_last = False
            self._next_s = None
            return ends_s

    def fill(self, frames: Stereo, at_s: float) -> None:
        """Write the next samples, silence where there are none; at_s: when on the clock the first of them will sound.
        Called in a thread of the sound system."""
        with self._lock:
            frames[:] = 0
            done = self._fill_tail(frames)
            while self._is_open and done < len(frames) and self._chunks:
                done += self._fill_from_first(frames[done:], at_s + done / self._rate_hz)
            self.underruns += self._is_open and not self._was_last and done < len(frames)
            self._turn_up(frames)

    def _fill_tail(self, frames: Stereo) -> int:
        count = min(len(frames), len(self._tail))
        frames[:count] = self._tail[:count]
        self._tail = self._tail[count:]
        return count

    def _fill_from_first(self, frames: Stereo, at_s: float) -> int:
        chunk = self._chunks[0]
        part = chunk.samples[self._used : self._used + len(frames)]
        frames[: len(part)] = part
        source_s = chunk.source_s + self._used / self._rate_hz * chunk.speed
        self._head.given(at_s, source_s, len(part) / self._rate_hz, chunk.speed)
        self._used += len(part)
        self._next_s = chunk.source_s + self._used / self._rate_hz * chunk.speed
        if self._used == len(chunk.samples):
            self._chunks.popleft()
            self._used = 0
            self._was_last = chunk.is_last
        return len(part)

    def _next(self, count: int) -> tuple[Stereo, float | None]:
        """So many of the next samples, fewer where there are no more, and the place behind them."""
        taken, ends_s, used = list[Stereo](), self._next_s, self._used
        for chunk in self._chunks:
            part = chunk.samples[used : used + count]
            taken.append(part)
            ends_s = chunk.source_s + (used + len(part)) / self._rate_hz * chunk.speed
            count, used = count - len(part), 0
            if count <= 0:
                break
        return np.concatenate([self._tail, *taken]), ends_s

    def _turn_up(self, frames: Stereo) -> None:
        if self._gain != self.volume:
            frames *= np.linspace(self._gain, self.volume, len(frames), dtype=np.float32)[:, np.newaxis]
            self._gain = self.volume
        elif self._gain != 1:
            frames *= np.float32(self._gain)
        np.clip(frames, -1, 1, out=frames)
