"""What is played, and what it is played on."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.transcript.values import AudioSource, HeardTrack

Stereo = NDArray[np.float32]
"""Sound for two ears, float32 of shape [samples, 2], full scale at 1."""


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
