"""What the window and the engine process say to each other: frozen values, pickled through a pipe."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.models.link import Link
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

# To the engine process; a ReclusterRequest to a thread beside it.


@dataclass(frozen=True, slots=True)
class TranscribeRequest:
    """Transcribe one recording."""

    path: Path
    options: JobOptions


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """Say how the engines are; with self_test they are run on a second of audio, and failed loads are tried again."""

    self_test: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ReclusterRequest:
    """Give the words of a transcript to other speakers, as many as the options say.

    transcript: as its job made it; voices: its recording's, packed; known: everybody whose name counts.
    """

    transcript: Transcript
    voices: bytes
    options: JobOptions
    known: tuple[KnownSpeaker, ...]


Request = TranscribeRequest | StatusRequest


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
    """The state of every engine, and of every link that they hang on."""

    engines: tuple[EngineStatus, ...]
    links: tuple[Link, ...] = ()


Message = Progress | Partial | Done | Failed | StatusReport
