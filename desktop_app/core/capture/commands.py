"""What the recorder's process is asked, and what it answers beyond a recorder's events: frozen values."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.capture.values import InputDevice, RecorderEvent, Source, Unfinished


@dataclass(frozen=True, slots=True)
class ListInputs:
    """What can be recorded? Inputs follow. What was plugged in since is found only where nothing is being heard."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Tell the levels of an input without recording it, until told otherwise."""

    source: Source


@dataclass(frozen=True, slots=True)
class Unwatch:
    """Let go of the input that is watched."""


@dataclass(frozen=True, slots=True)
class Record:
    """Record into a folder of its own; where another has it, into one that is named after it. RecordingStarted follows,
    or CaptureFailed. to_offer: until Settle, it is among the unfinished ones of a later start."""

    source: Source
    folder: Path
    to_offer: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Record nothing for a while; levels are still told."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class Switch:
    """Go on with another input."""

    source: Source


@dataclass(frozen=True, slots=True)
class Stop:
    """End the recording; Recorded follows."""


@dataclass(frozen=True, slots=True)
class FindUnfinished:
    """Which recordings in this folder were not finished? UnfinishedFound follows."""

    recordings_folder: Path


@dataclass(frozen=True, slots=True)
class Recover:
    """Make an unfinished recording whole; Recorded follows, or CaptureFailed. Until Settle, it is offered again."""

    unfinished: Unfinished


@dataclass(frozen=True, slots=True)
class Settle:
    """Whoever wanted this recording has seen to it: it is offered no more."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Inputs:
    """What can be recorded; the system's default is marked."""

    devices: tuple[InputDevice, ...]


@dataclass(frozen=True, slots=True)
class UnfinishedFound:
    """Recordings that were not finished, the latest first; perhaps none."""

    recordings: tuple[Unfinished, ...]


@dataclass(frozen=True, slots=True)
class CaptureFailed:
    """What was asked for last could not be done. reason, hint: one sentence each."""

    reason: str
    hint: str = ""


RecorderCommand = (
    ListInputs | Watch | Unwatch | Record | Pause | Resume | Switch | Stop | FindUnfinished | Recover | Settle
)
RecorderAnswer = RecorderEvent | Inputs | UnfinishedFound | CaptureFailed
