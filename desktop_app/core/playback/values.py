"""What is played, and what it is played on."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.transcript.values import AudioSource, HeardTrack, Span


@dataclass(frozen=True, slots=True)
class Played:
    """A recording to be played.

    files: one, or those that follow on from each other, as the segments of a recording that is not joined yet.
    heard: the tracks and channels that are mixed, as the transcript names them; all that belong together if empty.
    """

    files: tuple[Path, ...]
    heard: tuple[HeardTrack, ...] = ()

    @classmethod
    def of(cls, audio: AudioSource) -> "Played":
        """What a transcript was made from, mixed as it was heard."""
        return cls((Path(audio.file),), audio.heard)


@dataclass(frozen=True, slots=True)
class OutputDevice:
    """Something that sounds. name: what a person calls it, and what it is chosen by; default: the system's."""

    name: str
    default: bool = False


@dataclass(frozen=True, slots=True)
class PlayerState:
    """What a player is doing. duration_ms: of the recording, as far as it is known; device: the output's name, None
    while none is open."""

    is_open: bool = False
    playing: bool = False
    duration_ms: int | None = None
    speed: float = 1.0
    volume: float = 1.0
    loop: Span | None = None
    device: str | None = None
