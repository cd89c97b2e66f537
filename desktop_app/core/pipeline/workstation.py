"""The engines that are not carried: on torch, and on another machine."""

from importlib.util import find_spec

from desktop_app.core.asr.recogniser import RecordingRecogniser
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.models.cuda import driver_is_there
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.import_chain import import_torch
from desktop_app.core.store.settings import AsrSettings, EmbeddingSettings, RemoteSettings


def card_expected() -> bool:
    """Whether engines on torch are to be expected to run on a graphics card here. Imports torch, where it is installed.

    Where torch is installed and does not import, they are: that it is broken must come out.
    """
    if find_spec("torch") is None:
        return False
    try:
        torch = import_torch()
    except ModelUnavailable:
        return True
    return bool(torch.cuda.is_available()) or driver_is_there()


def load_wespeaker_torch(settings: EmbeddingSettings) -> Embedder:
    """WeSpeaker on torch; ModelUnavailable if it cannot be used."""
    raise NotImplementedError


def load_remote(settings: RemoteSettings) -> Embedder:
    """The remote diarizer; ModelUnavailable if none is named, or it is named wrongly."""
    raise NotImplementedError


def load_parakeet(settings: AsrSettings) -> RecordingRecogniser:
    """Parakeet; ModelUnavailable if it cannot be used."""
    raise NotImplementedError


def checkpoint_circumstances() -> object:
    """What loading WeSpeaker on torch depends on."""
    return None


def parakeet_circumstances() -> object:
    """What loading Parakeet depends on."""
    return None
