"""What a recorder is asked and what it tells: frozen values, which also go from process to process."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop_app.translation import tr


class SourceKind(StrEnum):
    """What an input hears."""

    MICROPHONE = "microphone"
    SYSTEM_AUDIO = "system audio"


@dataclass(frozen=True, slots=True)
class InputDevice:
    """Something that can be recorded.

    id: what it is asked for by, as stable as the system lets it be. name: what a person calls it. channels: how many
    it has; rate_hz: its own rate. default: what the system records from where nothing is chosen.
    """

    id: str
    name: str
    kind: SourceKind
    channels: int
    rate_hz: int
    default: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be recorded. device: an InputDevice's id, the system's default if None. channel: from 1; all of
    them mixed to one if None."""

    device: str | None = None
    channel: int | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """How loud it was since the last of these, about a tenth of a second ago.

    at_ms: how much is recorded; 0 while nothing is. peak_db, rms_db: in dB below full scale, at least -120.
    clipped: the sound reached full scale.
    """

    at_ms: int
    peak_db: float
    rms_db: float
    clipped: bool


@dataclass(frozen=True, slots=True)
class Room:
    """What the disk still holds. free_bytes: now; left_s: recording time until it is stopped for want of room."""

    free_bytes: int
    left_s: float


class NoticeKind(StrEnum):
    """What happened to a recording that goes on."""

    DEVICE_CHANGED = "device changed"
    WAITING_FOR_DEVICE = "waiting for a device"
    PAUSED = "paused"
    RESUMED = "resumed"
    LITTLE_ROOM = "little room"
    SAMPLES_LOST = "samples lost"
    CAPTIONS_CHANGED = "captions changed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the person who records must know. text: one sentence. at_ms: how much was recorded then.

    device: the name of what is recorded from then on, where that is told.
    """

    kind: NoticeKind
    text: str
    at_ms: int
    device: str | None = None


@dataclass(frozen=True, slots=True)
class RecordingStarted:
    """Sound reaches the disk. folder: where all of the recording lies; device: the name of what is recorded."""

    folder: Path
    device: str
    started_at: datetime


class EndReason(StrEnum):
    """Why a recording ended."""

    STOPPED = "stopped"
    LEFT_ALONE = "left alone"
    """Nobody asked for its end: who had begun it was gone."""
    DISK_FULL = "disk full"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recording is complete. sound: its file, a WAV; it is not there where nothing was recorded before it was
    stopped. lost_samples: what the system dropped before it came here, at the recording's own rate. text: one sentence
    where there is something to say of its end, else ''."""

    folder: Path
    sound: Path
    duration_ms: int
    lost_samples: int = 0
    reason: EndReason = EndReason.STOPPED
    text: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A recording that was not finished, or that nobody has seen to since. duration_ms: 0 where nothing was written
    before it broke off. whole: its sound is complete."""

    folder: Path
    started_at: datetime
    duration_ms: int
    whole: bool = field(default=False, compare=False)


NOTHING_RECORDED = tr("Nothing was recorded.")

RecorderEvent = Level | Room | Notice | RecordingStarted | Recorded
