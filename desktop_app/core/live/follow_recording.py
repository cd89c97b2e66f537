"""A recording that grows on the disk, followed by captions to its end."""

import math
import time
from collections.abc import Callable, Iterable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.events import CaptionEvent, Lag

POLL_S = 0.05
AT_ONCE_S = 1.0
"""Behind a recording that has run ahead, captions take so much at a time: everything else gets its turn in between."""
REST_AFTER_S = 1.5
"""Where nothing has come for so long, as in a pause, nothing may come for long: what was begun is settled."""
_LAG_EVERY_S = 1.0


class SoundSource(Protocol):
    """Sound that grows: core/capture/growing_sound.py has the one that recordings are read by."""

    @property
    def finished(self) -> bool:
        """Whether it is over and all of it was read."""
        ...

    @property
    def recorded_ms(self) -> int:
        """How much there is, read or not."""
        ...

    def read(self) -> NDArray[np.float32]:
        """What came since the last call, float32 [n], 16 kHz."""
        ...


def follow_recording(
    sound: SoundSource,
    captioner: Captioner,
    on_event: Callable[[CaptionEvent], None],
    *,
    between: Callable[[], None] = lambda: None,
    wait: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Caption sound until it is finished; nothing of it is left out, however far the captions were behind.

    between: called again and again, where there is nothing to hear too. wait: for so many seconds.
    """
    lag_due_s, rest_due_s = clock(), math.inf
    while not sound.finished:
        samples = sound.read()
        for at in range(0, len(samples), int(AT_ONCE_S * SAMPLE_RATE_HZ)):
            _tell(captioner.hear(samples[at : at + int(AT_ONCE_S * SAMPLE_RATE_HZ)]), on_event)
            between()
        if len(samples):
            rest_due_s = clock() + REST_AFTER_S
        else:
            _tell(captioner.hear(samples), on_event)
            between()
            wait(POLL_S)
        if clock() >= rest_due_s:
            rest_due_s = math.inf
            _tell(captioner.rest(), on_event)
        if clock() >= lag_due_s:
            lag_due_s = clock() + _LAG_EVERY_S
            recorded_ms = sound.recorded_ms
            on_event(Lag(recorded_ms, max(0, recorded_ms - captioner.heard_ms)))
    _tell(captioner.finish(), on_event)


def _tell(events: Iterable[CaptionEvent], on_event: Callable[[CaptionEvent], None]) -> None:
    for event in events:
        on_event(event)
