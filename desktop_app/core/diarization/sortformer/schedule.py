"""In which portions a Sortformer hears a recording, and how much it remembers; in frames of the model, 80 ms each."""

from dataclasses import dataclass

FEATURES_PER_FRAME = 8


@dataclass(frozen=True, slots=True)
class Schedule:
    """As NVIDIA recommends it for streaming Sortformer where nobody waits for an answer.

    chunk: frames that are decided at once. before, after: frames beside them that are heard as well. recent: the newest
    frames that are remembered as they came; moved: so many at once go from there among the voices' best. memory: of
    these, in all; silences: so many for each voice stand for silence.
    """

    chunk: int = 340
    before: int = 1
    after: int = 40
    recent: int = 40
    moved: int = 300
    memory: int = 188
    silences: int = 3

    def __post_init__(self) -> None:
        if min(self.chunk, self.moved) < 1 or min(self.before, self.after, self.recent, self.silences) < 0:
            raise ValueError(f"no model can be asked so: {self}")
