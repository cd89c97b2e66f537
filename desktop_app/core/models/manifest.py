"""The models Diarist knows: what each is for, its files and their hashes, its licence."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["segmentation", "embedding", "asr"]
FileState = Literal["ok", "missing", "unreadable", "wrong hash"]


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One file a model needs. name: relative to where the model lies; size in bytes; sha256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """A model. label: what a person calls it; attribution: whom its licence asks to name."""

    name: str
    role: Role
    label: str
    purpose: str
    licence: str
    attribution: str
    files: tuple[FileSpec, ...]


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model as found on this machine. path: where it was looked for; sha256: what it must be."""

    path: str
    size: int
    sha256: str
    state: FileState


SEGMENTATION = ModelSpec(
    name="pyannote-segmentation-community-1",
    role="segmentation",
    label="pyannote segmentation",
    purpose="finds who speaks at every moment of a ten-second window",
    licence="CC-BY-4.0",
    attribution="pyannote community-1 by Hervé Bredin and the pyannote contributors",
    files=(
        FileSpec(
            name="segmentation.ort",
            size=1_594_080,
            sha256="9715e3996ef181252aa1cc0c9398060f42b2c984c2fb65e3604262555e2efb1a",
        ),
    ),
)

WESPEAKER = ModelSpec(
    name="wespeaker-voxceleb-resnet34-LM",
    role="embedding",
    label="WeSpeaker",
    purpose="turns a stretch of speech into a vector that tells voices apart",
    licence="CC-BY-4.0",
    attribution="WeSpeaker ResNet34-LM by the WeSpeaker authors, as packaged for pyannote community-1",
    files=(
        FileSpec(
            name="embedding.ort",
            size=6_975_920,
            sha256="6e4af7d49562e6e7042672e444d6394935cb2c23c3a7dd4919da45922b91735b",
        ),
    ),
)

MOONSHINE_TINY_EN = ModelSpec(
    name="moonshine-tiny-en",
    role="asr",
    label="Moonshine tiny (English)",
    purpose="writes down the words",
    licence="MIT",
    attribution="Moonshine by Moonshine AI",
    files=(
        FileSpec(
            name="encoder_model.ort",
            size=13_281_600,
            sha256="94e90a4654fc45cdfedb77c4c08e1739f48862998e58fada384b25118134f221",
        ),
        FileSpec(
            name="decoder_model_merged.ort",
            size=30_412_256,
            sha256="cf524c4862d36e9e5ab032eddc73637efd822d70e868ac575cf1a46e1e4708a0",
        ),
        FileSpec(
            name="tokenizer.bin",
            size=249_974,
            sha256="6884b35fd6377d4c4d32336a0bc152f36b64d1e45b6503683cdc238250a8472d",
        ),
    ),
)

MODELS = (SEGMENTATION, WESPEAKER, MOONSHINE_TINY_EN)
