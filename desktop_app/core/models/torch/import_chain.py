"""Makes the world of torch importable: whoever needs torch, pyannote or NeMo imports them through here.

Each of them pulls in a hundred packages, any of which may be missing, built for another machine, or calling home. The
first broken link is named; nothing goes on without saying so.
"""

import importlib
import logging
import os
import sys
import tarfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from threading import RLock
from types import ModuleType

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.link import Link
from desktop_app.core.models.no_telemetry import silence
from desktop_app.core.models.silence_output import quiet_stderr
from desktop_app.core.models.torch.broken_import import EXTRA, unavailable
from desktop_app.core.models.torch.cuda import cuda_link
from desktop_app.core.models.torch.lhotse_folder import without_lhotse_folder
from desktop_app.core.models.torch.torchaudio_extension import import_torchaudio
from desktop_app.installation import how_to_add
from desktop_app.translation import tr
from desktop_app.user_folders import cache_folder

_FILTER_BANKS = "torchaudio.compliance.kaldi"
_log = logging.getLogger(__name__)
_lock = RLock()
_without_extension: list[str] = []


def prepare_imports() -> None:
    """Switch off whatever calls home, and make torchaudio importable; for before torch's world is imported.

    May be called again, from any thread; it takes seconds the first time, as it imports torch. What does not import is
    no error yet: importing it says so to whoever needs it.
    """
    with _lock:
        silence()
        os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))
        if "torchaudio" in sys.modules:
            return
        importlib.invalidate_caches()  # what was missing may have been installed since
        try:
            with _quietly():
                reason = import_torchaudio()
        except Exception as error:  # noqa: BLE001  native code raises anything; the next import raises it again
            _log.warning("torchaudio does not import: %s", error)
        else:
            _remember(reason)


def import_torch(*, model: str = "torch") -> ModuleType:
    """torch. ModelUnavailable, for the model of this label, if it does not import."""
    return _imported("torch", model=model)


def import_pyannote(*, model: str = "pyannote.audio") -> ModuleType:
    """pyannote.audio, its telemetry off. ModelUnavailable, with the first broken link, if it does not import."""
    with _lock:
        pyannote = _imported("torch", "torchaudio", _FILTER_BANKS, "pyannote.audio", model=model)
        # It starts a thread to send metrics from, though they are switched off.
        sys.modules["pyannote.audio.telemetry.metrics"].provider.shutdown()
        return pyannote


def import_nemo(*, model: str = "NeMo") -> ModuleType:
    """nemo.collections.asr, told to be quiet. ModelUnavailable, with the first broken link, if it does not import."""
    if not hasattr(tarfile, "data_filter"):
        raise ModelUnavailable(model, tr("NeMo opens no model on a Python older than 3.11.4"), tr("Update Python"))
    with _lock, without_lhotse_folder():
        nemo = _imported("torch", "torchaudio", "nemo.collections.asr", model=model)
        logging.getLogger("nemo_logger").setLevel(logging.ERROR)  # NeMo's own setLevel would still others' handlers too
        return nemo


def missing_extension() -> str | None:
    """Why torchaudio does without its compiled extension; None if it has it or has not been imported."""
    return _without_extension[0] if _without_extension else None


def chain_links() -> tuple[Link, ...]:
    """The links 'torch', 'CUDA', 'torchaudio', 'pyannote' and 'nemo', really imported; never raises. Takes seconds."""
    torch = _link("torch", "torch", import_torch)
    cuda = (
        cuda_link()
        if torch.ok
        else Link("CUDA", ok=False, detail=tr("{package} does not import", package="torch"), cure=torch.cure)
    )
    return (
        torch,
        cuda,
        _link("torchaudio", "torchaudio", lambda: _imported("torch", "torchaudio", _FILTER_BANKS, model="torchaudio")),
        _link("pyannote", "pyannote.audio", import_pyannote),
        _link("nemo", "nemo_toolkit", import_nemo),
    )


def _link(name: str, package: str, load: Callable[[], object]) -> Link:
    try:
        found = version(package)
    except PackageNotFoundError:
        return Link(name, ok=False, detail=tr("not installed"), cure=how_to_add(EXTRA))
    try:
        load()
    except ModelUnavailable as failure:
        return Link(name, ok=False, detail=f"{found}: {failure.reason}", cure=failure.hint)
    if name == "torchaudio" and missing_extension() is not None:
        found = tr("{version}, without its compiled extension, which is not needed", version=found)
    return Link(name, ok=True, detail=found)


def _imported(*names: str, model: str) -> ModuleType:
    """The last of the modules, all imported in this order."""
    with _lock:
        prepare_imports()
        try:
            with _quietly():
                return [importlib.import_module(name) for name in names][-1]
        except Exception as error:
            raise unavailable(model, error) from error


@contextmanager
def _quietly() -> Iterator[None]:
    with quiet_stderr(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of packages about packages: here it matters whether they import
        yield


def _remember(reason: str | None) -> None:
    if reason is not None:
        _without_extension[:] = [reason]
        _log.info("torchaudio is used without its compiled extension: %s", reason)
