"""What the bench of a card runs on: device, checkpoint, recordings, precisions; little of it without a card."""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.carried_speech import carried_speech
from bench.places import data_folder
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.locate_model import find_model
from desktop_app.core.models.manifest import WESPEAKER_CHECKPOINT
from desktop_app.core.models.torch.import_chain import import_torch
from desktop_app.core.store.settings import Precision

SMALL = "small"


def is_small() -> bool:
    """Whether little is to be measured, so that it is known to work: asked for, or for want of a card."""
    return SMALL in sys.argv[1:] or device() == "cpu"


def device() -> str:
    """'cuda' or 'cpu'."""
    return "cuda" if import_torch().cuda.is_available() else "cpu"


def precisions() -> tuple[Precision, ...]:
    """Those to compare; float16 takes minutes on a processor."""
    both = (Precision.FLOAT32, Precision.BFLOAT16)
    return both if device() == "cpu" else (*both, Precision.FLOAT16)


def checkpoint() -> tuple[Path, str]:
    """WeSpeaker's file and its sha256; ModelUnavailable where it is not here."""
    ((file, spec),) = find_model(WESPEAKER_CHECKPOINT).files
    return file, spec.sha256


def has_checkpoint() -> bool:
    """Whether it is here."""
    try:
        return bool(checkpoint())
    except ModelUnavailable:
        return False


def conversations() -> list[Path]:
    """Recordings with their truth beside them, the shortest first; empty where there are none."""
    found = sorted((data_folder() / "conversations").glob("*.wav"), key=lambda path: path.stat().st_size)
    return found[:2] if is_small() else found


def speech(minutes: float) -> NDArray[np.float32]:
    """Samples float32 [n], 16 kHz; fewer minutes where little is to be measured."""
    return carried_speech(minutes / 60 if is_small() else minutes)


def finish() -> None:
    """Wait for what the card still does."""
    if device() == "cuda":
        import_torch().cuda.synchronize()
