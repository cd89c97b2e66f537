"""The colours that a picture is drawn with."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.transcript.palette import colour_in


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
        return colour_in(self.speakers, colour)
