"""What a project says of its recording and of the work on it, beside the transcript."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop_app.core.pipeline.stages import JobOptions

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class WorkState(StrEnum):
    """How far the work on a recording is. draft: there is what live captions wrote, and nothing else."""

    WAITING = "waiting"
    DRAFT = "draft"
    TRANSCRIBED = "transcribed"
    CORRECTING = "correcting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Work:
    """How far the work is. failure: the sentence that says why it failed, None where it did not."""

    state: WorkState = WorkState.WAITING
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """The recording as a person knows it.

    made_at: when it was recorded here, or taken in, with its zone. recorded_here: Diarist recorded the sound itself.
    """

    name: str
    made_at: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    recorded_here: bool = False

    def __post_init__(self) -> None:
        if self.made_at.tzinfo is None:
            raise ValueError("a time needs its zone")


@dataclass(frozen=True, slots=True)
class Sound:
    """The recording's file.

    relative: its path as seen from the project's folder, with '/', None where there is none (another drive).
    absolute: its whole path. What is None is not known.
    """

    relative: str | None
    absolute: str
    size_bytes: int | None = None
    sha256: str | None = None
    duration_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the reader was, in ms of the recording, and what else a view wants to find again, under its own keys."""

    place_ms: int = 0
    view: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a project says beside its transcript. options: what the job was, or is to be, asked for."""

    recording: Recording
    sound: Sound | None = None
    work: Work = Work()
    options: JobOptions = field(default_factory=JobOptions)
    reading: Reading = Reading()
    export_folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Peaks:
    """The waveform's peaks, as another part of the program packs them. form: the name of its format."""

    form: str
    data: bytes
