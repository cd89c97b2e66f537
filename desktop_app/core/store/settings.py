"""What the user can choose for good, declared: the file, the command line and the window's page follow from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.spoken_languages import AUTO, LANGUAGE_NAMES, by_name
from desktop_app.translation import tr

TOKEN_VARIABLE = "DIARIST_REMOTE_TOKEN"  # noqa: S105  the name of a variable


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
    PARAKEET_ULTRA = "parakeet-ultra"
    PARAKEET_V3 = "parakeet-v3"
    WHISPER = "whisper"


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


_AUTOMATIC = tr("Automatic")
_DEVICES: Mapping[str, str] = {Device.AUTO: _AUTOMATIC, Device.CPU: tr("Processor"), Device.CUDA: "CUDA"}
_PRECISIONS: Mapping[str, str] = {Precision.AUTO: _AUTOMATIC}

_SPOKEN: Mapping[str, str] = {AUTO: _AUTOMATIC, **{tag: LANGUAGE_NAMES[tag] for tag in by_name(LANGUAGE_NAMES)}}
_WITHOUT_TORCH = frozenset(AsrEngine) - {AsrEngine.AUTO, AsrEngine.PARAKEET}


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How the window is. language: what it speaks."""

    language: Language = setting(
        Language.SYSTEM,
        About(
            tr("Language"),
            tr("From the next start on."),
            {Language.SYSTEM: tr("As this computer's"), Language.ENGLISH: "English", Language.GERMAN: "Deutsch"},
        ),
    )


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """The user's projects. folder: where new ones are made; '' for 'Diarist' among the documents."""

    folder: str = setting("", About(tr("Folder of new projects"), path="folder"))


@dataclass(frozen=True, slots=True)
class EmbeddingSettings:
    """What tells voices apart. exact: in the model's own arithmetic alone, float32, though others are faster."""

    source: EmbeddingSource = setting(
        EmbeddingSource.BUILTIN,
        About(
            tr("Engine"),
            choices={
                EmbeddingSource.BUILTIN: tr("Automatic (this computer)"),
                EmbeddingSource.ONNX: tr("Processor (onnxruntime)"),
                EmbeddingSource.TORCH: "Torch",
                EmbeddingSource.REMOTE: tr("Remote diarizer"),
            },
        ),
    )
    device: Device = setting(
        Device.AUTO, About(tr("Device"), choices=_DEVICES, idle_with=frozenset({EmbeddingSource.ONNX}))
    )
    precision: Precision = setting(
        Precision.AUTO,
        About(tr("Precision"), choices=_PRECISIONS, idle_with=frozenset({EmbeddingSource.ONNX})),
    )
    exact: bool = setting(
        False, About(tr("Only as the model was made"), tr("Slower, and the same to the last digit everywhere."))
    )


@dataclass(frozen=True, slots=True)
class DiarizationSettings:
    """How a recording is listened to, to find who speaks when.

    meeting: by a model that follows several people at one microphone. model: its file; the user's own.
    """

    meeting: bool = setting(
        False,
        About(
            tr("People around one microphone"),
            tr(
                "Recordings are heard by the model below, which follows each voice through the whole; live captions "
                "are not."
            ),
        ),
    )
    model: str = setting("", About(tr("Model"), tr("A streaming Sortformer, exported to ONNX by NeMo."), path="file"))


_ENGINES: Mapping[str, str] = {
    AsrEngine.AUTO: _AUTOMATIC,
    AsrEngine.MOONSHINE: tr("Moonshine (English)"),
    AsrEngine.PARAKEET_ULTRA: tr("Parakeet Ultra (25 languages)"),
    AsrEngine.PARAKEET_V3: tr("Parakeet v3 (25 languages)"),
    AsrEngine.PARAKEET: tr("Parakeet v3 on Torch (25 languages)"),
    AsrEngine.WHISPER: tr("Whisper (100 languages, no captions)"),
}


@dataclass(frozen=True, slots=True)
class AsrSettings:
    """What writes down the words.

    language: what is spoken, a BCP 47 tag, or AUTO. vocabulary: names and jargon to prefer, as they are written.
    """

    engine: AsrEngine = setting(
        AsrEngine.AUTO,
        About(tr("Engine"), choices=_ENGINES),
    )
    language: str = setting(
        AUTO,
        About(
            tr("Spoken language"),
            tr("Of new recordings and captions. An engine that does not know it is not used."),
            _SPOKEN,
        ),
    )
    device: Device = setting(Device.AUTO, About(tr("Device"), choices=_DEVICES, idle_with=_WITHOUT_TORCH))
    precision: Precision = setting(
        Precision.AUTO, About(tr("Precision"), choices=_PRECISIONS, idle_with=_WITHOUT_TORCH)
    )
    vocabulary: tuple[str, ...] = setting(
        (),
        About(
            tr("Vocabulary"),
            tr("Names and terms, one per line. Parakeet and Whisper prefer them."),
            example="Kragsand\nGesa Brodersen",
        ),
    )


@dataclass(frozen=True, slots=True)
class QueueSettings:
    """What recordings are queued with from now on, and a folder from which they are queued by themselves.

    engine: what writes down their words, '' for what does so for all. speakers: how many speak in each, 0 where that is
    found out. export: names of presets, or short names of formats, to be written as one is done. watch: the folder, ''
    for none.
    """

    engine: str = setting(
        "", About(tr("Engine", "of the queue"), choices={"": tr("As usual", "an engine")} | dict(_ENGINES))
    )
    speakers: int = setting(
        0, About(tr("Speakers", "in each recording"), tr("0: found automatically."), bounds=range(11))
    )
    export: tuple[str, ...] = setting(
        (),
        About(
            tr("Write when one is done"),
            tr("Presets or formats, one per line: they are written beside each recording."),
            example="txt\nsrt",
        ),
    )
    watch: str = setting(
        "", About(tr("Watched folder"), tr("Recordings in it are queued by themselves."), path="folder")
    )


@dataclass(frozen=True, slots=True)
class RemoteSettings:
    """A remote diarizer. Nothing is sent to it unless it is allowed.

    url: where it answers. token: what it asks for, if anything. ca_file: certificates to trust beside the usual ones.
    """

    url: str = setting("", About(tr("Address"), example="https://diarizer.example:8080"))
    allowed: bool = setting(
        False,
        About(
            tr("Let it be sent voices"),
            tr(
                "It is then sent the sound of what people say, in pieces of some seconds, to tell the speakers apart: "
                "no name of a recording and no text."
            ),
        ),
    )
    token: str = setting("", About(tr("Token"), secret=True, variable=TOKEN_VARIABLE))
    ca_file: str = setting(
        "", About(tr("Certificates"), tr("To trust beside those that this computer trusts anyway."), path="file")
    )

    @property
    def usable(self) -> bool:
        """Whether it may be asked."""
        return self.allowed and bool(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, in parts."""

    window: WindowSettings = setting(WindowSettings(), About(tr("Window")))
    library: LibrarySettings = setting(LibrarySettings(), About(tr("Library")))
    embedding: EmbeddingSettings = setting(EmbeddingSettings(), About(tr("Telling speakers apart")))
    diarization: DiarizationSettings = setting(DiarizationSettings(), About(tr("Meetings")))
    asr: AsrSettings = setting(AsrSettings(), About(tr("Writing down the words")))
    queue: QueueSettings = setting(QueueSettings(), About(tr("Queue")))
    remote: RemoteSettings = setting(RemoteSettings(), About(tr("Remote diarizer")))
