"""A transcript that somebody has, of which a part is to be found out in its recording."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import Transcript


class Missing(StrEnum):
    """SPEAKERS: who says the words. WORDS: what the speakers say."""

    SPEAKERS = "speakers"
    WORDS = "words"

    @property
    def left_out(self) -> frozenset[Stage]:
        """The parts of a whole job that are not done for it."""
        return frozenset({Stage.SEGMENTATION, Stage.EMBEDDING} if self is Missing.WORDS else ())


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A transcript, and what is to be found out; what it says of that is forgotten."""

    transcript: Transcript
    missing: Missing
