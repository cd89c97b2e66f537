"""The stages of a job, its options, and who is told of its progress."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop_app.core.diarization.options import SENSITIVITY, Hop
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import Speaker, Turn
from desktop_app.translation import tr


class Stage(StrEnum):
    """The parts of a job, in order."""

    PREPARING = "preparing"
    LOADING = "loading"
    DECODING = "decoding"
    SEGMENTATION = "segmentation"
    EMBEDDING = "embedding"
    TRANSCRIPTION = "transcription"

    @property
    def label(self) -> str:
        """What a person reads while it runs."""
        return _labels()[self]


def _labels() -> dict[Stage, str]:
    return {
        Stage.PREPARING: tr("Preparing the models (once)"),
        Stage.LOADING: tr("Loading models"),
        Stage.DECODING: tr("Reading audio"),
        Stage.SEGMENTATION: tr("Finding speech"),
        Stage.EMBEDDING: tr("Telling speakers apart"),
        Stage.TRANSCRIPTION: tr("Writing down the words"),
    }


@dataclass(frozen=True, slots=True)
class JobOptions:
    """What the user asked for.

    min_speakers, max_speakers: bounds on the number of speakers, equal for an exact number, None where open.
    sensitivity: 0 to 1, how small a difference between two voices makes them two speakers.
    hop: how closely the recording is listened to.
    keep_voices: keep the recording's voices on this computer, so that who spoke can be decided anew later.
    track, channel: the only sound track, and the only channel, to hear, from 1; what carries voices if None.
    language: what is spoken, a BCP 47 tag; AUTO: it is found out.
    per_channel: whoever speaks in a channel, or in a sound track where there are several, is one speaker.
    """

    min_speakers: int | None = None
    max_speakers: int | None = None
    sensitivity: float = SENSITIVITY
    hop: Hop = Hop.ACCURATE
    keep_voices: bool = True
    track: int | None = None
    channel: int | None = None
    language: str = AUTO
    per_channel: bool = False

    def __post_init__(self) -> None:
        low, high = self.min_speakers, self.max_speakers
        if (low is not None and low < 1) or (high is not None and high < 1):
            raise ValueError("the number of speakers must be at least 1")
        if low is not None and high is not None and low > high:
            raise ValueError(f"at least {low} and at most {high} speakers cannot both hold")
        if not 0 <= self.sensitivity <= 1:
            raise ValueError("the sensitivity must be between 0 and 1")


class JobListener(Protocol):
    """Told how a job gets on, from the thread that runs it."""

    def progress(self, stage: Stage, fraction: float) -> None:
        """The stage has come this far, 0 to 1."""
        ...

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """These turns are finished; none is sent twice."""
        ...
