"""Sessions of onnxruntime, made one way for every model."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.packaged_models import reinstall
from desktop_app.installation import how_to_renew
from desktop_app.translation import tr

if TYPE_CHECKING:
    import onnxruntime

_BROKEN = re.compile(r"1\.24\.1|1\.25\..*|1\.26\.0")
_FORMAT = slice(4, 8)
"""Where a model in onnxruntime's own format says that it is one."""


def single_threaded_session(
    model: bytes | Path, label: str, providers: Sequence[str] = ()
) -> "onnxruntime.InferenceSession":
    """A session that uses the calling thread alone; run it from several threads to use all cores.

    model: the bytes of a model in ORT format or in ONNX, or a file in ONNX, whose weights may lie beside it. providers:
    the preferred first, before the processor. ModelUnavailable if onnxruntime is missing or refuses it.
    """
    return open_session(model, label, session_options(model, label), providers)


def session_options(model: bytes | Path, label: str) -> "onnxruntime.SessionOptions":
    """Options that keep a session in the calling thread and quiet; ModelUnavailable if onnxruntime is missing."""
    try:
        import onnxruntime
    except ImportError as error:
        reason = tr("onnxruntime cannot be loaded ({error})", error=error)
        raise ModelUnavailable(label, reason, how_to_renew("onnxruntime")) from error
    options = onnxruntime.SessionOptions()
    is_ort = isinstance(model, bytes) and model[_FORMAT] == b"ORTM"
    options.add_session_config_entry("session.load_model_format", "ORT" if is_ort else "ONNX")
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # it plans memory anew for each length, and keeps what it planned
    options.log_severity_level = 3
    return options


def open_session(
    model: bytes | Path, label: str, options: "onnxruntime.SessionOptions", providers: Sequence[str] = ()
) -> "onnxruntime.InferenceSession":
    """A session with these options; ModelUnavailable if onnxruntime refuses the model, or goes on without the providers
    asked for, which it does by itself."""
    import onnxruntime

    _require(providers, onnxruntime.get_available_providers(), label)
    try:
        session = onnxruntime.InferenceSession(model, options, providers=[*providers, "CPUExecutionProvider"])
    except onnx_failures() as error:
        reason = tr("onnxruntime refuses the model ({error})", error=error)
        raise ModelUnavailable(label, reason, reinstall()) from error
    _require(providers, session.get_providers(), label)
    return session


def _require(providers: Sequence[str], there: Sequence[str], label: str) -> None:
    for provider in providers:
        if provider not in there:
            raise ModelUnavailable(label, tr("onnxruntime cannot use {provider}", provider=provider), "")


def require_sound_version(label: str) -> None:
    """ModelUnavailable where the installed onnxruntime is one that breaks transducers, or refuses their files."""
    import onnxruntime

    found = str(onnxruntime.__version__)
    if _BROKEN.fullmatch(found):
        reason = tr("onnxruntime {version} is known to break models of this kind", version=found)
        raise ModelUnavailable(label, reason, how_to_renew("onnxruntime"))


def accelerators() -> tuple[str, ...]:
    """Providers of the installed onnxruntime that run models on a graphics card, the preferred first: none of its
    usual packages has one. CoreML, which those for macOS have, is left out: others measured it slower than the
    processor with such models."""
    import onnxruntime

    there = onnxruntime.get_available_providers()
    return tuple(each for each in ("CUDAExecutionProvider", "DmlExecutionProvider") if each in there)


@cache
def onnx_failures() -> tuple[type[Exception], ...]:
    """What onnxruntime raises: its errors share no base of their own."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    errors = (each for each in vars(state).values() if isinstance(each, type) and issubclass(each, Exception))
    return (RuntimeError, ValueError, *errors)
