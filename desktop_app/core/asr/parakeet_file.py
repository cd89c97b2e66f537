"""A Parakeet file (.nemo) looked at before anything is unpacked from it, and loaded."""

import errno
import shutil
import tarfile
import tempfile
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.core.models.file_state import sha256_of
from desktop_app.core.models.torch.import_chain import import_nemo
from desktop_app.translation import tr

if TYPE_CHECKING:
    from nemo.collections.asr.models import EncDecRNNTBPEModel

_CLASS = "EncDecRNNTBPEModel"
_FETCH = tr("Fetch or import the model anew")
_TAKE_ANOTHER = tr("Use a model of the kind parakeet-tdt-0.6b")
_FREE_SPACE = tr("Free some space there, or set TMPDIR to a folder with more")
_GB = 1_000_000_000
# Restoring works in a temporary folder as the process's own for a while.
_restoring = Lock()


def load_parakeet(file: Path, *, sha256: str, label: str) -> "EncDecRNNTBPEModel":
    """The model on the processor, in float32, for inference. ModelUnavailable, under this label, if it does not load.

    sha256: of the file's bytes, in hex; nothing is unpacked from a file with another.
    """
    check_bytes(file, sha256=sha256, label=label)
    models = import_nemo(model=label).models
    with _restoring:
        try:
            _check_kind(models.ASRModel.restore_from(str(file.resolve()), return_config=True), label)
            _check_space(file, label)
            return models.ASRModel.restore_from(str(file.resolve()), map_location="cpu").eval()
        except ModelUnavailable:
            raise
        except tarfile.TarError as error:
            reason = tr("{file} is damaged, or no NeMo model ({error})", file=file, error=error)
            raise ModelUnavailable(label, reason, _FETCH) from error
        except OSError as error:
            full = error.errno == errno.ENOSPC
            raise ModelUnavailable(
                label,
                tr(
                    "{file} cannot be unpacked into {folder} ({error})",
                    file=file,
                    folder=tempfile.gettempdir(),
                    error=error.strerror or error,
                ),
                _FREE_SPACE if full else _FETCH,
            ) from error
        except Exception as error:
            reason = tr("{file} does not load ({error})", file=file, error=first_line(error))
            raise ModelUnavailable(label, reason, _FETCH) from error


def check_bytes(file: Path, *, sha256: str, label: str) -> None:
    """ModelUnavailable unless the file is there and has this sha256, in hex."""
    try:
        size = file.stat().st_size
        right = size > 0 and sha256_of(file) == sha256.lower()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelUnavailable(label, tr("{file} is missing", file=file), _FETCH) from error
    except OSError as error:
        reason = tr("{file} cannot be read ({error})", file=file, error=error.strerror)
        raise ModelUnavailable(label, reason, _FETCH) from error
    if not right:
        reason = tr("{file} has the wrong hash", file=file) if size else tr("{file} is empty", file=file)
        raise ModelUnavailable(label, reason, _FETCH)


def _check_kind(config: Any, label: str) -> None:  # noqa: ANN401  a tree of settings
    kind = str(config.get("target", "")).rpartition(".")[2]
    if kind != _CLASS:
        of_a_kind = tr("the file holds another model ({kind})", kind=kind)
        reason = of_a_kind if kind else tr("the file holds another model (of no kind)")
        raise ModelUnavailable(label, reason, _TAKE_ANOTHER)
    if not config.get("decoding", {}).get("durations"):
        reason = tr("the model is a transducer without durations, not a TDT model")
        raise ModelUnavailable(label, reason, _TAKE_ANOTHER)
    rate_hz = config.get("preprocessor", {}).get("sample_rate", SAMPLE_RATE_HZ)
    if rate_hz != SAMPLE_RATE_HZ:
        reason = tr("the model hears sound of {rate} Hz, not of 16 kHz", rate=rate_hz)
        raise ModelUnavailable(label, reason, _TAKE_ANOTHER)


def _check_space(file: Path, label: str) -> None:
    """A .nemo file is unpacked to be loaded: as much again as it is long."""
    folder = tempfile.gettempdir()
    needed, free = file.stat().st_size, shutil.disk_usage(folder).free
    if free < needed:
        reason = tr(
            "unpacking it takes {needed:.1f} GB in {folder}, where {free:.1f} GB are free",
            needed=needed / _GB,
            folder=folder,
            free=free / _GB,
        )
        raise ModelUnavailable(label, reason, _FREE_SPACE)
