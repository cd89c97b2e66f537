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
    """'cuda' or 'cpu'. ModelUnavailable, for the model of this label, if torch or a wanted card cannot be used."""
    torch = import_torch(model=model)
    there = bool(torch.cuda.is_available())
    if wanted is Device.CUDA and not there:
        link = cuda_link()
        raise ModelUnavailable(model, link.detail, link.cure or tr("Let it run on the processor"))
    return "cuda" if there and wanted is not Device.CPU else "cpu"


def chosen_precision(wanted: Precision, device: str) -> "torch.dtype":
    """What is wanted; else float32 on the processor, and on a card bfloat16 where it has it, else float16."""
    import torch

    if wanted is not Precision.AUTO:
        return {
            Precision.FLOAT32: torch.float32,
            Precision.BFLOAT16: torch.bfloat16,
            Precision.FLOAT16: torch.float16,
        }[wanted]
    if device == "cpu":
        return torch.float32
    major, _ = torch.cuda.get_device_capability()
    return torch.bfloat16 if major >= _BFLOAT16_SINCE else torch.float16


def precision_note(precision: "torch.dtype") -> str | None:
    """What the transcript records about it; None for float32."""
    name = str(precision).removeprefix("torch.")
    return None if name == "float32" else name
