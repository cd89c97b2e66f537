"""The remote diarizer, really running, on loopback."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Thread

import httpx2
import numpy as np
import pytest
from numpy.typing import NDArray
from running_server import Running, Serve

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.server.binding import Binding
from desktop_app.server.limits import ServerLimits
from desktop_app.server.run import server
from desktop_app.server.service import EmbeddingService


@pytest.fixture(scope="session")
def wespeaker() -> WespeakerOnnx:
    return WespeakerOnnx()


@pytest.fixture(scope="session")
def speech(tmp_path_factory: pytest.TempPathFactory) -> NDArray[np.float32]:
    """Three seconds of one voice, 16 kHz, in steps of 16 bits: a file of such holds it as it is."""
    with open_recording(sample_recording(), scratch=tmp_path_factory.mktemp("scratch")) as recording:
        return np.asarray(np.rint(recording.samples[80_000:128_000] * 32_768) / 32_768, np.float32)


@pytest.fixture
def serve(wespeaker: WespeakerOnnx) -> Iterator[Serve]:
    """Starts servers that end with the test."""
    with ExitStack() as until_end:

        def started(
            embedder: Embedder = wespeaker,
            limits: ServerLimits | None = None,
            *,
            token: str = "",
            workers: int = 2,
            clock: Callable[[], float] | None = None,
        ) -> Running:
            binding = Binding("127.0.0.1", 0, token)
            listening = until_end.enter_context(binding.listen())
            timing = {} if clock is None else {"clock": clock}
            service = EmbeddingService(embedder, limits or ServerLimits(), workers=workers, **timing)
            running = server(service, binding)
            thread = Thread(target=running.run, kwargs={"sockets": [listening]})
            thread.start()

            def end() -> None:
                running.should_exit = True
                thread.join()

            until_end.callback(end)
            url = binding.url(listening)
            client = until_end.enter_context(httpx2.Client(base_url=url, trust_env=False, timeout=30))
            return Running(url, client, service)

        yield started
