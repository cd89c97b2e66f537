"""What the user can choose for good: which engines, on which device, and whether another machine may help."""

from dataclasses import dataclass, field
from enum import StrEnum


class EmbeddingSource(StrEnum):
    """What tells voices apart first; the others stand in where it fails, and that is told."""

    BUILTIN = "builtin"
    TORCH = "torch"
    ONNX = "onnx"
    REMOTE = "remote"


class AsrEngine(StrEnum):
    """What writes down the words."""

    AUTO = "auto"
    MOONSHINE = "moonshine"
    PARAKEET = "parakeet"


class Device(StrEnum):
    """Where engines on torch run. auto: on a CUDA card where there is one."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class Precision(StrEnum):
    """How exactly engines on torch calculate. auto: as exactly as their device does quickly."""

    AUTO = "auto"
    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"


class Language(StrEnum):
    """What the window speaks. system: what this computer speaks, where there is a catalogue for it, else English."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


@dataclass(frozen=True, slots=True)
class EmbeddingSettings:
    """What tells voices apart. exact: in the model's own arithmetic alone, float32, though others are faster."""

    source: EmbeddingSource = EmbeddingSource.BUILTIN
    device: Device = Device.AUTO
    precision: Precision = Precision.AUTO
    exact: bool = False


@dataclass(frozen=True, slots=True)
class AsrSettings:
    """What writes down the words. vocabulary: names and jargon to prefer, as they are written."""

    engine: AsrEngine = AsrEngine.AUTO
    device: Device = Device.AUTO
    precision: Precision = Precision.AUTO
    vocabulary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoteSettings:
    """A remote diarizer. Nothing is sent to it unless it is allowed.

    url: where it answers. token: what it asks for, if anything. ca_file: certificates to trust beside the usual ones.
    """

    url: str = ""
    allowed: bool = False
    token: str = field(default="", repr=False)
    ca_file: str = ""

    @property
    def usable(self) -> bool:
        """Whether it may be asked."""
        return self.allowed and bool(self.url)


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """The user's projects. folder: where new ones are made; '' for 'Diarist' among the documents."""

    folder: str = ""


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How the window is. language: what it speaks."""

    language: Language = Language.SYSTEM


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings."""

    embedding: EmbeddingSettings = EmbeddingSettings()
    asr: AsrSettings = AsrSettings()
    remote: RemoteSettings = RemoteSettings()
    library: LibrarySettings = LibrarySettings()
    window: WindowSettings = WindowSettings()
