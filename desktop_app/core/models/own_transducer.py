"""A transducer that Diarist does not know: what can be told of it before somebody says that it is theirs."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.models.errors import ModelStoreError
from desktop_app.core.models.inventory import glance
from desktop_app.core.models.manifest import FETCHED, PARAKEET_V3_ONNX
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.translation import tr

_ENCODER = "encoder-model"
_VOCABULARY = "vocab.txt"
_PARTS = {".onnx", ".data", ".txt", ".json"}


@dataclass(frozen=True, slots=True)
class OwnTransducer:
    """source: the folder that was looked through. encoder: its file, sha256: of that, in hex. size: of all its files,
    in bytes."""

    source: Path
    encoder: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class StandIn:
    """A model in whose place an own one can come. is_here: it would be replaced; is_own: that would be refused."""

    spec: ModelSpec
    is_here: bool = False
    is_own: bool = False


class UnknownTransducer(ModelStoreError):
    """A folder holds a transducer that is no model Diarist knows; as the user's own it can be taken in all the same."""

    def __init__(self, own: OwnTransducer) -> None:
        self.own = own
        super().__init__(
            tr(
                "{source} holds a transducer that Diarist does not know. If its source states that the sha256 of "
                "{file} is {sha256}, take it in with: diarist models import {source} --name {name} --sha256 {sha256}",
                source=own.source,
                file=own.encoder.name,
                sha256=own.sha256,
                name=PARAKEET_V3_ONNX.name,
            )
        )


def stand_ins() -> tuple[StandIn, ...]:
    """The models in whose place a transducer can come, those that are not here first; cheap."""
    entries = [glance(spec) for spec in FETCHED if is_transducer(spec)]
    found = [StandIn(entry.spec, entry.state != "not installed", entry.own) for entry in entries]
    return tuple(sorted(found, key=lambda each: each.is_here))


def is_transducer(spec: ModelSpec) -> bool:
    """Whether the model is one, exported to ONNX: its encoder is the first of its files."""
    return is_encoder(Path(spec.files[0].name))


def is_encoder(path: Path) -> bool:
    """Whether a file has the name of an encoder, or of its weights."""
    return path.name.startswith(_ENCODER)


def encoder_among(files: tuple[Path, ...]) -> Path | None:
    """The encoder of a transducer; None where no folder of these files looks like one's."""
    with_vocabulary = {path.parent for path in files if path.name == _VOCABULARY}
    encoders = (path for path in files if is_encoder(path) and path.suffix == ".onnx")
    return next((path for path in encoders if path.parent in with_vocabulary), None)


def parts_of(encoder: Path, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files of the transducer with this encoder, which comes first."""
    beside = (path for path in files if path.parent == encoder.parent and path != encoder)
    return (encoder, *(path for path in beside if path.suffix in _PARTS))
