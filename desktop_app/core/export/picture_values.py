"""What a picture is drawn with: colours, and words in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureColours:
    """'#rrggbb' each. line: behind the lanes. speakers: the palette, not empty, by Speaker.colour."""

    ground: str
    ink: str
    muted: str
    line: str
    speakers: Sequence[str]

    def speaker(self, colour: int) -> str:
        """The colour a speaker was given; beyond the palette it starts again."""
        return self.speakers[colour % len(self.speakers)]


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What the picture says, in the reader's language; {} is where a figure goes."""

    talk_time: str = "Talk time"
    timeline: str = "Who spoke when"
    nobody: str = "Nobody speaks."
    silence: str = "{} silence"
    overlap: str = "{} several at once"
    time: str = "time"
    words: str = "words"
    pace: str = "words a minute"
