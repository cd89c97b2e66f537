"""The graphics card, as torch sees it and as the system does."""

import ctypes
import warnings
from pathlib import Path

from desktop_app.core.models.link import Link
from desktop_app.translation import tr

_DRIVER_FILE = Path("/proc/driver/nvidia/version")
_DRIVER_LIBRARIES = ("libcuda.so.1", "nvcuda.dll")
_GIB = 1 << 30
_INSTALL_TORCH = tr(
    "Install a torch that is built for CUDA: see pytorch.org, 'Get started', and choose the CUDA of your driver"
)
_UPDATE_DRIVER = tr("Update the card's driver, or install a torch that is built for the CUDA of this driver")


def cuda_link() -> Link:
    """The link 'CUDA': holds where torch can use a card, and where there is none to use. Imports torch."""
    import torch

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the reason is asked for below
        if torch.cuda.is_available():
            return Link("CUDA", ok=True, detail=_device_in_words())
    return without_device(torch.__version__, built_for=torch.version.cuda, card=driver_is_there())


def without_device(version: str, *, built_for: str | None, card: bool) -> Link:
    """The link where this torch finds no device. built_for: its version of CUDA, if any; card: the system has one."""
    if not card:
        for_cuda = tr("no CUDA device: this torch is built for CUDA {version}", version=built_for)
        detail = for_cuda if built_for else tr("no CUDA device: this torch is built for the processor")
        return Link("CUDA", ok=True, detail=detail)
    if not built_for:
        reason = tr(
            "there is an NVIDIA card, but this torch ({version}) is built for the processor alone", version=version
        )
        return Link("CUDA", ok=False, detail=reason, cure=_INSTALL_TORCH)
    if fault := _fault():
        reason = tr(
            "there is an NVIDIA card, but torch {version} cannot use it ({error})", version=version, error=fault
        )
    else:
        reason = tr("there is an NVIDIA card, but torch {version} does not find it", version=version)
    return Link("CUDA", ok=False, detail=reason, cure=_UPDATE_DRIVER)


def card_name() -> str:
    """What the card that torch uses calls itself; RuntimeError without one."""
    import torch

    return str(torch.cuda.get_device_name())


def driver_is_there() -> bool:
    """Whether the system has the driver of an NVIDIA card."""
    return _DRIVER_FILE.exists() or any(_loads(library) for library in _DRIVER_LIBRARIES)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _device_in_words() -> str:
    import torch

    device = torch.cuda.get_device_properties(torch.cuda.current_device())
    memory_gib = device.total_memory / _GIB
    return tr(
        "{card}, {memory:.0f} GiB, compute capability {capability}",
        card=device.name,
        memory=memory_gib,
        capability=f"{device.major}.{device.minor}",
    )


def _fault() -> str:
    """What torch says when it is made to use the card that it does not find; '' where it says nothing."""
    import torch

    try:
        torch.cuda.init()
    except (RuntimeError, AssertionError) as error:
        return " ".join(str(error).split())
    return ""
