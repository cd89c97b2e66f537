from queue import Queue

import numpy as np
import pytest
from fake_input import PATIENCE_S, FakeClock, FakeSystem, noise

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.level_monitor import Monitor
from desktop_app.core.capture.values import Level, Source


def test_levels_are_told_until_it_is_closed() -> None:
    system, levels = FakeSystem(), Queue[Level]()
    monitor = Monitor(Source(), levels.put, print, open_stream=system.open, clock=FakeClock())
    for _ in range(3):
        system.now.give(np.full(800, 16384, np.int16))
        assert levels.get(timeout=PATIENCE_S) == Level(0, -6.0, -6.0, clipped=False)
    monitor.close()
    assert system.now.closed


@pytest.mark.parametrize("how", ["it ends", "it is silent"])
def test_an_input_that_is_gone_is_told_once(how: str) -> None:
    system, clock, lost = FakeSystem(), FakeClock(), Queue[str]()
    monitor = Monitor(Source(), lambda _: None, lost.put, open_stream=system.open, clock=clock)
    system.now.give(noise(100))
    if how == "it ends":
        system.unplug("Desk")
    else:
        clock.advance(3.5)
    assert lost.get(timeout=PATIENCE_S) == "Desk"
    monitor.close()
    assert lost.empty()


def test_an_input_that_is_not_there_is_said() -> None:
    with pytest.raises(CaptureError, match="not there"):
        Monitor(Source("Moon"), print, print, open_stream=FakeSystem().open)
