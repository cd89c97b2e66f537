"""What the window says to the process that writes captions, and what it says beyond the captions themselves."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.live.events import CaptionEvent
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import Transcript
from desktop_app.jobs.messages import Failed


@dataclass(frozen=True, slots=True)
class Prepare:
    """Load what captions need: somebody is about to record. language: what will be spoken, a tag, or AUTO."""

    language: str = AUTO


@dataclass(frozen=True, slots=True)
class Caption:
    """Write captions of the recording that grows in this folder, to its end. language: what is spoken, a tag, or
    AUTO."""

    folder: Path
    language: str = AUTO


@dataclass(frozen=True, slots=True)
class NameSpeaker:
    """The person who records knows this voice."""

    speaker_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Every caption is settled. file: where the transcript lies beside the sound; None if it could not be written."""

    transcript: Transcript
    file: Path | None


CaptionRequest = Prepare | Caption | NameSpeaker
CaptionMessage = CaptionEvent | Draft | Failed
