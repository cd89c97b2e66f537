"""The WeSpeaker checkpoint of pyannote.audio: a pickle, so its bytes are known before anything is made of them."""

import hashlib
import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.manifest import WESPEAKER_CHECKPOINT
from desktop_app.core.models.torch.import_chain import import_pyannote
from desktop_app.translation import tr

if TYPE_CHECKING:
    from pyannote.audio.models.embedding.wespeaker import BaseWeSpeakerResNet

LABEL = "WeSpeaker (pyannote)"
FILE_NAME = WESPEAKER_CHECKPOINT.files[0].name
_GET_IT = tr("Fetch it anew with: diarist models fetch {name}", name=WESPEAKER_CHECKPOINT.name)


def load_checkpoint(file: Path, *, sha256: str) -> "BaseWeSpeakerResNet":
    """The model of a checkpoint, on the processor, ready to infer.

    file: a pytorch_model.bin. sha256: in hex, of its bytes. ModelUnavailable where the file or pyannote.audio cannot be
    used; nothing is unpickled, and nothing imported, before the hash is right.
    """
    data = _known_bytes(file, sha256)
    import_pyannote(model=LABEL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions: pyannote.audio's and lightning's, older than those installed
        _check_class(_unpickled(file, data), file)
        return _model(file, data)


def _known_bytes(file: Path, sha256: str) -> bytes:
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise ModelUnavailable(LABEL, tr("{file} is missing", file=file), _GET_IT) from None
    except OSError as error:
        reason = tr("{file} cannot be read ({error})", file=file, error=error.strerror)
        raise ModelUnavailable(LABEL, reason, _GET_IT) from error
    if not data:
        raise ModelUnavailable(LABEL, tr("{file} is empty", file=file), _GET_IT)
    if hashlib.sha256(data).hexdigest() != sha256:
        reason = tr("{file} has the wrong hash ({count} bytes)", file=file, count=len(data))
        raise ModelUnavailable(LABEL, reason, _GET_IT)
    return data


def _unpickled(file: Path, data: bytes) -> Any:  # noqa: ANN401  whatever it holds
    import torch

    try:
        return torch.load(io.BytesIO(data), map_location="cpu", weights_only=False)
    except Exception as error:
        reason = tr("{file} is damaged ({error})", file=file, error=_line(error))
        raise ModelUnavailable(LABEL, reason, _GET_IT) from error


def _check_class(checkpoint: Any, file: Path) -> None:  # noqa: ANN401  whatever it holds
    """Refuse what is no checkpoint of pyannote.audio, or one of a model that is not WeSpeaker."""
    from pyannote.audio.models.embedding import wespeaker

    try:
        architecture = checkpoint["pyannote.audio"]["architecture"]
        module, name = str(architecture["module"]), str(architecture["class"])
    except (KeyError, TypeError, IndexError, AttributeError):
        reason = tr("{file} holds no model of pyannote.audio", file=file)
        raise ModelUnavailable(LABEL, reason, _GET_IT) from None
    if module != wespeaker.__name__ or name not in wespeaker.__all__:
        reason = tr("{file} holds the model {name}, which is not WeSpeaker", file=file, name=name)
        raise ModelUnavailable(LABEL, reason, _GET_IT)


def _model(file: Path, data: bytes) -> "BaseWeSpeakerResNet":
    import torch
    from pyannote.audio import Model

    try:
        with torch.random.fork_rng(devices=[]):  # a model draws its weights before it is given those of the file
            model = Model.from_pretrained(io.BytesIO(data), map_location="cpu")
    except Exception as error:
        reason = tr("{file} does not load ({error})", file=file, error=_line(error))
        raise ModelUnavailable(LABEL, reason, _GET_IT) from error
    return model.eval().requires_grad_(False)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or tr("no reason given")
