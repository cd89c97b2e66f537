from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from recorder_desk import Desk
from virtual_microphone import VirtualMicrophone, virtual_microphone


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "Recording 2026-11-25 14.03.12")
    yield desk
    if desk.recorder is not None and desk.recorder.is_recording:
        desk.recorder.stop()


@pytest.fixture
def samples_of() -> Callable[[Path], NDArray[np.int16]]:
    """What another library reads from a file, int16 of shape [samples]."""

    def read(path: Path) -> NDArray[np.int16]:
        samples: NDArray[np.int16] = soundfile.read(path, dtype="int16")[0]
        return samples

    return read


@pytest.fixture(scope="session")
def shared_microphone() -> Iterator[VirtualMicrophone]:
    with virtual_microphone() as started:
        yield started


@pytest.fixture
def microphone(shared_microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch) -> VirtualMicrophone:
    """What the processes that a test starts hear."""
    shared_microphone.use(monkeypatch)
    return shared_microphone
