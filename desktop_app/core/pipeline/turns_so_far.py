"""The turns that are done while the rest is still written down."""

from dataclasses import replace
from operator import attrgetter

from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Speaker, Transcript, Turn
from desktop_app.translation import tr


class TurnsSoFar:
    """Hands on what a job says of itself, and keeps the turns."""

    def __init__(self, listener: JobListener) -> None:
        self._listener = listener
        self._turns: list[Turn] = []

    def progress(self, stage: Stage, fraction: float) -> None:
        """See JobListener."""
        self._listener.progress(stage, fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """See JobListener."""
        self._turns += turns
        self._listener.turns(turns, speakers)

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self._turns)

    def added_to(self, transcript: Transcript) -> Transcript:
        """The transcript with these turns."""
        return replace(transcript, turns=tuple(sorted(self._turns, key=attrgetter("start_ms", "end_ms"))))


def interrupted(transcript: Transcript) -> Transcript:
    """A transcript that has words, marked as incomplete from the last of them on."""
    from_ms = max(word.end_ms for turn in transcript.turns for word in turn.words)
    warning = tr("The transcription was interrupted: from {time} on, the words are missing.", time=clock(from_ms))
    return replace(transcript, incomplete_from_ms=from_ms, warnings=(*transcript.warnings, warning))
