"""Where an engine on torch runs, and how exactly it calculates there."""

from typing import TYPE_CHECKING

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.torch.cuda import cuda_link
from desktop_app.core.models.torch.import_chain import import_torch
from desktop_app.core.store.settings import Device, Precision
from desktop_app.translation import tr

if TYPE_CHECKING:
    import torch

_BFLOAT16_SINCE = 8
"""The first compute capability that is fast with bfloat16, whose range is that of float32; older cards only pretend."""


def chosen_device(wanted: Device, *, model: str) -> str:
    """'cuda' or 'cpu'. ModelUnavailable, for the model of this label, if torch or a wanted card cannot be used.

    Float32 is float32 on a card from then on: torch would take 10 bits of 23 in convolutions.
    """
    torch = import_torch(model=model)
    there = bool(torch.cuda.is_available())
    if wanted is Device.CUDA and not there:
        link = cuda_link()
        raise ModelUnavailable(model, link.detail, link.cure or tr("Let it run on the processor"))
    if not there or wanted is Device.CPU:
        return "cpu"
    torch.backends.cudnn.allow_tf32 = False
    return "cuda"


def chosen_precision(wanted: Precision, device: str) -> "torch.dtype":
    """What is wanted; else float32 on the processor, and on a card what half_precisions prefers."""
    import torch

    if wanted is Precision.AUTO:
        wanted = Precision.FLOAT32 if device == "cpu" else half_precisions()[0]
    return {
        Precision.FLOAT32: torch.float32,
        Precision.BFLOAT16: torch.bfloat16,
        Precision.FLOAT16: torch.float16,
    }[wanted]


def half_precisions() -> tuple[Precision, ...]:
    """Those that this card is fast with, the preferred first."""
    import torch

    major, _ = torch.cuda.get_device_capability()
    return (Precision.BFLOAT16, Precision.FLOAT16) if major >= _BFLOAT16_SINCE else (Precision.FLOAT16,)


def precision_note(precision: "torch.dtype") -> str | None:
    """What the transcript records about it; None for float32."""
    name = str(precision).removeprefix("torch.")
    return None if name == "float32" else name
