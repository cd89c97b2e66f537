"""A server that runs, and files to send it."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import httpx2
import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.server.service import EmbeddingService


@dataclass(frozen=True)
class Running:
    """A server, and a client for it."""

    url: str
    client: httpx2.Client
    service: EmbeddingService

    def post(self, data: bytes, **more: object) -> httpx2.Response:
        return self.client.post("/v2/embedding", files={"file": ("segment.wav", data, "audio/wav")}, **more)  # type: ignore[arg-type]


Serve = Callable[..., Running]


def file_bytes(
    samples: NDArray[np.float32], rate_hz: int = 16_000, kind: str = "WAV", subtype: str = "PCM_16"
) -> bytes:
    """Samples float32 [n] or [n, channels] as a file of the kind."""
    with io.BytesIO() as file:
        soundfile.write(file, samples, rate_hz, format=kind, subtype=subtype)
        return file.getvalue()
