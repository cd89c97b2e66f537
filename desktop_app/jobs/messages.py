"""What the window and the engine process say to each other: frozen values, pickled through a pipe."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.models.link import Link
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.pipeline.given import Given
from desktop_app.core.pipeline.heard_turn import HeardTurn
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.store.settings import AsrEngine, AsrSettings, Settings
from desktop_app.core.transcript.decisions import Decision
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.values import Span, Speaker, Transcript, Turn

if TYPE_CHECKING:
    from desktop_app.core.library.sync import ReadProject
    from desktop_app.core.library.values import Change
    from desktop_app.core.models.inventory import ModelEntry
    from desktop_app.core.models.own_transducer import OwnTransducer, StandIn

# To the engine process; a ReclusterRequest to a thread beside it.


@dataclass(frozen=True, slots=True)
class TranscribeRequest:
    """Transcribe one recording. known: its speakers as far as they are known, whose ids, names and colours stay.
    stretch: what of it, all if None. settings: of the engines, the user's own if None. engine: what writes down the
    words, as the settings say if None. given: a transcript of it, of which only a part is to be found out; nothing if
    None. together: the recordings of the others at the same meeting."""

    path: Path
    options: JobOptions
    known: tuple[KnownSpeaker, ...] = ()
    stretch: Span | None = None
    settings: Settings | None = None
    engine: AsrEngine | None = None
    given: Given | None = None
    together: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class TurnRequest:
    """Hear one turn of a recording again. speech: where its speaker is heard, ordered and disjoint. asr: what writes
    the words down, as the settings say if None."""

    path: Path
    speech: tuple[Span, ...]
    options: JobOptions
    asr: AsrSettings | None = None


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """Say how the engines are; with self_test they are run on a second of audio, and failed loads are tried again."""

    self_test: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ReclusterRequest:
    """Give the words of a transcript to other speakers, as many as the options say.

    transcript: as its job made it; voices: its recording's, packed; known: everybody whose name counts. decisions: what
    a person decided, ordered and disjoint; the options do not touch it.
    """

    transcript: Transcript
    voices: bytes
    options: JobOptions
    known: tuple[KnownSpeaker, ...]
    decisions: tuple[Decision, ...] = ()


# To a model process.


@dataclass(frozen=True, slots=True)
class ExamineModels:
    """Read every byte of these models, and say of each how it is."""

    specs: tuple[ModelSpec, ...]


@dataclass(frozen=True, slots=True)
class FetchModel:
    """Have the published model in the store."""

    spec: ModelSpec


@dataclass(frozen=True, slots=True)
class ImportModels:
    """Take the models that a file or folder holds into the store.

    spec and sha256: the one of this hash, in hex, which may be the user's own in the place of this model.
    """

    source: Path
    spec: ModelSpec | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveModel:
    """Remove a model from the store. even_own: also if it is the user's own, or nobody can tell."""

    spec: ModelSpec
    even_own: bool


ModelRequest = ExamineModels | FetchModel | ImportModels | RemoveModel
EngineRequest = TranscribeRequest | TurnRequest | StatusRequest


# To the library's process.


@dataclass(frozen=True, slots=True)
class LookThrough:
    """Look at all projects, and read those that are new or changed. read: how, a function of a module."""

    folders: tuple[Path, ...]
    outside: tuple[Path, ...]
    read: "ReadProject"


@dataclass(frozen=True, slots=True)
class LookAt:
    """Read these projects. read: as LookThrough's."""

    projects: tuple[Path, ...]
    read: "ReadProject"


LibraryRequest = LookThrough | LookAt
Request = EngineRequest | ModelRequest | LibraryRequest


# From the engine process.


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the job is. fraction: of this stage, overall: of the job, both 0 to 1; eta_s: seconds left, None if
    not known yet."""

    stage: Stage
    fraction: float
    overall: float
    eta_s: float | None


@dataclass(frozen=True, slots=True)
class Partial:
    """Finished turns, in order, not sent before; and the speakers they belong to."""

    turns: tuple[Turn, ...]
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """The job goes on, but hardly any of its words will be right: why, in a sentence or two."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Done:
    """The job's result. voices: packed as pack_voices does, None where there are none."""

    transcript: Transcript
    voices: bytes | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended without a result: one sentence on why, and one on what to do ('' if there is nothing)."""

    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The state of every engine, and of every link that they hang on. needed: the names of the links that what is
    chosen hangs on."""

    engines: tuple[EngineStatus, ...]
    links: tuple[Link, ...] = ()
    needed: frozenset[str] = frozenset()


# From a model process; where it cannot do what it is asked, Failed.


@dataclass(frozen=True, slots=True)
class Bytes:
    """How much of a model is done. name: the model's."""

    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class MakingReady:
    """A model has come, and is put into the form that suits this computer. name: the model's; share: 0 to 1."""

    name: str
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Testing:
    """A model has come, and is tested on this computer. name: the model's; share: 0 to 1."""

    name: str
    share: float = 0.0


ModelProgress = Bytes | MakingReady | Testing
ModelTrial = MakingReady | Testing


@dataclass(frozen=True, slots=True)
class OwnFound:
    """Nothing was taken in: what is there may be the user's own. stand_ins: in whose place it can come."""

    own: "OwnTransducer"
    stand_ins: "tuple[StandIn, ...]"


@dataclass(frozen=True, slots=True)
class Examined:
    """How a model is now, every byte of it read."""

    entry: "ModelEntry"


@dataclass(frozen=True, slots=True)
class Finished:
    """What was asked for is done."""


# From the library's process, and in the end Finished or Failed.


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found to have changed, and is in the index now."""

    changes: "tuple[Change, ...]"


ModelMessage = ModelProgress | Examined | OwnFound | Finished
Message = Progress | Partial | Doubt | Done | HeardTurn | Failed | StatusReport | ModelMessage | Looked
LAST = Done | HeardTurn | Failed | StatusReport | Finished | OwnFound
"""What ends an answer."""
