"""The files of a transducer that NeMo has exported to ONNX: looked at before anything is loaded from them.

encoder-model.onnx         sound to frames; its weights may lie beside it, as encoder-model.onnx.data
decoder_joint-model.onnx   a frame and what was said before, to the next piece and how long it lasts
vocab.txt                  "piece id" on each line, the sign for no piece (<blk>) last
config.json                {"features_size": 128, "subsampling_factor": 8, ...}
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.translation import tr

VOCABULARY, CONFIGURATION = "vocab.txt", "config.json"
_ENCODER, _DECODER = "encoder-model", "decoder_joint-model"
_ENDINGS = (".onnx", ".int8.onnx")
_BLANK = "<blk>"
_FRAMES_PER_S = 100
_DURATIONS = (0, 1, 2, 3, 4)
_MOST_BYTES = 1 << 24
"""Of the vocabulary and the settings: the largest known are a hundredth of it."""
TAKE_ANOTHER = tr("Use a model of the kind parakeet-tdt-0.6b, exported to ONNX")


@dataclass(frozen=True, slots=True)
class TransducerFiles:
    """Where a model's parts lie."""

    encoder: Path
    decoder: Path
    vocabulary: Path
    configuration: Path

    def with_encoder(self, encoder: Path) -> "TransducerFiles":
        """The same, but for the encoder."""
        return replace(self, encoder=encoder)


@dataclass(frozen=True, slots=True)
class TransducerSettings:
    """What its files say of a model.

    pieces: by their numbers, without the sign for none, whose number is the next. bands: of the features.
    is_normalised: whether these are. frame_ms: of the encoder. durations: in such frames. most_pieces: on one frame.
    """

    pieces: tuple[str, ...]
    bands: int
    is_normalised: bool
    frame_ms: float
    durations: tuple[int, ...] = _DURATIONS
    most_pieces: int = 10

    @property
    def blank(self) -> int:
        """The number of the sign for no piece."""
        return len(self.pieces)


def transducer_files(paths: Iterable[Path], label: str) -> TransducerFiles:
    """Which of these files is which, an encoder as it was published before one of 8 bits; ModelUnavailable if one is
    missing."""
    by_name = {path.name: path for path in paths}
    return TransducerFiles(
        _part(by_name, [_ENCODER + ending for ending in _ENDINGS], label),
        _part(by_name, [_DECODER + ending for ending in _ENDINGS], label),
        _part(by_name, [VOCABULARY], label),
        _part(by_name, [CONFIGURATION], label),
    )


def read_settings(files: TransducerFiles, label: str) -> TransducerSettings:
    """What the vocabulary and the configuration say; ModelUnavailable if they cannot be read or make no sense."""
    found = _configuration(files.configuration, label)
    try:
        return TransducerSettings(
            pieces=_pieces(files.vocabulary, label),
            bands=int(found["features_size"]),
            is_normalised=found.get("normalize", "per_feature") == "per_feature",
            frame_ms=1000 / _FRAMES_PER_S * int(found["subsampling_factor"]),
            durations=tuple(int(each) for each in found.get("durations", _DURATIONS)),
            most_pieces=int(found.get("max_tokens_per_step", 10)),
        )
    except (KeyError, TypeError, ValueError) as error:
        reason = tr("{file} makes no sense ({error})", file=files.configuration, error=first_line(error))
        raise ModelUnavailable(label, reason, TAKE_ANOTHER) from error


def _part(by_name: Mapping[str, Path], names: Iterable[str], label: str) -> Path:
    for name in names:
        if name in by_name:
            return by_name[name]
    raise ModelUnavailable(label, tr("{file} is missing", file=next(iter(names))), TAKE_ANOTHER)


def _configuration(path: Path, label: str) -> Mapping[str, Any]:
    text = _text(path, label)
    try:
        found: dict[str, Any] = dict(json.loads(text))
    except (TypeError, ValueError) as error:
        reason = tr("{file} holds no settings ({error})", file=path, error=first_line(error))
        raise ModelUnavailable(label, reason, TAKE_ANOTHER) from error
    kind = found.get("model_type", "nemo-conformer-tdt")
    if kind != "nemo-conformer-tdt":
        raise ModelUnavailable(label, tr("the folder holds another model ({kind})", kind=kind), TAKE_ANOTHER)
    return found


def _pieces(path: Path, label: str) -> tuple[str, ...]:
    """By their numbers."""
    lines = [line.rpartition(" ") for line in _text(path, label).split("\n") if line.strip()]
    numbers = [number for _, _, number in lines]
    if len(lines) < 2 or numbers != [str(each) for each in range(len(lines))] or lines[-1][0] != _BLANK:
        raise ModelUnavailable(label, tr("{file} is no vocabulary of a transducer", file=path), TAKE_ANOTHER)
    return tuple(piece for piece, _, _ in lines[:-1])


def _text(path: Path, label: str) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        reason = tr("{file} cannot be read ({error})", file=path, error=error.strerror)
        raise ModelUnavailable(label, reason, TAKE_ANOTHER) from error
    except UnicodeDecodeError as error:
        raise ModelUnavailable(label, tr("{file} is no text", file=path), TAKE_ANOTHER) from error
